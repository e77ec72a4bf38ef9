import { latestMs } from "../../../src/core/post.js";
import { drawCard } from "./her-card.js";
import { sameWords } from "./product-facts.js";
import { type Approval, type Process, type State, slippedIn, type Wording } from "./world.js";

export const invariants = {
  I0: "no state moves without an arrow in the product's table",
  I1: "nothing on X whose bytes she did not press on",
  I2: "at most one post on X per approval",
  I3: "no second post of the same decision of hers",
  I4: "no call without a committed intent and a witness",
  I5: "nothing sent more than ten minutes late",
  I6: "what was cancelled, or approved for other hands, never reaches X",
  I7: "nothing is silently lost: posted, given back, or asked about, and her card says so",
  I8: "what stands on X, or may yet, is never told as not sent; an id once read is told as posted",
  I10: "nothing is sent while she has paused",
  I9: "words seen standing on her timeline are not sent a second time",
} as const;
export type Invariant = keyof typeof invariants;
export type Breach = { readonly invariant: Invariant; readonly why: string };

/** The approval by its number. Throws for one that was never made. */
export function approvalOf(state: State, number: number): Approval {
  const approval = state.approvals[number - 1];
  if (!approval) throw new Error(`no approval ${number}`);
  return approval;
}

/** Symbolic instants, compared with the product's own ten minutes. */
export function isTooLate({ overdue }: Approval): boolean {
  const past = overdue ? latestMs + 1 : 0;
  return past > latestMs;
}

/** At the one call to X, whatever X makes of it. */
export function breachesAtCall(state: State, { post, sends, stoodBefore }: Process): Breach[] {
  const approval = approvalOf(state, post);
  const row = state.db.posts.find((each) => each.approval === post);
  const breaches: Breach[] = [];
  const say = (invariant: Invariant, why: string) => breaches.push({ invariant, why });
  if (approval.by === "team") say("I1", "she never pressed");
  else if (approval.seen !== sends)
    say("I1", `she pressed on ${words(approval.seen)}, X gets ${words(sends)}`);
  if (row?.part !== "publishing") say("I4", "the database does not hold the intent");
  if (state.card?.view !== "posting" || state.card.about !== post)
    say("I4", "her card does not say «Posting…»");
  if (isTooLate(approval)) say("I5", "its time is more than ten minutes past");
  if (state.db.paused) say("I10", "she had paused");
  if (approval.stopped === "told") say("I6", "it had been stopped, and she knew");
  if (approval.by !== "team" && approval.by !== state.db.executive) say("I6", "another is the executive now");
  if (approval.account !== state.env.account) say("I6", "it was approved for another account");
  if (stoodBefore) say("I9", "they were visible when it began");
  return breaches;
}

/** When one more post of this approval comes to stand on X. */
export function breachesOnLanding(state: State, number: number, twiceAtAll: boolean): Breach[] {
  const approval = approvalOf(state, number);
  if (approval.onX !== "nothing") return [{ invariant: "I2", why: "it stands there twice" }];
  const again = state.approvals.some(
    (other, at) =>
      at + 1 !== number &&
      other.onX !== "nothing" &&
      (other.decision === approval.decision || (twiceAtAll && sameWords(other.text, approval.text))),
  );
  return again
    ? [
        {
          invariant: "I3",
          why: twiceAtAll ? "they stand there twice" : "she pressed once, or twice on one showing",
        },
      ]
    : [];
}

/** When the bot itself says that an approved text did not go out. */
export function breachesGivingBack(state: State, number: number, as: string): Breach[] {
  const { onX, coming } = approvalOf(state, number);
  if (onX === "lagging" || onX === "visible")
    return [{ invariant: "I8", why: `told as ${as}, and it stands there` }];
  return coming ? [{ invariant: "I8", why: `told as ${as}, and it may still appear` }] : [];
}

/** When nothing moves any more without a person or a fault. */
export function breachesAtRest(state: State): Breach[] {
  const { db, card } = state;
  const lost = (why: string): Breach[] => [{ invariant: "I7", why }];
  const stuck = db.posts.find(({ state: at }) => at === "scheduled" || at === "running");
  if (stuck?.state === "scheduled" && db.paused) return [];
  if (stuck) return lost(`post ${stuck.approval} is ${stuck.state}, and nothing moves it`);
  const unanswered = state.approvals.findIndex(({ undone }) => undone);
  if (unanswered >= 0) return lost(`she pressed undo on post ${unanswered + 1}, and nothing came of it`);
  if (db.placed !== null && db.placed !== db.executive) {
    if (db.suggestion === "shown") return lost("her card stands before another");
    const asks = db.posts.some(({ state: at }) => at === "asking");
    // What is settled stays in the former executive's direct message.
    return asks ? lost("«Did it appear?» is asked of one whose answer does not count") : [];
  }
  const wanted = drawCard(db, state.approvals);
  const matches =
    wanted === null ||
    (card?.view === wanted.view && card.about === wanted.about && card.wording === wanted.wording);
  return matches ? [] : lost(`her card says «${card?.view ?? "nothing"}» where «${wanted.view}» is true`);
}

/** The posts of the same words on the same account, as they stand there visibly or not yet. */
export function standing(state: State, number: number, onX: readonly Approval["onX"][]): number[] {
  const { text, account } = approvalOf(state, number);
  return state.approvals.flatMap((other, index) =>
    index + 1 !== number &&
    onX.includes(other.onX) &&
    other.account === account &&
    sameWords(text, other.text)
      ? [index + 1]
      : [],
  );
}

function words(wording: Wording): string {
  if (wording === slippedIn) return "words slipped into the rows";
  return wording === 0 ? "other words" : `wording ${wording}`;
}
