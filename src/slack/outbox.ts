import type { Instant, SlackTs, SuggestionId } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { commitDecision } from "../flows/commit-decision.js";
import { needDesk } from "../flows/need-desk.js";
import type { Log, ShowNow, Store } from "../flows/ports.js";
import { type Rendered, section } from "./blocks/block-parts.js";
import type { OfferNeeds } from "./card-offers.js";
import { oneAtATime } from "./one-at-a-time.js";
import type { People } from "./people.js";
import { readersWords, renderMessage } from "./render-message.js";
import { sayOnCard } from "./say-on-card.js";
import { channelOf, digestOf, findSent, type Sent, sendMessage } from "./send-message.js";
import type { SlackClients } from "./slack-clients.js";

type Needs = OfferNeeds & {
  readonly people: People;
  readonly slack: Pick<SlackClients, "patient">;
  /** False while what stands in Slack is a witness that has not been read yet: nothing is drawn over it. */
  readonly mayDraw: () => boolean;
  readonly log: Log;
};

export type Outbox = {
  /** Brings every message that is owed and due up to date. One that fails never holds up another. */
  sendOwed(): Promise<void>;
  showNow: ShowNow;
};

/** Messages sent at the same time: Slack allows about one a second and channel, short bursts more. */
const mostAtOnce = 20;

export function openOutbox(needs: Needs): Outbox {
  const inTurn = oneAtATime<string>();
  const withoutPicture = new Set<string>();
  const sure = new Set<string>();
  const bringUpToDate = (message: Message) =>
    inTurn(message.id, () => showOne(message, { ...needs, withoutPicture, sure }));
  return {
    async sendOwed() {
      const owed = await needs.store.messagesOwed(needs.now(), mostAtOnce);
      await Promise.all(owed.map(bringUpToDate));
    },
    async showNow(kind, subject) {
      const message = await needs.store.message(kind, subject);
      return message ? bringUpToDate(message) : false;
    },
  };
}

type Showing = Needs & {
  /** Messages whose picture Slack could not fetch: drawn without it until the process starts again. */
  readonly withoutPicture: Set<string>;
  /**
   * Messages of which Slack surely shows what was recorded last. Not after an update without a clear answer, nor
   * one that a crash may have cut off: those are updated again, also to what they showed before.
   */
  readonly sure: Set<string>;
};

/** True when what Slack shows is what was wanted when this was drawn. */
async function showOne({ kind, subject, id }: Message, needs: Showing): Promise<boolean> {
  const message = await needs.store.message(kind, subject);
  if (!message || !needs.mayDraw()) return false;
  if (message.wanted <= message.shown) return true;
  try {
    const sent = await draw(message, needs);
    if (sent === "nothing_to_say") {
      await putOff(message, 5_000, needs);
      return false;
    }
    return await settle(message, sent, needs);
  } catch (error) {
    needs.log("message_failed", { message: id, error: error instanceof Error ? error.name : "unknown" });
    await putOff(message, backoff(message.attempts), needs);
    return false;
  }
}

type Drawn = { readonly sent: Sent; readonly digest: string };

async function draw(message: Message, needs: Showing): Promise<Drawn | "nothing_to_say"> {
  const client = needs.slack.patient;
  const picture = needs.withoutPicture.has(message.id) ? "without_picture" : "with_picture";
  const rendered = await renderMessage(message, picture, needs);
  if (!rendered) return "nothing_to_say";
  const digest = digestOf(rendered);
  const unchanged = needs.sure.has(message.id) && message.shownDigest === digest;
  if (message.ts && message.channel && unchanged && !(await isWitness(message, needs.store))) {
    const { channel, ts, returnedDigest: returned } = message;
    return { sent: { kind: "shown", channel, ts, returned }, digest };
  }
  const found = await lookForLost(message, rendered.thread, needs);
  const standing = found[0] ? { ...message, ts: found[0] } : message;
  if (!standing.ts) await markSending(message, needs);
  needs.sure.delete(message.id);
  const sent = await sendMessage(standing, rendered, client);
  if (sent.kind === "shown") {
    // A send that was uncertain may still have arrived after it was looked for.
    const now = found.length > 0 ? found : await lookForLost(message, rendered.thread, needs).catch(() => []);
    await retire(
      now.filter((ts) => ts !== sent.ts),
      message,
      needs,
    );
  }
  if (sent.kind !== "picture_refused") return { sent, digest };
  needs.withoutPicture.add(message.id);
  const plain = await renderMessage(message, "without_picture", needs);
  if (!plain) return "nothing_to_say";
  const again = await sendMessage(standing, plain, client);
  return again.kind === "picture_refused"
    ? { sent: { kind: "refused", error: "invalid_blocks" }, digest }
    : { sent: again, digest };
}

/** «Posting…» is always said anew: the mark it carries must be the newest that Slack holds (decision 0012). */
async function isWitness({ kind, subject }: Message, store: Store): Promise<boolean> {
  if (kind !== "card") return false;
  return (await store.latestPost(subject as SuggestionId))?.post.state === "running";
}

/** An uncertain first send to a person is looked for; in the channel one duplicate is allowed. */
async function lookForLost(
  message: Message,
  thread: Rendered["thread"],
  { slack }: Needs,
): Promise<SlackTs[]> {
  if (message.ts || message.sendingSince === null || message.to.kind !== "person") return [];
  return findSent(message, message.sendingSince, thread, slack.patient);
}

/** Copies of a message that stand beside the recorded one are made inert. */
async function retire(copies: readonly SlackTs[], message: Message, needs: Needs): Promise<void> {
  if (copies.length === 0) return;
  const { patient } = needs.slack;
  const words = await readersWords(message, await needDesk(needs.store), needs.people);
  const text = words.answers.doubled;
  const channel = await channelOf(message, patient);
  for (const ts of copies) {
    await patient.chat
      .update({ channel, ts, text, blocks: [section(text)] })
      .catch(() => needs.log("slack_failed", { method: "chat.update" }));
  }
}

async function markSending(message: Message, { store, now }: Needs): Promise<void> {
  await change(message, store, now(), (row) => ({ ...row, sendingSince: row.sendingSince ?? now() }));
}

async function settle(message: Message, { sent, digest }: Drawn, needs: Showing): Promise<boolean> {
  const { store, now, log } = needs;
  switch (sent.kind) {
    case "shown": {
      const { channel, ts, returned } = sent;
      await change(message, store, now(), (row) => ({
        ...row,
        channel,
        ts,
        shown: Math.max(row.shown, message.wanted),
        shownDigest: digest,
        returnedDigest: returned,
        attempts: 0,
        sendingSince: null,
      }));
      if (message.attempts > 0) await sayOnCard(message, needs);
      needs.sure.add(message.id);
      log("message_shown", { message: message.id, kind: message.kind, version: message.wanted });
      return true;
    }
    case "wait":
      await putOff(message, sent.ms, needs);
      return false;
    case "gone":
      // Somebody deleted it in Slack: it is posted anew, and a press on an old copy finds another place recorded.
      await change(message, store, now(), (row) => ({ ...row, ...nowhere, dueAt: now() }));
      return false;
    case "refused":
    case "uncertain":
    case "picture_refused": {
      const error = sent.kind === "picture_refused" ? "invalid_blocks" : sent.error;
      log("message_failed", {
        message: message.id,
        kind: message.kind,
        error,
        attempts: message.attempts + 1,
      });
      // Only a refused first send has surely left nothing behind; one before it may stand there still.
      const nothingSent = sent.kind === "refused" && message.sendingSince === null;
      await putOff(message, backoff(message.attempts), needs, nothingSent);
      if (message.attempts === 0) await sayOnCard(message, needs);
      return false;
    }
    default:
      return sent satisfies never;
  }
}

/** A message that stands nowhere. */
const nowhere = {
  channel: null,
  ts: null,
  shownDigest: null,
  returnedDigest: null,
  sendingSince: null,
} as const;

/** 1, 2, 4 … seconds, ten minutes at most. */
function backoff(attempts: number): number {
  return Math.min(600_000, 1000 * 2 ** attempts);
}

async function putOff(
  message: Message,
  ms: number,
  { store, now }: Needs,
  nothingSent = false,
): Promise<void> {
  await change(message, store, now(), (row) => ({
    ...row,
    dueAt: now() + ms,
    attempts: row.attempts + 1,
    sendingSince: nothingSent ? null : row.sendingSince,
  }));
}

/** Rewrites the message's row as it is by now. */
async function change(
  { kind, subject }: Message,
  store: Store,
  at: Instant,
  edit: (row: Message) => Message,
): Promise<void> {
  await commitDecision(store, async () => {
    const row = await store.message(kind, subject);
    if (!row) return { answer: null, change: null };
    return {
      answer: null,
      change: { at, expect: [], put: [{ table: "message", row: edit(row) }], show: [], record: [] },
    };
  });
}
