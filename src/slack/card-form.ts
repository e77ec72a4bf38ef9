import type { ModalView } from "@slack/types";
import { type CardKey, readCardKey, readPostKey, writeCardKey } from "../core/card-key.js";
import type { Desk } from "../core/desk.js";
import type { Instant, PostId, SlackChannelId, SlackTs } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import type { Revision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import type { CardPlace } from "../flows/card-place.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import type { Zones } from "./blocks/say-time.js";
import type { BotNeeds } from "./bot-needs.js";
import { placeOf, presserOf } from "./delivery.js";
import { isButton } from "./is-button.js";
import type { Press } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { presentState } from "./present-state.js";
import { tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { whereSheIs } from "./where-she-is.js";

/** What a form opened from a card remembers: ids, a digest and a time, never a text. */
export type FormOrigin = {
  readonly key: CardKey;
  readonly card: CardPlace;
  /** The time that the form's next press approves for. */
  readonly at?: Instant | undefined;
  /** The scheduled post whose place it takes. */
  readonly instead?: PostId | undefined;
};

/** `exact`: the form that shows the exact words, whose submission approves them without a field. */
export type FormKind = "rewrite" | "exact" | "schedule";

export function writeOrigin(kind: FormKind, { key, card, at, instead }: FormOrigin): string {
  const more = [...(at === undefined ? [] : [`at:${at}`]), ...(instead ? [`instead:${instead}`] : [])];
  return [kind, writeCardKey(key), card.channel, card.ts, ...more].join(" ");
}

/** Null for another kind of form, and for anything this product did not write. */
export function readOrigin(metadata: string, kind: FormKind): FormOrigin | null {
  const [written, value, channel, ts, ...more] = metadata.split(" ");
  const key = readCardKey(value);
  if (written !== kind || !key || !channel || !ts) return null;
  const card = { channel: channel as SlackChannelId, ts: ts as SlackTs };
  const [at] = more.flatMap((word) => /^at:(\d{1,15})$/.exec(word)?.[1] ?? []);
  const [instead] = more.flatMap((word) => readPostKey(/^instead:(.+)$/.exec(word)?.[1]) ?? []);
  return { key, card, ...(at === undefined ? {} : { at: Number(at) }), ...(instead ? { instead } : {}) };
}

export type FormFacts = {
  readonly desk: Desk;
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly origin: FormOrigin;
  readonly words: Words;
  /** The zones her times are told in. */
  readonly zones: Zones;
};

/** What a button that opens a form carries: the card's key, and the scheduled post it is about. */
type Carried = Pick<FormOrigin, "key" | "instead">;

function cardAlone(value: unknown): Carried | null {
  const key = readCardKey(value);
  return key && { key };
}

/** A button of the card that opens a form on its wording: for her alone, and only while there is something to decide. */
export function opensForm(
  needs: BotNeeds,
  draw: (facts: FormFacts) => Promise<ModalView>,
  read: (value: unknown) => Carried | null = cardAlone,
) {
  return async (press: Press): Promise<void> => {
    const { ack, body, action, respond } = press;
    await ack();
    const presser = presserOf(body);
    const words = await wordsOf(presser.userId, needs);
    const tell = (text: string) =>
      tellPrivately(text, body, { respond, client: needs.slack.patient, log: needs.log });
    const desk = await needDesk(needs.store);
    if (!mayDecide(desk, presser)) return tell(words.answers.onlyHer);
    const carried = isButton(action) ? read(action.value) : null;
    if (!carried) return tell(words.answers.settledBefore.closed);
    const { key, instead } = carried;
    const zones = await whereSheIs(desk, needs, "fresh");
    const suggestion = await needs.store.suggestion(key.suggestionId);
    const revision = suggestion?.revisionId && (await needs.store.revision(suggestion.revisionId));
    const open = instead ? await isScheduled(instead, needs) : suggestion?.state === "shown";
    if (!suggestion || !open || !revision) {
      return tell(await presentState(key.suggestionId, words, needs.store, "concerned", zones.here));
    }
    const stale = revision.id !== key.revisionId || (desk.account?.id ?? null) !== key.accountId;
    if (stale) return tell(words.answers.staleCard);
    const origin = { ...carried, card: placeOf(body) };
    const view = await draw({ desk, suggestion, revision, words, zones, origin });
    if (!(await openFormOnce(body.trigger_id, view, needs))) await tell(words.answers.pressAgain);
  };
}

async function isScheduled(id: PostId, { store }: Pick<BotNeeds, "store">): Promise<boolean> {
  return (await store.post(id))?.post.state === "scheduled";
}
