import { showCard } from "./her-card.js";
import { approvalOf, breachesAtCall, isTooLate, standing } from "./invariants.js";
import { mayDraw } from "./outbox.js";
import { heldBack, sealHolds } from "./product-facts.js";
import {
  commit,
  fault,
  freed,
  giveBack,
  ownStep,
  type Rules,
  type Step,
  withPost,
  withProcess,
} from "./rules.js";
import { mayStandAlready, unclaimedMatch } from "./words-sent-before.js";
import { type PostRow, type Process, type State, slippedIn, type Wording } from "./world.js";
import { askX } from "./x-answers.js";

/** `flows/publish-due.ts`, cut at every commit and every effect. */
export function publishing(state: State, at: number, rules: Rules): Step[] {
  const process = state.processes[at];
  if (!process) return [];
  switch (process.stage) {
    case "idle":
      return state.db.posts.flatMap((row) => read(state, at, process, row, rules));
    case "deciding":
      return [claim(state, at, process, rules)];
    case "claimed":
      return rules.on.witnessFirst ? witness(state, at, process, rules) : send(state, at, process, rules);
    case "witnessed":
      return send(state, at, process, rules);
    default:
      return [];
  }
}

/** begin(): what must hold, read before the commit. */
function read(state: State, at: number, process: Process, row: PostRow, { on, moves }: Rules): Step[] {
  const begins = row.state === "scheduled" || (!on.scheduledAtClaim && row.state === "cancelled");
  if (!begins) return [];
  const approval = approvalOf(state, row.approval);
  const held = heldBack({
    witness_unread: process.unread && on.readHolds,
    account_unmet: process.unmet && on.accountMet,
  });
  const waits = held === "witness_unread" && !(isTooLate(approval) && !on.readBeforeMissed);
  if (waits) return [];
  if (on.lateAtClaim && isTooLate(approval)) {
    const { state: next, breaches } = giveBack(state, row, "missed", moves, "bot");
    return [ownStep(`the bot finds post ${row.approval} overdue: missed, given back`, next, breaches)];
  }
  if (state.db.frozen || (state.db.paused && on.pauseAtBegin) || held) return [];
  const sends: Wording = approval.tampered === "no" ? approval.text : slippedIn;
  const sealed = !on.sealOverText || sealHolds(approval);
  const exact = !on.partIsApproved || approval.tampered !== "part";
  const hers =
    !on.handsAtCall || (approval.by === state.db.executive && approval.account === state.db.account);
  if (!sealed || !exact || (!hers && approval.by !== "team")) {
    const { state: next, breaches } = giveBack(state, row, "cancelled", moves, "bot");
    return [
      ownStep(
        `the bot finds that the approval of post ${row.approval} holds no more: given back`,
        next,
        breaches,
      ),
    ];
  }
  const stoodBefore = standing(state, row.approval, ["visible"]).length > 0;
  const deciding: Process = { ...process, stage: "deciding", post: row.approval, sends, stoodBefore };
  return [ownStep(`the bot reads post ${row.approval}: due`, withProcess(state, at, deciding))];
}

function claim(state: State, at: number, process: Process, { on, moves }: Rules): Step {
  if (process.stale && on.claimOnce)
    return ownStep("the claim finds that somebody was faster: read again", freed(state, at));
  const claimed = withProcess(state, at, { ...process, stage: "claimed", stale: false });
  if (!on.intentFirst) return ownStep("the bot goes on without committing its intent", claimed);
  const row = state.db.posts.find(({ approval }) => approval === process.post);
  if (!row) return ownStep("the claim finds no such post", freed(state, at));
  // Without the compare-and-swap what was read is written over whatever became of it.
  const from = process.stale ? { ...row, state: "scheduled" as const, part: "pending" as const } : row;
  const running: PostRow = {
    ...from,
    state: moves.post(from.state, "running"),
    part: moves.part(from.part, "publishing"),
  };
  const next = commit(claimed, {
    posts: withPost(state.db, running),
    ...(process.stale ? { suggestion: "approved" as const } : {}),
  });
  return ownStep(`commit: post ${process.post} is running, its part publishing`, next);
}

/** showNow(): true only when Slack said so. */
function witness(state: State, at: number, process: Process, { on }: Rules): Step[] {
  if (!mayDraw(process, on)) {
    const waits = withProcess(state, at, notSent(process));
    return [ownStep("her card must not say «Posting…» yet: not sent", waits)];
  }
  const shown = showCard(withProcess(state, at, { ...process, stage: "witnessed" }));
  const says = shown.card?.view === "posting" ? "says «Posting…»" : "is shown as it is by now";
  return [
    ownStep(`her card ${says}`, shown),
    fault("Slack does not take «Posting…»", withProcess(state, at, notSent(process))),
  ];
}

function notSent(process: Process): Process {
  return { ...process, stage: "answered", heard: "not_sent" };
}

/** send(): one look before words that may stand there already, then the last checks before the call. */
function send(state: State, at: number, process: Process, rules: Rules): Step[] {
  const { on } = rules;
  if (!on.lookBeforeRepeat || !mayStandAlready(state, process.post, on))
    return call(state, at, process, rules);
  const found = unclaimedMatch(state, process.post, on);
  const silent = `the bot looks for the words of post ${process.post}, and X does not show her timeline`;
  const unanswered = on.lookAnswered
    ? [fault(`${silent}: not sent`, withProcess(state, at, notSent(process)))]
    : call(state, at, process, rules).map(({ does, next, breaches }) =>
        fault(`${silent}; ${does}`, next, breaches),
      );
  if (found === null) return [...unanswered, ...call(state, at, process, rules)];
  const settled: Process = { ...process, stage: "answered", heard: "id", found };
  const does = `the bot looks for the same words and finds post ${found} of hers: no call`;
  return [...unanswered, ownStep(does, withProcess(state, at, settled))];
}

function call(state: State, at: number, process: Process, rules: Rules): Step[] {
  if (rules.on.lateAtCall && isTooLate(approvalOf(state, process.post))) {
    const late = withProcess(state, at, notSent(process));
    return [ownStep("the bot finds that it has become too late: not sent", late)];
  }
  if (state.db.paused && rules.on.pauseAtCall)
    return [ownStep("the bot finds that she has paused: not sent", withProcess(state, at, notSent(process)))];
  // `x/connect-to-x.ts`, create()
  if (process.rejected && rules.on.refusedTokens) {
    const refused = withProcess(state, at, { ...process, stage: "answered", heard: "refused" });
    return [ownStep(`X took these tokens for nobody's: post ${process.post} is refused, no call`, refused)];
  }
  return askX(state, at, process, breachesAtCall(state, process), rules);
}
