import { z } from "zod";
import { anyText, blockId, imageElement, plainText, slackFile, text, webLink } from "./composition.js";
import {
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  emailInput,
  feedbackButtons,
  fileInput,
  iconButton,
  numberInput,
  overflow,
  plainTextInput,
  radioButtons,
  richTextInput,
  selects,
  timepicker,
  urlInput,
  workflowButton,
} from "./elements.js";
import { card, carousel, container, dataTable, plan, table, taskCard } from "./message-blocks.js";
import { richText } from "./rich-text.js";

export type Surface = "message" | "modal" | "home";

const kind = <T extends string>(type: T) => ({ type: z.literal(type), block_id: blockId });

const actions = z.strictObject({
  ...kind("actions"),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        button,
        checkboxes,
        datepicker,
        datetimepicker,
        overflow,
        radioButtons,
        timepicker,
        workflowButton,
        richTextInput,
        ...selects,
      ]),
    )
    .min(1)
    .max(25),
});

const section = z
  .strictObject({
    ...kind("section"),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    // A date and time cannot stand here, a picture can.
    accessory: z
      .discriminatedUnion("type", [
        button,
        checkboxes,
        datepicker,
        imageElement,
        overflow,
        radioButtons,
        timepicker,
        workflowButton,
        ...selects,
      ])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, "must have text or fields");

const input = z.strictObject({
  ...kind("input"),
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion("type", [
    checkboxes,
    datepicker,
    datetimepicker,
    emailInput,
    fileInput,
    numberInput,
    plainTextInput,
    radioButtons,
    richTextInput,
    timepicker,
    urlInput,
    ...selects,
  ]),
});

const context = z.strictObject({
  ...kind("context"),
  elements: z
    .array(z.union([imageElement, anyText(3000)]))
    .min(1)
    .max(10),
});

const image = z
  .strictObject({
    ...kind("image"),
    image_url: webLink.optional(),
    slack_file: slackFile.optional(),
    alt_text: text(2000),
    title: plainText(2000).optional(),
  })
  .refine(
    (block) => (block.image_url === undefined) !== (block.slack_file === undefined),
    "must have either image_url or slack_file",
  );

const header = z.strictObject({ ...kind("header"), text: plainText(150) });
const divider = z.strictObject(kind("divider"));

const video = z.strictObject({
  ...kind("video"),
  video_url: webLink,
  thumbnail_url: webLink,
  alt_text: text(2000),
  title: plainText(199),
  title_url: webLink.optional(),
  author_name: text(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: webLink.optional(),
  description: plainText(200).optional(),
});

const alert = z.strictObject({
  ...kind("alert"),
  text: anyText(200),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const contextActions = z.strictObject({
  ...kind("context_actions"),
  elements: z
    .array(z.discriminatedUnion("type", [feedbackButtons, iconButton]))
    .min(1)
    .max(5),
});

const markdown = z.strictObject({ ...kind("markdown"), text: text(12_000) });

const everywhere = [actions, section, context, image, header, divider, richText, video, card] as const;

/** Which blocks each place takes. */
export const BLOCKS: Record<Surface, z.ZodType> = {
  message: z.discriminatedUnion("type", [
    ...everywhere,
    carousel,
    container,
    contextActions,
    dataTable,
    markdown,
    plan,
    table,
    taskCard,
  ]),
  modal: z.discriminatedUnion("type", [...everywhere, input, alert]),
  home: z.discriminatedUnion("type", [...everywhere, input, carousel]),
};

/** How many blocks each place takes. */
export const BLOCK_LIMIT: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
