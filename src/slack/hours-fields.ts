import { readTime } from "../core/read-times.js";
import { writePostingHours } from "../core/write-posting-hours.js";
import type { Words } from "../i18n/words.js";
import { fieldChoice, fieldChoices, fieldTime } from "./field-text.js";

type View = Parameters<typeof fieldChoice>[0];

/** `hours` as settings keep them. */
export type ReadHours =
  | { readonly kind: "read"; readonly hours: string | null }
  | { readonly kind: "wrong"; readonly errors: Readonly<Record<string, string>> };

/** Her hours from a form, or what is wrong with them, by field. */
export function readHours(view: View, { settings: say }: Words): ReadHours {
  const choice = fieldChoice(view, "hours");
  if (choice === "always") return { kind: "read", hours: "always" };
  if (choice !== "weekly") return { kind: "read", hours: null };
  const days = fieldChoices(view, "days")
    .map(Number)
    .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    .sort();
  const [from, to] = ["from", "to"].map((name) => readTime(fieldTime(view, name) ?? ""));
  const errors = {
    ...(days.length === 0 ? { days: say.wrong.noDays } : {}),
    ...(typeof from === "number" ? {} : { from: say.wrong.noTime }),
    ...(typeof to === "number" ? {} : { to: say.wrong.noTime }),
    ...(typeof from === "number" && typeof to === "number" && from >= to ? { to: say.wrong.order } : {}),
  };
  if (Object.keys(errors).length > 0 || typeof from !== "number" || typeof to !== "number")
    return { kind: "wrong", errors };
  return { kind: "read", hours: writePostingHours({ kind: "weekly", days, from, to }) };
}
