import { approvalOf, type Breach, breachesOnLanding } from "./invariants.js";
import { sameWords } from "./product-facts.js";
import { fault, ownStep, type Rules, type Step, step, withApproval, withProcess } from "./rules.js";
import type { Heard, Process, State } from "./world.js";

/** Everything X may make of one create: what it answers, and whether the post comes to stand now, later or never. */
export function askX(
  state: State,
  at: number,
  process: Process,
  atCall: readonly Breach[],
  { on, beyond }: Rules,
): Step[] {
  const call = `the bot calls X for post ${process.post}`;
  const hear = (heard: Heard, after: State = state): State =>
    withProcess(after, at, {
      ...process,
      stage: "answered",
      heard,
      found: heard === "id" ? process.post : 0,
    });
  const stands = landed(state, process.post);
  const effect = [...atCall, ...breachesOnLanding(state, process.post, beyond === "lateTwice")];
  const pending = withApproval(state, process.post, { coming: true });
  // Words that never reach X are only a breach of what comes before the call.
  const withoutEffect = atCall.filter(({ invariant }) => invariant !== "I1");
  const unclear = (heard: Heard, said: string): Step[] => [
    fault(`${call}: ${said}, and it does not stand there`, hear(heard), withoutEffect),
    fault(`${call}: ${said}, and it stands there`, hear(heard, stands), effect),
    fault(`${call}: ${said}, and X may still do it`, hear(heard, pending), atCall),
  ];
  return [
    ownStep(`${call}: it stands there, X answers its id`, hear("id", stands), effect),
    fault(`${call}: X refuses, or 429 for longer`, hear("refused"), withoutEffect),
    fault(`${call}: 429 that lifts in time`, hear("not_sent"), withoutEffect),
    // No connection came about: nothing was called.
    fault(`no connection to X for post ${process.post}`, hear("not_sent")),
    ...unclear(on.fiveHundredIsUnclear ? "unclear" : "refused", "5xx"),
    ...unclear("unclear", "no answer in time"),
    ...(standsAlready(state, process)
      ? [fault(`${call}: X refuses a duplicate`, hear("duplicate"), withoutEffect)]
      : []),
  ];
}

function landed(state: State, number: number): State {
  return withApproval(state, number, { onX: "lagging" });
}

/** X knows a duplicate only where the same words stand on the account. */
function standsAlready(state: State, { post, sends }: Process): boolean {
  const { account } = approvalOf(state, post);
  return state.approvals.some(
    (other) =>
      (other.onX === "lagging" || other.onX === "visible") &&
      other.account === account &&
      sameWords(sends, other.text),
  );
}

/** What happens at X by itself: a late request is done (or never is), the timeline catches up. */
export function xByItself(state: State, { beyond }: Rules): Step[] {
  return state.approvals.flatMap(({ coming, onX }, index) => {
    const number = index + 1;
    const steps: Step[] = [];
    if (coming) {
      const late = withApproval(state, number, { coming: false, onX: "lagging" });
      steps.push(
        step(
          `X does the late request of post ${number}`,
          late,
          breachesOnLanding(state, number, beyond === "lateTwice"),
        ),
      );
    }
    if (onX === "lagging") {
      const shown = withApproval(state, number, { onX: "visible" });
      steps.push(step(`the timeline shows post ${number}`, shown));
    }
    return steps;
  });
}
