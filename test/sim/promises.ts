import type { Facts } from "./cell-facts.js";
import type { PromiseName } from "./matrix-table.js";

/** What a set of facts lacks to keep a promise; empty when it is kept. */
export type Judge = (facts: Facts) => readonly string[];

const people = new Set([1, 4, 5]);

/** Each thing that should be so, with whether it is. */
function lacking(should: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(should).flatMap(([what, is]) => (is ? [] : [what]));
}

/** One suggestion, posted once, by one press unless she was asked for another. */
function once(
  { cell, end, effects, states, summaries, connected }: Facts,
  presses = 1,
): Record<string, boolean> {
  return {
    "one suggestion": end.suggestions === 1,
    "one approval for each press": end.approvals === presses,
    "on X once": effects === 1,
    "the post is done": states.at(-1) === "done",
    "one revision, and one more where she edited": end.revisions === (cell.number === 4 ? 2 : 1),
    "one summary, where its time came": summaries === (cell.number === 11 ? 1 : 0),
    "the account is known": connected,
  };
}

const unchanged = ({ atHit, soonAfter }: Facts) => JSON.stringify(atHit) === JSON.stringify(soonAfter);

export const promises: Readonly<Record<PromiseName, Judge>> = {
  A: (facts) =>
    lacking({
      ...once(facts),
      "nothing was recorded": unchanged(facts),
      "it was safe to repeat": !people.has(facts.cell.number) || facts.tries >= 2,
    }),
  B: (facts) =>
    lacking({
      ...once(facts),
      "nobody had to do it again": facts.tries <= 1 && facts.givenBack === 0,
      "nobody was asked": !facts.asked,
      "one message of each kind": facts.extra === 0,
    }),
  C: (facts) =>
    lacking({
      "one call at most": facts.calls <= 1,
      "on X once at most": facts.effects <= 1,
      "told as what it is": facts.states.at(-1) === (facts.effects === 1 ? "done" : "absent"),
      "unknown until something proved it": facts.states.includes("asking") || answerKept(facts),
      "she was asked where nothing proved it": facts.effects === 1 || facts.asked,
    }),
  D: (facts) =>
    lacking({
      "the start was refused or publishing frozen": facts.startRefused || facts.frozen,
      "nothing was posted while frozen": facts.callsWhileFrozen === 0,
      "never twice": facts.effects <= facts.end.approvals + (facts.frozen ? 1 : 0),
    }),
  E: (facts) =>
    lacking({
      ...once(facts),
      "one extra message at most": facts.extra <= 1,
      "nothing on the extra one counts": !facts.extraCounts,
      "nobody had to do it again": facts.tries <= 1 && facts.givenBack === 0,
    }),
  F: (facts) =>
    lacking({
      ...once(facts, 1 + facts.givenBack),
      "it was tried again": facts.again >= 1 || facts.disconnected || facts.givenBack > 0,
      "one message of each kind": facts.extra === 0,
      "she was asked to press again by 401 alone": facts.givenBack === (isUnauthorized(facts) ? 1 : 0),
    }),
  G: (facts) =>
    lacking({
      ...once(facts),
      "the press was refused": facts.tries >= 2,
      "the record has a line of it": facts.pressesRefused >= 1,
    }),
  H: (facts) =>
    lacking({
      "one wins": facts.conflict?.won === 1,
      "the other is told": facts.conflict?.told === true,
      "on X once at most": facts.effects <= 1,
    }),
  N: (facts) => lacking({ ...once(facts), "it went on without the article": facts.unreadable === 1 }),
  Q: (facts) =>
    lacking({
      ...once(facts, 2),
      "it was missed": facts.states.includes("missed"),
      "she was asked again": facts.givenBack === 1,
      "one call": facts.calls === 1,
    }),
  R: (facts) =>
    lacking({
      "the queue was kept": facts.kept,
      "it is connected": facts.connected,
      "it was broken off": facts.disconnected || facts.frozen || facts.again >= 1,
      "the post waited for it, or came back": facts.effects === 1,
    }),
};

/** X's answer was heard, and written down when the disk or the stop let it. */
function answerKept({ cell, effects }: Facts): boolean {
  return ["8/full", "8/term", "9/full"].includes(`${cell.number}/${cell.fault}`) && effects === 1;
}

const isUnauthorized = ({ cell }: Facts) => cell.number === 8 && cell.fault === "auth";
