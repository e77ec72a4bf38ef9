import { z } from "zod";
import { objectsIn, type PlainObject } from "../plain-object.js";
import { checkBlocks, type RefusesImage } from "./check-blocks.js";
import { complaint, complaints } from "./complaint.js";
import { plainText, text } from "./composition.js";

/** Bytes of a view as JSON. */
export const VIEW_SIZE_LIMIT = 250_000;

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: text(255, 0).optional(),
  external_id: text(255, 0).optional(),
};

const VIEWS = {
  modal: z.strictObject({
    type: z.literal("modal"),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...shared,
  }),
  home: z.strictObject({ type: z.literal("home"), ...shared }),
};

/** Everything Slack would refuse this view for; empty when it is fine. */
export function checkView(type: "modal" | "home", view: PlainObject, refusesImage: RefusesImage): string[] {
  const shape = VIEWS[type].safeParse(view);
  const found = shape.success ? [] : complaints(shape.error.issues, "/view");
  const blocks = objectsIn(view.blocks);
  if (type === "modal" && !view.submit && blocks.some((block) => block.type === "input")) {
    found.push(complaint("submit is required when there is an input block", "/view/submit"));
  }
  const focused = JSON.stringify(blocks).match(/"focus_on_load":true/g) ?? [];
  if (focused.length > 1) found.push(complaint("only one element can have focus_on_load", "/view/blocks"));
  const inBlocks = checkBlocks(type, view.blocks, refusesImage).map((message) =>
    message.replace("[json-pointer:/blocks", "[json-pointer:/view/blocks"),
  );
  return [...found, ...inBlocks];
}
