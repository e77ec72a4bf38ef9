import type { DeliveryKey, Instant, PostId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Part, Post } from "../core/post.js";
import { movePart } from "../core/transitions.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { firstAttempt } from "./earlier-attempts.js";
import { findOnTimeline } from "./find-on-timeline.js";
import { giveCardBack } from "./give-card-back.js";
import { askingLines, cardOf, linesOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import { nudgeAfterFive } from "./nudge-after-five.js";
import type { Change, Log, LookAtTimeline, Now, PostWhole, Store, TimelinePost } from "./ports.js";
import { publishedChange, told } from "./record-outcome.js";
import { refusedPress } from "./refused-press.js";

type Needs = {
  readonly store: Store;
  readonly look: LookAtTimeline;
  readonly now: Now;
  readonly log: Log;
};

/** After each look without a match the next comes this much later; then hourly for a day, then only when asked. */
const nextLookMs = [10_000, 60_000, 5 * 60_000, 15 * 60_000] as const;
const hourMs = 3_600_000;
const mostLooks = nextLookMs.length + 24;
/**
 * Looks at her timeline for posts whose answer never came, and for the link of those that only she saw: a match
 * proves, its absence proves nothing.
 */
export async function settleUnknown(needs: Needs): Promise<void> {
  for (const whole of await needs.store.postsDue("asking", needs.now())) await lookOnce(whole, needs);
  for (const whole of await needs.store.postsDue("done", needs.now())) {
    if (whole.parts[0]?.state === "published") await lookOnce(whole, needs);
  }
}

async function lookOnce(whole: PostWhole, needs: Needs): Promise<void> {
  const { post, approval } = whole;
  const [part] = whole.parts;
  if (!part || part.xPostId !== null) return;
  const sent = part.attemptedAt ?? post.postAt;
  const from = Math.min(sent, (await firstAttempt(whole, needs.store)) ?? sent);
  const sought = { text: part.text, account: approval.agreed.accountId, from };
  const found = await findOnTimeline(sought, needs);
  // Not seen and not there come to the same here: nothing is sent again, and the next look comes.
  const match = found.kind === "match" ? found.post : undefined;
  await commitDecision(needs.store, async () => {
    const now = await needs.store.post(post.id);
    if (now?.post.version !== post.version) return { answer: null, change: null };
    return { answer: null, change: await afterLook(post, part, match, needs) };
  });
  if (!match) return;
  needs.log("post_settled", { post: post.id, by: "timeline" });
  await nudgeAfterFive(needs).catch(() => needs.log("failed", { where: "nudge_after_five" }));
}

async function afterLook(
  post: Post,
  part: Part,
  match: TimelinePost | undefined,
  needs: Needs,
): Promise<Change> {
  const at = needs.now();
  const desk = await needDesk(needs.store);
  if (match) {
    const found = { ...part, xPostId: match.id, publishedAt: match.at };
    if (post.state === "asking") return publishedChange(post, found, desk, at, needs.store);
    const change = await told({ ...post, dueAt: null }, found, "link", desk, at, needs.store);
    // The lines that told of it get the link in place.
    return { ...change, show: [...change.show, ...linesOf(post.id, "line", desk)] };
  }
  const suggestion = await needs.store.suggestion(post.suggestionId);
  const looks = post.looks + 1;
  const dueAt = looks > mostLooks ? null : at + (nextLookMs[looks - 1] ?? hourMs);
  // From the first look on she is asked; a new line tells her and the team so.
  const asks = post.state === "asking" && looks === 1;
  return {
    at,
    expect: [],
    put: [{ table: "post", row: { ...post, looks, dueAt } }],
    show:
      suggestion && asks
        ? [cardOf(suggestion, desk), ...newsOf(suggestion, desk), ...askingLines(suggestion, post.id, desk)]
        : [],
    record: [],
  };
}

export type SettlePress = {
  readonly presser: Presser;
  readonly postId: PostId;
  readonly says: "it_appeared" | "it_did_not" | "look_again";
  readonly delivery: DeliveryKey;
};

export type SettleAnswer =
  | { readonly kind: "settled" }
  | { readonly kind: "looking" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "not_hers" };

/** Her answer to «Did it appear?». Nothing is sent again without a new press on `approve`. */
export function answerUnknown(
  press: SettlePress,
  needs: Pick<Needs, "store" | "now">,
): Promise<Settled<SettleAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(
  press: SettlePress,
  { store, now }: Pick<Needs, "store" | "now">,
): Promise<Decision<SettleAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const whole = await store.post(press.postId);
  const refuse = (answer: SettleAnswer): Decision<SettleAnswer> => {
    const key = { suggestionId: whole?.post.suggestionId ?? press.postId };
    return { answer, change: refusedPress({ ...press, key }, answer.kind, at) };
  };
  if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });
  const [part] = whole?.parts ?? [];
  if (whole?.post.state !== "asking" || !part) return refuse({ kind: "settled_before" });
  const { post } = whole;
  switch (press.says) {
    case "it_appeared": {
      const seen = { ...part, publishedAt: part.attemptedAt ?? at };
      const change = await publishedChange(post, seen, desk, at, store);
      return { answer: { kind: "settled" }, change: stillSought(herWord(change, press), at) };
    }
    case "it_did_not": {
      const absent = { ...movePart(part, "absent"), refusal: null };
      const change = await giveCardBack(whole, "absent", { kind: "absent" }, desk, at, store, [
        { table: "part", row: absent },
      ]);
      const suggestion = await store.suggestion(post.suggestionId);
      const put = { ...change, show: [...change.show, ...askingLines(suggestion, post.id, desk)] };
      return { answer: { kind: "settled" }, change: herWord(put, press) };
    }
    case "look_again":
      return {
        answer: { kind: "looking" },
        change: {
          at,
          expect: [],
          put: [{ table: "post", row: { ...post, dueAt: at } }],
          show: [],
          handled: press.delivery,
          record: [],
        },
      };
    default:
      return press.says satisfies never;
  }
}

/** It stands there, she says: the timeline is looked at for its link from now on. */
function stillSought(change: Change, at: Instant): Change {
  const put = change.put.map((row) =>
    row.table === "post" ? { ...row, row: { ...row.row, looks: 0, dueAt: at } } : row,
  );
  return { ...change, put };
}

/** Settled by her press, once, and the record says so. */
function herWord(change: Change, { presser, delivery }: SettlePress): Change {
  return {
    ...change,
    handled: delivery,
    record: change.record.map((entry) => ({ ...entry, who: presser.userId })),
  };
}
