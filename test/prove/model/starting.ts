import { hands } from "./hands.js";
import { executiveMayDecide } from "./product-facts.js";
import { readWitness } from "./reading-witness.js";
import { commit, fault, isUp, ownStep, type Rules, type Step, step, withProcess } from "./rules.js";
import { interrupted } from "./settling.js";
import { idle, type Process, type State } from "./world.js";

/**
 * `open-bot.ts`, cut at its commits: the direct messages of the executive known so far and of the one to be are read,
 * what was interrupted is asked about, then the desk is opened for whoever it is now. What Slack or X did not say at
 * the start is asked for again while the bot is up.
 */
export function starting(state: State, at: number, rules: Rules): Step[] {
  const process = state.processes[at];
  switch (process?.stage) {
    case "down":
      return begin(state, at, rules);
    case "started":
      return goOn(state, at, process, rules);
    case "idle":
      return askAgain(state, at, process, rules);
    default:
      return [];
  }
}

function begin(state: State, at: number, rules: Rules): Step[] {
  const started: Process = { ...idle, stage: "started" };
  // Where Slack shows nothing new, reading it writes nothing: one step.
  if (!state.ahead) return goOn(state, at, started, rules);
  const unread = { ...started, unread: true };
  if (!rules.on.readBeforeHands) return goOn(state, at, unread, rules);
  const read = readWitness(state, at, started, rules);
  // The process ends again (exit 75): nothing came of this start.
  if (state.db.executive !== state.env.executive && rules.on.unreadHandsStay) return [read];
  return [
    read,
    fault(
      "the bot asks what her direct message shows, and Slack does not say",
      withProcess(state, at, unread),
    ),
  ];
}

/** What was interrupted first, then the desk. */
function goOn(state: State, at: number, started: Process, rules: Rules): Step[] {
  const asks = rules.on.recoverBeforeHands ? interrupted(withProcess(state, at, started), rules) : [];
  return asks.length > 0 ? asks : openDesk(state, at, started, rules);
}

/** `flows/open-desk.ts` and `change-hands.ts`. */
function openDesk(state: State, at: number, started: Process, rules: Rules): Step[] {
  const up: Process = { ...started, stage: "idle" };
  const opened = withProcess(state, at, up);
  const { executive, account } = state.env;
  const steps = [ownStep("the bot opens the desk", ...hands(opened, executive, account, rules))];
  const known = state.db.account;
  if (account === known) return steps;
  const unmet = withProcess(state, at, { ...up, unmet: true });
  const rejected = withProcess(state, at, { ...up, rejected: true });
  return [
    ...steps,
    fault(
      "the bot opens the desk, and X does not say whose tokens these are",
      ...hands(unmet, executive, known, rules),
    ),
    fault(
      "the bot opens the desk, and X takes its tokens for nobody's, for now",
      ...hands(rejected, executive, known, rules),
    ),
  ];
}

/** The lanes `witness` and `account`. */
function askAgain(state: State, at: number, process: Process, rules: Rules): Step[] {
  const steps: Step[] = [];
  if (process.unread) steps.push(readWitness(state, at, { ...process, unread: false }, rules));
  if (process.unmet || process.rejected) steps.push(meetX(state, at, process, rules));
  return steps;
}

function meetX(state: State, at: number, process: Process, rules: Rules): Step {
  const met = withProcess(state, at, { ...process, unmet: false, rejected: false });
  const handed = hands(met, state.db.executive, state.env.account, rules);
  return ownStep("X says whose tokens these are", ...handed);
}

/** `flows/resume.ts` */
export function resuming(state: State): Step[] {
  const { db } = state;
  if (!db.frozen || !state.processes.some(({ stage }) => isUp(stage))) return [];
  if (!executiveMayDecide(db.executive, db.executive)) return [];
  return [step("she presses «resume»", commit(state, { frozen: false }))];
}
