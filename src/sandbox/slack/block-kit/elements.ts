import { z } from "zod";
import {
  actionId,
  anyOption,
  confirm,
  day,
  dispatchConfig,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
  style,
  text,
  timeOfDay,
  webLink,
} from "./composition.js";

const id = { action_id: actionId };
const focus = { focus_on_load: z.boolean().optional() };
const asked = { confirm: confirm.optional() };
const hint = { placeholder: plainText(150).optional() };
const typed = { ...id, ...focus, ...hint, dispatch_action_config: dispatchConfig.optional() };
const picked = { ...id, ...focus, ...asked, ...hint };
const label = { accessibility_label: text(75).optional() };
const most = { max_selected_items: z.int().min(1).optional() };

export const button = z.strictObject({
  type: z.literal("button"),
  ...id,
  text: plainText(75),
  value: text(2000).optional(),
  url: webLink.optional(),
  style: style.optional(),
  ...asked,
  ...label,
});

export const iconButton = z.strictObject({
  type: z.literal("icon_button"),
  ...id,
  icon: text(75),
  text: plainText(75),
  value: text(2000).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
  ...asked,
  ...label,
});

const feedbackButton = z.strictObject({ text: plainText(75), value: text(2000), ...label });
export const feedbackButtons = z.strictObject({
  type: z.literal("feedback_buttons"),
  ...id,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

export const checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  ...id,
  ...focus,
  ...asked,
  options: z.array(anyOption).min(1).max(10),
  initial_options: z.array(anyOption).min(1).max(10).optional(),
});

export const radioButtons = z.strictObject({
  type: z.literal("radio_buttons"),
  ...id,
  ...focus,
  ...asked,
  options: z.array(anyOption).min(1).max(10),
  initial_option: anyOption.optional(),
});

export const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...id,
  ...asked,
  options: z.array(overflowOption).min(1).max(5),
});

export const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...picked,
  initial_date: day.optional(),
});

export const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picked,
  initial_time: timeOfDay.optional(),
  timezone: z.string().optional(),
});

/** Unix seconds, ten digits. */
export const datetimepicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...id,
  ...focus,
  ...asked,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

export const plainTextInput = z.strictObject({
  type: z.literal("plain_text_input"),
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});

export const urlInput = z.strictObject({
  type: z.literal("url_text_input"),
  ...typed,
  initial_value: webLink.optional(),
});

export const emailInput = z.strictObject({
  type: z.literal("email_text_input"),
  ...typed,
  initial_value: text(255).optional(),
});

export const numberInput = z.strictObject({
  type: z.literal("number_input"),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

export const richTextInput = z.strictObject({
  type: z.literal("rich_text_input"),
  ...typed,
  initial_value: z.looseObject({ type: z.literal("rich_text") }).optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

const offer = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const oneOffer = (select: { options?: unknown; option_groups?: unknown }) =>
  (select.options === undefined) !== (select.option_groups === undefined);
const ONE_OFFER = "must have either options or option_groups";

const staticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...picked,
    ...offer,
    initial_option: plainOption.optional(),
  })
  .refine(oneOffer, ONE_OFFER);

const multiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...picked,
    ...offer,
    ...most,
    initial_options: z.array(plainOption).min(1).max(100).optional(),
  })
  .refine(oneOffer, ONE_OFFER);

const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(["im", "mpim", "private", "public"]))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
const filtered = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const respond = { response_url_enabled: z.boolean().optional() };
const one = z.string().optional();
const several = z.array(z.string()).min(1).optional();
const kind = <T extends string>(name: T) => ({ type: z.literal(name), ...picked });
const query = { min_query_length: z.int().min(1).optional() };

export const selects = [
  staticSelect,
  z.strictObject({ ...kind("users_select"), initial_user: one }),
  z.strictObject({ ...kind("channels_select"), ...respond, initial_channel: one }),
  z.strictObject({ ...kind("conversations_select"), ...filtered, ...respond, initial_conversation: one }),
  z.strictObject({ ...kind("external_select"), ...query, initial_option: plainOption.optional() }),
  multiStaticSelect,
  z.strictObject({ ...kind("multi_users_select"), ...most, initial_users: several }),
  z.strictObject({ ...kind("multi_channels_select"), ...most, initial_channels: several }),
  z.strictObject({
    ...kind("multi_conversations_select"),
    ...most,
    ...filtered,
    initial_conversations: several,
  }),
  z.strictObject({
    ...kind("multi_external_select"),
    ...most,
    ...query,
    initial_options: z.array(plainOption).optional(),
  }),
] as const;

export const workflowButton = z.strictObject({
  type: z.literal("workflow_button"),
  ...id,
  ...asked,
  ...label,
  text: plainText(75),
  style: style.optional(),
  workflow: z.looseObject({ trigger: z.looseObject({ url: webLink }) }),
});

export const fileInput = z.strictObject({
  type: z.literal("file_input"),
  ...id,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
});
