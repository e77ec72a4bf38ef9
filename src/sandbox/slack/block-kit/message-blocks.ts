import { z } from "zod";
import { anyText, blockId, imageElement, mrkdwn, plainText, text, webLink } from "./composition.js";
import { button } from "./elements.js";
import { richText } from "./rich-text.js";

// The younger blocks: cards, tables and the reports of agents.

const kind = <T extends string>(type: T) => ({ type: z.literal(type), block_id: blockId });

export const card = z.strictObject({
  ...kind("card"),
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  actions: z.array(button).min(1).optional(),
});

export const carousel = z.strictObject({ ...kind("carousel"), elements: z.array(card).min(1).max(10) });

const CONTAINED = [
  "actions",
  "context",
  "divider",
  "header",
  "image",
  "input",
  "rich_text",
  "section",
  "table",
  "video",
] as const;

/** The blocks inside are checked by their own rules afterwards. */
export const container = z.strictObject({
  ...kind("container"),
  title: plainText(150).optional(),
  rich_text_title: richText.optional(),
  subtitle: anyText(150).optional(),
  child_blocks: z
    .array(z.looseObject({ type: z.enum(CONTAINED) }))
    .min(1)
    .max(10),
  width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
  icon: imageElement.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});

const cell = z.discriminatedUnion("type", [
  richText,
  z.strictObject({ type: z.literal("raw_text"), text: z.string() }),
  z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: z.string() }),
]);
const row = z.array(cell).min(1).max(20);

export const table = z.strictObject({
  ...kind("table"),
  rows: z.array(row).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});

export const dataTable = z.strictObject({
  ...kind("data_table"),
  caption: text(2000),
  rows: z.array(row).min(2).max(101),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).optional(),
});

export const taskCard = z.strictObject({
  ...kind("task_card"),
  task_id: text(255),
  title: text(255),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal("url"), url: webLink, text: z.string() })).optional(),
  status: z.enum(["pending", "in_progress", "complete", "error"]),
});

export const plan = z.strictObject({
  ...kind("plan"),
  title: text(255),
  tasks: z.array(taskCard).optional(),
});
