import type { Concern } from "../../src/core/concern.js";
import type { SlackUserId, SuggestionId } from "../../src/core/ids.js";
import type { Store } from "../../src/flows/ports.js";
import { type ConcernAnswer, raiseConcern, withdrawConcern } from "../../src/flows/raise-concern.js";
import { type SecondAnswer, secondSuggestion } from "../../src/flows/second-suggestion.js";
import { type SeenAnswer, seeConcerns } from "../../src/flows/see-concerns.js";
import {
  plainAsk,
  type SuggestAnswer,
  type SuggestAsk,
  suggestArticle,
} from "../../src/flows/suggest-article.js";
import { type ADesk, aDelivery, hers, link } from "./a-desk.js";

// What colleagues do beside the one who suggested, and what she reads of it.

export const omar = "U0OMAR" as SlackUserId;
export const ines = "U0INES" as SlackUserId;

/** The same desk where somebody else does this right before the next commit, once. */
export function justBefore<D extends Pick<ADesk, "store">>(desk: D, act: () => Promise<unknown>): D {
  let done = false;
  const commit: Store["commit"] = async (change) => {
    if (!done) {
      done = true;
      await act();
    }
    return desk.store.commit(change);
  };
  return { ...desk, store: { ...desk.store, commit } };
}

/** `/suggest` by a colleague, whatever comes of it. */
export async function suggestedBy(
  desk: ADesk,
  by: SlackUserId,
  given: Partial<SuggestAsk> = {},
): Promise<SuggestAnswer> {
  const ask = { ...plainAsk, by, link, note: "", draft: null, delivery: aDelivery(), ...given };
  const settled = await suggestArticle(ask, desk);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

export async function secondedBy(desk: ADesk, by: SlackUserId, id: SuggestionId): Promise<SecondAnswer> {
  const settled = await secondSuggestion({ by, suggestionId: id, delivery: aDelivery() }, desk);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

export async function raisedBy(
  desk: ADesk,
  by: SlackUserId,
  id: SuggestionId,
  reason = "The figures are last year's.",
): Promise<ConcernAnswer> {
  const settled = await raiseConcern({ by, suggestionId: id, reason, delivery: aDelivery() }, desk);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

/** The same, which must be taken: the concern as it stands. */
export async function raisedConcern(
  desk: ADesk,
  id: SuggestionId,
  by: SlackUserId = omar,
  reason?: string,
): Promise<Concern> {
  const answer = await raisedBy(desk, by, id, reason);
  const concern = (await desk.store.concernsOf(id)).find(({ userId }) => userId === by);
  if (answer.kind !== "raised" || !concern) throw new Error(answer.kind);
  return concern;
}

export async function concernWithdrawnBy(
  desk: ADesk,
  by: SlackUserId,
  id: SuggestionId,
): Promise<ConcernAnswer> {
  const settled = await withdrawConcern({ by, suggestionId: id, delivery: aDelivery() }, desk);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

/** «I have read it»: all that stand, or these. */
export async function readBy(
  desk: ADesk,
  id: SuggestionId,
  { presser = hers, concerns }: Partial<Pick<Parameters<typeof seeConcerns>[0], "presser" | "concerns">> = {},
): Promise<SeenAnswer> {
  const standing = concerns ?? (await desk.store.concernsOf(id)).map((concern) => concern.id);
  const press = { presser, suggestionId: id, concerns: standing, delivery: aDelivery() };
  const settled = await seeConcerns(press, desk);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}
