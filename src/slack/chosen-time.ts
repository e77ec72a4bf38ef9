import type { Instant } from "../core/ids.js";
import { below } from "./blocks/time-fields.js";
import { fieldChoice, fieldInstant } from "./field-text.js";

/** The time she chose in a form, and the field it stands in; null: none was picked. */
export function chosenTime(view: Parameters<typeof fieldInstant>[0]): {
  readonly at: Instant | null;
  readonly field: "quick" | "when";
} {
  const quick = fieldChoice(view, "quick");
  // Nothing in the other field: a form that was filled there alone means what was filled.
  if (quick === null || quick === below) return { at: fieldInstant(view, "when"), field: "when" };
  return { at: /^[0-9a-z]{1,9}$/.test(quick) ? Number.parseInt(quick, 36) : null, field: "quick" };
}
