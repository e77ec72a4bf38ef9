import type { SlackUserId } from "../core/ids.js";
import type { Words } from "../i18n/words.js";
import { wordsFor } from "../i18n/words-for.js";
import type { People } from "./people.js";

/** The dictionary of the person who will read the answer; English when Slack does not say who acted. */
export async function wordsOf(
  user: SlackUserId | string | null,
  { people }: { readonly people: People },
): Promise<Words> {
  return wordsFor(user ? (await people.find(user as SlackUserId)).locale : "en");
}
