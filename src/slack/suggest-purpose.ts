import { readSuggestionKey } from "../core/card-key.js";
import type { SuggestionId } from "../core/ids.js";

/** What a form of a suggestion remembers: what handing it in does, and to which suggestion. */
export type RememberedPurpose =
  | { readonly kind: "new" }
  | { readonly kind: "insist" | "edit"; readonly suggestionId: SuggestionId };

/** Null for anything this product did not write. */
export function readPurpose(metadata: string): RememberedPurpose | null {
  if (metadata === "") return { kind: "new" };
  const [kind, id, ...more] = metadata.split(" ");
  const suggestionId = readSuggestionKey(id);
  if ((kind !== "insist" && kind !== "edit") || !suggestionId || more.length > 0) return null;
  return { kind, suggestionId };
}
