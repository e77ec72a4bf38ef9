import { livePostStates } from "../../../src/core/post.js";
import { born } from "./moves.js";
import { digestMatches, executiveMayDecide, someStrangerMayDecide } from "./product-facts.js";
import { wordingsNamed } from "./renumber.js";
import { commit, fault, giveBack, type Rules, type Step, step, withApproval, withPost } from "./rules.js";
import { type Approval, type Card, fakeWords, type PostRow, type State, type Wording } from "./world.js";

type Press = {
  readonly by: Approval["by"];
  readonly mayDecide: boolean;
  readonly seen: Wording;
  /** The wording whose digest the button carries. */
  readonly digest: Wording;
  readonly recorded: boolean;
  readonly faked: boolean;
  readonly account: Approval["account"];
  /** Her own words, in the form; null approves the card's. */
  readonly own: Wording | null;
  /** The scheduled post it takes the place of: «post now», or another time; null: the card is still to be decided. */
  readonly replaces: number | null;
  /** The decision this press belongs to; 0: a new one. */
  readonly decision: number;
};

/** Everybody's presses on `approve`, and her own words in the form. */
export function pressing(state: State, rules: Rules): Step[] {
  const { card, db } = state;
  if (!card || state.approvals.length >= rules.bounds.approvals) return redelivered(state, rules);
  const steps: Step[] = [...redelivered(state, rules)];
  const shown = onCard(card, executiveMayDecide(db.executive, card.to), db.placed === card.to);
  if (card.view === "approve") {
    const what = card.faked
      ? "harmless words that were put on her card"
      : `the card showing wording ${card.wording}`;
    steps.push(...press(`${card.to} presses «approve» on ${what}`, shown, state, rules));
    const stranger = {
      ...shown,
      by: "team" as const,
      mayDecide: someStrangerMayDecide(db.executive, "team"),
    };
    steps.push(...press("a team member presses «approve»", stranger, state, rules));
    const own = newWording(state, rules.bounds);
    if (own !== null) {
      steps.push(
        ...press(
          `${card.to} rewrites it as wording ${own} and approves that`,
          { ...shown, seen: own, own },
          state,
          rules,
        ),
      );
    }
  }
  if (card.view === "cancel") {
    const does = `${card.to} approves post ${card.about} anew, for another time`;
    steps.push(...press(does, { ...shown, replaces: card.about }, state, rules));
  }
  const lookAlike = {
    ...shown,
    seen: fakeWords,
    digest: db.newest,
    recorded: false,
    faked: false,
    decision: 0,
  };
  const does = "a forged message shows harmless words, she presses its genuine button";
  for (const { next } of press(does, lookAlike, state, rules)) steps.push(fault(does, next));
  return steps;
}

function onCard(card: Card, mayDecide: boolean, recorded: boolean): Press {
  return {
    by: card.to,
    mayDecide,
    seen: card.faked ? fakeWords : card.wording,
    digest: card.wording,
    recorded,
    faked: card.faked,
    account: card.account,
    own: null,
    replaces: null,
    decision: card.pressed,
  };
}

/** Slack delivers a press once more. Not after a restored copy: its retries end within the hour. */
function redelivered(state: State, rules: Rules): Step[] {
  if (rules.on.deliveryOnce || state.restored || state.approvals.length >= rules.bounds.approvals) return [];
  return state.approvals.flatMap(({ by, seen, text, account, decision }, index) => {
    const again: Press = {
      by,
      mayDecide: by !== "team" && executiveMayDecide(state.db.executive, by),
      seen,
      digest: text,
      recorded: true,
      faked: false,
      account,
      own: null,
      replaces: null,
      decision,
    };
    const does = `Slack delivers the press of approval ${index + 1} again`;
    return press(does, again, state, rules).map(({ next }) => fault(does, next));
  });
}

/** `flows/approve.ts` and `card-place.ts`. A refused press changes nothing. */
function press(does: string, press: Press, state: State, { on, moves }: Rules): Step[] {
  const { db } = state;
  if (on.userCheck && !press.mayDecide) return [];
  const live = db.posts.some(({ state: is }) => livePostStates.some((each) => each === is));
  const replaced = db.posts.find(({ approval }) => approval === press.replaces);
  const open =
    press.replaces !== null
      ? replaced?.state === "scheduled"
      : db.suggestion === "shown" || (!on.oneLivePost && db.suggestion === "approved" && live);
  if (!open) return [];
  const stale =
    (on.messageIsTheRecorded && !press.recorded) ||
    (press.own === null && on.digestAtPress && !digestMatches(press.digest, db.newest)) ||
    (press.own === null && on.blocksCompared && press.faked) ||
    press.account !== db.account;
  if (stale) return [step(`${does}: not this card, it is drawn anew`, commit(state, {}))];
  return db.frozen || db.paused ? [] : [step(does, approved(press, ended(state, replaced, moves), moves))];
}

/** The post that is taken the place of ends in the same commit. */
function ended(state: State, row: PostRow | undefined, moves: Rules["moves"]): State {
  if (!row) return state;
  const posts = withPost(state.db, { ...row, state: moves.post(row.state, "cancelled") });
  return withApproval({ ...state, db: { ...state.db, posts } }, row.approval, { stopped: "yes" });
}

function approved(press: Press, state: State, moves: Rules["moves"]): State {
  const { db } = state;
  const number = state.approvals.length + 1;
  const decision = press.decision || number;
  const text = press.own ?? db.newest;
  const approval: Approval = {
    by: press.by,
    seen: press.seen,
    text,
    account: db.account,
    decision,
    tampered: "no",
    overdue: false,
    sinceFreeze: db.frozeOnce,
    stopped: "no",
    undone: false,
    onX: "nothing",
    coming: false,
  };
  const next = commit(state, {
    suggestion: db.suggestion === "approved" ? db.suggestion : moves.suggestion(db.suggestion, "approved"),
    newest: text,
    posts: [...db.posts, { approval: number, ...born, xPost: 0 }],
  });
  const card = state.card && { ...state.card, pressed: decision };
  return { ...next, card, approvals: [...state.approvals, approval] };
}

/** One more wording, while there are fewer than the bound about. */
export function newWording(state: State, { wordings }: Rules["bounds"]): Wording | null {
  const named = wordingsNamed(state);
  for (let wording = 1; wording <= wordings; wording++) if (!(named & (1 << wording))) return wording;
  return null;
}

/** `flows/cancel.ts` */
export function cancelling(state: State, { moves }: Rules): Step[] {
  const { card, db } = state;
  if (card?.view !== "cancel" || !executiveMayDecide(db.executive, card.to)) return [];
  const row = db.posts.find(({ approval }) => approval === card.about);
  if (row?.state !== "scheduled") return [];
  const { state: next, breaches } = giveBack(state, row, "cancelled", moves, "her");
  return [step(`she cancels post ${row.approval}`, next, breaches)];
}
