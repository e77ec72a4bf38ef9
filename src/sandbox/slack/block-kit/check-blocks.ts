import type { Block } from "../hands.js";
import { isPlainObject, objectsIn, type PlainObject } from "../plain-object.js";
import { BLOCK_LIMIT, BLOCKS, type Surface } from "./blocks.js";
import { complaint, complaints } from "./complaint.js";
import { elementComplaints, sharedIds } from "./element-rules.js";

/** Whether Slack could not download the picture at this address. */
export type RefusesImage = ((url: string) => boolean) | null;

/** Everything Slack would refuse these blocks for; empty when they are fine. */
export function checkBlocks(surface: Surface, blocks: unknown, refusesImage: RefusesImage): string[] {
  if (!Array.isArray(blocks)) return [complaint("must provide an array", "/blocks")];
  const limit = BLOCK_LIMIT[surface];
  const found = blocks.flatMap((block: unknown, at) => blockComplaints(surface, block, `/blocks/${at}`));
  if (blocks.length > limit) found.push(complaint(`no more than ${limit} items allowed`, "/blocks"));
  found.push(...sharedIds(blocks.filter(isPlainObject)));
  return found.length > 0 ? found : brokenImages(blocks, "/blocks", refusesImage);
}

function blockComplaints(surface: Surface, block: unknown, pointer: string): string[] {
  const shape = BLOCKS[surface].safeParse(block);
  if (!shape.success) return complaints(shape.error.issues, pointer);
  const checked = block as Block;
  if (checked.type !== "container") return elementComplaints(checked, pointer);
  // Children follow the rules of the place the container stands in.
  return objectsIn(checked.child_blocks).flatMap((child, at) =>
    blockComplaints(surface, child, `${pointer}/child_blocks/${at}`),
  );
}

function brokenImages(value: unknown, pointer: string, refusesImage: RefusesImage): string[] {
  if (refusesImage === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => brokenImages(each, `${pointer}/${at}`, refusesImage));
  }
  if (!isPlainObject(value)) return [];
  return Object.entries(value satisfies PlainObject).flatMap(([name, each]) =>
    name === "image_url" && typeof each === "string" && refusesImage(each)
      ? [complaint("downloading image failed", `${pointer}/${name}`)]
      : brokenImages(each, `${pointer}/${name}`, refusesImage),
  );
}
