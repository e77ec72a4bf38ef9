import type { ModalView } from "@slack/types";
import { type CardKey, readCardKey, writeCardKey } from "../core/card-key.js";
import type { Desk } from "../core/desk.js";
import type { SlackChannelId, SlackTs } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import type { Revision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import type { CardPlace } from "../flows/card-place.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { placeOf, presserOf } from "./delivery.js";
import { isButton } from "./is-button.js";
import type { Press } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { presentState } from "./present-state.js";
import { tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";

/** What a form opened from a card remembers: ids and a digest, never a text. */
export type FormOrigin = { readonly key: CardKey; readonly card: CardPlace };

/** `exact`: the form that shows the exact words, whose submission approves them without a field. */
export type FormKind = "rewrite" | "exact" | "schedule";

export function writeOrigin(kind: FormKind, { key, card }: FormOrigin): string {
  return [kind, writeCardKey(key), card.channel, card.ts].join(" ");
}

/** Null for another kind of form, and for anything this product did not write. */
export function readOrigin(metadata: string, kind: FormKind): FormOrigin | null {
  const [written, value, channel, ts] = metadata.split(" ");
  const key = readCardKey(value);
  if (written !== kind || !key || !channel || !ts) return null;
  return { key, card: { channel: channel as SlackChannelId, ts: ts as SlackTs } };
}

export type FormFacts = {
  readonly desk: Desk;
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly origin: FormOrigin;
  readonly words: Words;
};

/** A button of the card that opens a form on its wording: for her alone, and only while there is something to decide. */
export function opensForm(needs: BotNeeds, draw: (facts: FormFacts) => ModalView) {
  return async (press: Press): Promise<void> => {
    const { ack, body, action, respond } = press;
    await ack();
    const presser = presserOf(body);
    const words = await wordsOf(presser.userId, needs);
    const tell = (text: string) =>
      tellPrivately(text, body, { respond, client: needs.slack.patient, log: needs.log });
    const desk = await needDesk(needs.store);
    if (!mayDecide(desk, presser)) return tell(words.answers.onlyHer);
    const key = isButton(action) ? readCardKey(action.value) : null;
    if (!key) return tell(words.answers.settledBefore.closed);
    const suggestion = await needs.store.suggestion(key.suggestionId);
    const revision = suggestion?.revisionId && (await needs.store.revision(suggestion.revisionId));
    if (suggestion?.state !== "shown" || !revision) {
      return tell(await presentState(key.suggestionId, words, needs.store));
    }
    const stale = revision.id !== key.revisionId || (desk.account?.id ?? null) !== key.accountId;
    if (stale) return tell(words.answers.staleCard);
    const view = draw({ desk, suggestion, revision, words, origin: { key, card: placeOf(body) } });
    if (!(await openFormOnce(body.trigger_id, view, needs))) await tell(words.answers.pressAgain);
  };
}
