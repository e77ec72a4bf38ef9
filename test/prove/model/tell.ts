import { coveredBy, defences } from "./defences.js";
import { invariants } from "./invariants.js";
import type { Tried } from "./prove-states.js";
import type { Bounds } from "./rules.js";
import type { Found } from "./search.js";

type CounterExample = NonNullable<Found["counterExample"]>;

/** One line saying what breaks after how many steps, then the steps in words. */
export function tellCounterExample({ breach, path }: CounterExample): string[] {
  return [
    `${breach.invariant} broken after ${path.length} steps: ${invariants[breach.invariant]} (${breach.why})`,
    ...path.map((does, at) => `    ${at + 1}. ${does}`),
  ];
}

/** «off: a 5xx is not a refusal → I8 broken after 8 steps …», the path below. */
export function tellTried({ off, found }: Tried): string[] {
  const what = off.map((name) => defences[name]).join(" + ");
  if (!found) return [`off: ${what} → no counter-example${standsBehind(off)}`];
  const [first = "", ...path] = tellCounterExample(found);
  return [`off: ${what} → ${first}`, ...path];
}

function standsBehind(off: Tried["off"]): string {
  const [only] = off;
  const other = off.length === 1 && only ? coveredBy[only] : undefined;
  return other ? `: covered by «${defences[other]}», so both are taken away next` : "";
}

/** How far the search went, and what is not in it. */
export function boundsInWords({ approvals, wordings }: Bounds): string[] {
  return [
    `bounds: one suggestion; at most ${approvals} approvals and ${wordings} wordings at a time that can still make a difference ` +
      "(an approval that ended with nothing on X, and that nothing names any more, is forgotten); one copy of the database and one restore, " +
      "one change of executive or account; any number of presses, edits, cancellations, approvals anew of what is scheduled, pauses, puttings off, expiries, starts, looks and re-drawings.",
    "one fault each: a kill between two commits, every answer of X but an id, X or Slack silent at the start, tokens taken for nobody's at the start, a timeline not shown, a card Slack does not take, ten minutes at once, " +
      "a tampered row, a forged message or card, a change of hands, a restore, a press delivered again, a second process.",
    "taken in one order where order makes no difference: what happens outside while the bot is between two steps that do not read it.",
    "a create is refused or held back at the edge itself unless X last named the account approved: held by tests, not searched here.",
    "not in it: several suggestions (words are looked for whatever suggestion they were sent for: here that is one), threads, pictures, the database's own triggers, clocks going back, " +
      "two processes running at once on two copies, a press Slack delivers again after a restore, a card that expired and was sent anew pressed where it stood before (its place is not the recorded one).",
    "A is the executive, B the next one; p her account, q the next; posts and wordings are numbered; once hands can change no more, whoever has it is called A and p.",
  ];
}
