import type { ConcernId, SlackUserId, SuggestionId } from "../../../src/core/ids.js";
import { editSuggestion } from "../../../src/flows/edit-suggestion.js";
import { raiseConcern, withdrawConcern } from "../../../src/flows/raise-concern.js";
import { secondSuggestion } from "../../../src/flows/second-suggestion.js";
import { seeConcerns } from "../../../src/flows/see-concerns.js";
import { plainAsk } from "../../../src/flows/suggest-article.js";
import { withdrawSuggestion } from "../../../src/flows/withdraw-suggestion.js";
import { executive, nadia } from "../../db/builders.js";
import { beginAct } from "../acts.js";
import { olga, stranger } from "../people-acting.js";
import { by, deliver } from "./deliver-act.js";
import { suggestionIds } from "./furnish.js";
import type { ShortWorld } from "./short-world.js";

/** Colleagues raise concerns, second, edit and withdraw, at any moment. */
export function theTeamDoesOneThing(short: ShortWorld): void {
  const { dice } = short.world;
  const suggestionId = dice.pick(suggestionIds);
  deeds[dice.pick(weighed)](short, suggestionId);
}

const weighed = ["concern", "concern", "concern", "withdrawConcern", "second", "edit", "withdraw"] as const;

const deeds: Readonly<Record<(typeof weighed)[number], (short: ShortWorld, id: SuggestionId) => void>> = {
  concern: (short, id) => concern(short, "concern", id),
  withdrawConcern: (short, id) => concern(short, "withdraw_concern", id),
  second,
  edit,
  withdraw(short, id) {
    if (short.world.dice.chance(0.3)) withdraw(short, id);
  },
};

/** She reads what is said about a card; now and then somebody else tries to have read it for her. */
export function sheReadsConcerns(short: ShortWorld, suggestionId: SuggestionId): void {
  const user = short.world.dice.chance(0.05) ? stranger : executive;
  read(short, user, suggestionId);
}

export function sheReadsAllConcerns(short: ShortWorld): void {
  const unread = "SELECT id FROM suggestions WHERE concern_at IS NOT NULL";
  for (const id of short.house.database.sqlite.prepare<[], SuggestionId>(unread).pluck().all()) {
    read(short, executive, id);
  }
}

/** What stands before her now; a concern raised while the press is on its way is not seen with it. */
function read(short: ShortWorld, user: string, suggestionId: SuggestionId): void {
  const act = beginAct(short.world, user, "concern_seen", suggestionId, null);
  const concerns = unseenOf(short, suggestionId);
  deliver(short, act, async (flows) => {
    await seeConcerns({ ...by(act), suggestionId, concerns }, flows);
  });
}

export function unseenOf({ house }: ShortWorld, suggestionId: SuggestionId): ConcernId[] {
  const unseen =
    "SELECT id FROM concerns WHERE suggestion_id = ? AND seen_at IS NULL AND withdrawn_at IS NULL";
  return house.database.sqlite.prepare<[string], ConcernId>(unseen).pluck().all(suggestionId);
}

function concern(short: ShortWorld, deed: "concern" | "withdraw_concern", suggestionId: SuggestionId): void {
  const act = beginAct(short.world, short.world.dice.pick([olga, nadia]), deed, suggestionId, null);
  const { delivery } = by(act);
  const raised = { by: act.user as SlackUserId, suggestionId, reason: "The figures are old.", delivery };
  const flow = deed === "concern" ? raiseConcern : withdrawConcern;
  deliver(short, act, async (flows) => void (await flow(raised, flows)));
}

function second(short: ShortWorld, suggestionId: SuggestionId): void {
  const act = beginAct(short.world, olga, "second", suggestionId, null);
  const press = { by: olga as SlackUserId, suggestionId, delivery: by(act).delivery };
  deliver(short, act, async (flows) => void (await secondSuggestion(press, flows)));
}

function edit(short: ShortWorld, suggestionId: SuggestionId): void {
  const draft = `Edited ${short.world.acts.size}.`;
  const act = beginAct(short.world, nadia, "submit suggest", suggestionId, null);
  const { insistsOn: _, ...plain } = plainAsk;
  const edited = { ...plain, by: nadia, suggestionId, note: "", draft, delivery: by(act).delivery };
  deliver(short, act, async (flows) => void (await editSuggestion(edited, flows)));
}

function withdraw(short: ShortWorld, suggestionId: SuggestionId): void {
  const act = beginAct(short.world, nadia, "withdraw", suggestionId, null);
  const press = { by: nadia, suggestionId, delivery: by(act).delivery };
  deliver(short, act, async (flows) => void (await withdrawSuggestion(press, flows)));
}
