import type { PromiseName } from "./matrix-table.js";

/** Cells in which this product keeps another promise than the table of trust.md names, and why. */
export const keptOtherwise: Readonly<Record<string, { readonly as: PromiseName; readonly why: string }>> = {
  "6/k2": {
    as: "C",
    why: "claim and intent are one commit: found running, it may have been sent (DESIGN «States»)",
  },
  "6/pl": { as: "C", why: "as 6/k2, with the power gone" },
  "7/k2": { as: "C", why: "as 6/k2: the witness comes after that commit" },
  "1/bad": {
    as: "A",
    why: "a suggestion that names nobody is turned away at the door: the record is of presses",
  },
};
