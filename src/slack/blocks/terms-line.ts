import type { Desk } from "../../core/desk.js";
import { longestPost, priceOfPost, weigh } from "../../core/text-weight.js";
import type { Words } from "../../i18n/words.js";

/** «Posts as @handle», the count, what the press costs where she wants to see it, and how many more wait. */
export function termsLine(desk: Desk, text: string, behind: number, words: Words): string {
  const { card: say, desk: hers } = words;
  const waiting = behind > 0 ? ` · ${hers.behind(behind)}` : "";
  if (!desk.account) return `${say.noAccount}${waiting}`;
  const { handle } = desk.account;
  const count = weigh(text).documented;
  if (!desk.settings.showPrice) return `${hers.terms(handle, count, longestPost)}${waiting}`;
  const price = priceOfPost(text) > 0.1 ? say.priceWithLink : say.priceWithout;
  return `${say.terms(handle, count, longestPost, price)}${waiting}`;
}
