import type { KnownBlock } from "@slack/types";
import { toRead } from "../core/concern.js";
import type { ConcernId } from "../core/ids.js";
import type { Presser } from "../core/may-decide.js";
import type { Suggestion } from "../core/suggestion.js";
import { seeConcerns } from "../flows/see-concerns.js";
import type { Words } from "../i18n/words.js";
import { fromColleagues } from "./blocks/from-colleagues.js";
import type { BotNeeds } from "./bot-needs.js";

type Needs = Pick<BotNeeds, "store" | "now">;

/** What she reads next of colleagues' concerns, to stand at the top of a form. */
export async function unreadConcerns(
  suggestion: Suggestion,
  words: Words,
  { store }: Pick<Needs, "store">,
): Promise<{ readonly blocks: readonly KnownBlock[]; readonly ids: readonly ConcernId[] }> {
  const concerns = toRead(await store.concernsOf(suggestion.id));
  const block = fromColleagues({ ...suggestion, note: "", reproach: null }, { seconds: [], concerns }, words);
  return { blocks: block ? [block] : [], ids: concerns.map(({ id }) => id) };
}

/** A form of hers shows these now: its press counts where no other stands. */
export async function shownToHer(
  presser: Presser,
  { id: suggestionId }: Suggestion,
  concerns: readonly ConcernId[],
  needs: Needs,
): Promise<void> {
  await seeConcerns({ presser, suggestionId, concerns, delivery: null }, needs);
}
