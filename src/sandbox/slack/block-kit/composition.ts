import { z } from "zod";

// Limits: docs.slack.dev block kit reference, as gathered in the project's notes on Slack.

export const text = (most: number, least = 1) => z.string().min(least).max(most);
export const blockId = text(255).optional();
export const actionId = text(255).optional();

export const webLink = z
  .string()
  .max(3000)
  .regex(/^https?:\/\/\S+$/i, "must be a valid http(s) URL");

export const plainText = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(most), emoji: z.boolean().optional() });

export const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(most), verbatim: z.boolean().optional() });

export const anyText = (most: number) => z.discriminatedUnion("type", [plainText(most), mrkdwn(most)]);

export const style = z.enum(["primary", "danger"]);

export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: style.optional(),
});

export const plainOption = z.strictObject({
  text: plainText(75),
  value: text(75),
  description: plainText(75).optional(),
});

/** Options of an overflow menu may be links. */
export const overflowOption = plainOption.extend({ url: webLink.optional() });

export const anyOption = z.strictObject({
  text: anyText(75),
  value: text(75),
  description: anyText(75).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

export const slackFile = z.union([z.strictObject({ id: text(255) }), z.strictObject({ url: webLink })]);

export const imageElement = z
  .strictObject({
    type: z.literal("image"),
    image_url: webLink.optional(),
    slack_file: slackFile.optional(),
    alt_text: text(2000),
  })
  .refine(
    (image) => (image.image_url === undefined) !== (image.slack_file === undefined),
    "must have either image_url or slack_file",
  );

export const dispatchConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(["on_enter_pressed", "on_character_entered"]))
    .min(1)
    .max(2),
});

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date like 2026-11-24");
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 08:30");
