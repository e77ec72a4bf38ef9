import type { KnownBlock } from "@slack/types";
import type { Presser } from "../core/may-decide.js";
import type { Suggestion } from "../core/suggestion.js";
import { seeConcerns } from "../flows/see-concerns.js";
import type { Words } from "../i18n/words.js";
import { fromColleagues } from "./blocks/from-colleagues.js";
import type { BotNeeds } from "./bot-needs.js";

type Needs = Pick<BotNeeds, "store" | "now">;

/** What colleagues are concerned about and she has not seen, to stand at the top of a form. */
export async function unreadConcerns(
  suggestion: Suggestion,
  words: Words,
  { store }: Pick<Needs, "store">,
): Promise<KnownBlock[]> {
  const unseen = (await store.concernsOf(suggestion.id)).filter(({ seenAt }) => seenAt === null);
  const block = fromColleagues({ ...suggestion, reproach: null }, { seconds: [], concerns: unseen }, words);
  return block ? [block] : [];
}

/** A form of hers shows them now: its press counts. */
export async function shownToHer(presser: Presser, { id }: Suggestion, needs: Needs): Promise<void> {
  await seeConcerns({ presser, suggestionId: id, delivery: null }, needs);
}
