import { z } from "zod";
import { blockId, text, webLink } from "./composition.js";

const flag = z.boolean().optional();
const style = {
  style: z
    .strictObject({
      bold: flag,
      italic: flag,
      strike: flag,
      code: flag,
      underline: flag,
      highlight: flag,
      client_highlight: flag,
      unlink: flag,
    })
    .optional(),
};
const part = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape, ...style });

const plain = part("text", { text: text(Number.POSITIVE_INFINITY) });
const link = part("link", { url: webLink, text: z.string().optional(), unsafe: flag });

const inline = z.discriminatedUnion("type", [
  plain,
  link,
  part("broadcast", { range: z.enum(["here", "channel", "everyone"]) }),
  part("color", { value: z.string() }),
  part("channel", { channel_id: z.string() }),
  part("date", {
    timestamp: z.int(),
    format: z.string(),
    url: webLink.optional(),
    fallback: z.string().optional(),
  }),
  part("emoji", { name: z.string(), unicode: z.string().optional(), url: webLink.optional() }),
  part("team", { team_id: z.string() }),
  part("user", { user_id: z.string() }),
  part("usergroup", { usergroup_id: z.string() }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(inline) });

export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion("type", [
        section,
        z.strictObject({
          type: z.literal("rich_text_list"),
          style: z.enum(["bullet", "ordered"]),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          elements: z.array(section).min(1),
          ...border,
        }),
        z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(inline), ...border }),
        z.strictObject({
          type: z.literal("rich_text_preformatted"),
          elements: z.array(z.discriminatedUnion("type", [plain, link])),
          ...border,
        }),
      ]),
    )
    .min(1),
});
