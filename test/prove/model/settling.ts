import { approvalOf, breachesGivingBack } from "./invariants.js";
import { executiveMayDecide, sameWords } from "./product-facts.js";
import { posted, unclear } from "./recording.js";
import { commit, giveBack, ownStep, type Rules, type Step, step, withPost } from "./rules.js";
import { unclaimedMatch } from "./words-sent-before.js";
import type { PostRow, State } from "./world.js";

/** `flows/settle-unknown.ts`: a match on the timeline proves, its absence proves nothing. */
export function looking(state: State, rules: Rules): Step[] {
  return state.db.posts.flatMap((row) => {
    const asks = row.state === "asking";
    const linkSought = row.state === "done" && row.part === "published" && row.xPost === 0;
    if (!asks && !linkSought) return [];
    const found = unclaimedMatch(state, row.approval, rules.on);
    if (found === null) return asks && !rules.on.absenceProvesNothing ? [absent(state, row, rules)] : [];
    const does = `the bot looks and finds post ${found} on her timeline`;
    if (asks) return [ownStep(does, posted(state, row, found, rules))];
    return [ownStep(does, commit(state, { posts: withPost(state.db, { ...row, xPost: found }) }))];
  });
}

function absent(state: State, row: PostRow, { moves }: Rules): Step {
  const gone = { ...row, part: moves.part(row.part, "absent") };
  const { state: next } = giveBack(state, gone, "absent", moves, "bot");
  const breaches = breachesGivingBack(state, row.approval, "absent");
  return ownStep("the bot looks, finds nothing and gives the card back", next, breaches);
}

/** Her answers to «Did it appear?», by what she sees on X herself. */
export function herAnswers(state: State, rules: Rules): Step[] {
  const { card, db } = state;
  if (card?.view !== "ask" || !executiveMayDecide(db.executive, card.to)) return [];
  const row = db.posts.find(({ approval }) => approval === card.about);
  if (row?.state !== "asking") return [];
  const { text, account } = approvalOf(state, row.approval);
  const standing = state.approvals.some(
    (other) =>
      (other.onX === "lagging" || other.onX === "visible") &&
      other.account === account &&
      sameWords(text, other.text),
  );
  if (standing)
    return [step(`she sees post ${row.approval} and presses «it appeared»`, posted(state, row, 0, rules))];
  const { moves } = rules;
  const gone = { ...row, part: moves.part(row.part, "absent") };
  const given = giveBack(state, gone, "absent", moves, "her");
  return [step(`she does not see post ${row.approval} and presses «it did not»`, given.state)];
}

/** `flows/recover-interrupted.ts`, before hands change at a start and before each round of publishing. */
export function recovering(state: State, at: number, rules: Rules): Step[] {
  return state.processes[at]?.stage === "idle" ? interrupted(state, rules) : [];
}

export function interrupted(state: State, rules: Rules): Step[] {
  if (!rules.on.interruptedAsks) return [];
  const running = state.db.posts.find(({ state: is }) => is === "running");
  if (!running) return [];
  const given = unclear(state, running, rules);
  return [
    ownStep(`the bot finds post ${running.approval} interrupted: it asks`, given.state, given.breaches),
  ];
}
