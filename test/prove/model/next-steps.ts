import { expiring, snoozing, wantingAgain } from "./expiring.js";
import { type Breach, breachesAtRest } from "./invariants.js";
import { copying, killing, operating } from "./operating.js";
import { outbox } from "./outbox.js";
import { pausing } from "./pausing.js";
import { cancelling, newWording, pressing } from "./pressing.js";
import { publishing } from "./publishing.js";
import { recording } from "./recording.js";
import { commit, fault, freed, isUp, ownStep, type Rules, type Step, step, withApproval } from "./rules.js";
import { herAnswers, looking, recovering } from "./settling.js";
import { resuming, starting } from "./starting.js";
import { deleting, herUndo } from "./taking-down.js";
import type { State } from "./world.js";
import { xByItself } from "./x-answers.js";

/** Every step the world can take from here. */
export function nextSteps(state: State, rules: Rules): Step[] {
  const steps: Step[] = [...outbox(state, rules), ...operating(state, rules)];
  if (worldMatters(state, rules))
    steps.push(...xByItself(state, rules), ...copying(state, rules), ...faultsOfTheWorld(state));
  state.processes.forEach((_, at) => {
    steps.push(...ofProcess(state, at, rules), ...killing(state, at, rules));
  });
  if (state.processes.some(({ stage }) => isUp(stage))) {
    const asked = [
      pressing,
      editing,
      cancelling,
      herAnswers,
      herUndo,
      resuming,
      expiring,
      wantingAgain,
      snoozing,
      pausing,
    ];
    const up = [looking, showNext, ...asked];
    for (const each of up) steps.push(...alongArrows(() => each(state, rules), state));
  }
  const breaches = steps.some(({ own }) => own) ? [] : breachesAtRest(state);
  const allowed = steps.filter(({ next }) => next.faults <= rules.bounds.faults);
  const told = rules.beyond === "unreadRaised" ? allowed.map((each) => raised(state, each)) : allowed;
  return breaches.length > 0 ? [...told, atRest(state, breaches)] : told;
}

/** The number of her card, raised over the unread one, catches up with it: reading shows nothing new. */
function raised({ db }: State, taken: Step): Step {
  const { next } = taken;
  const catchesUp = next.ahead && next.db !== db && next.processes.some(({ unread }) => unread);
  return catchesUp ? { ...taken, next: { ...next, ahead: false } } : taken;
}

/**
 * What happens outside in the middle of the bot's own steps is told apart only where the bot reads it next: before it
 * begins, and before it looks and calls. At every other moment it makes no difference whether it comes before or
 * after that step, so one order stands for both.
 */
function worldMatters({ processes }: State, { on }: Rules): boolean {
  const [only] = processes;
  if (processes.length > 1 || !only) return true;
  const { stage } = only;
  return stage === "idle" || stage === "witnessed" || (stage === "claimed" && !on.witnessFirst);
}

function atRest(state: State, breaches: readonly Breach[]): Step {
  return step("nothing moves any more", state, breaches);
}

function ofProcess(state: State, at: number, rules: Rules): Step[] {
  const otherwise = freed(state, at);
  const steps = [starting, recovering, publishing, recording, deleting].flatMap((each) =>
    alongArrows(() => each(state, at, rules), otherwise),
  );
  if (state.processes.length === 1) return steps;
  return steps.map((each) => ({ ...each, does: `(process ${at + 1}) ${each.does}` }));
}

/** A flow the table refuses throws; nothing is written, and the bot goes on with the next thing. */
function alongArrows(flow: () => Step[], otherwise: State): Step[] {
  try {
    return flow();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("no arrow")) throw error;
    return [
      ownStep(`the table refuses: ${error.message}`, otherwise, [{ invariant: "I0", why: error.message }]),
    ];
  }
}

/** `flows/show-next-cards.ts` */
function showNext(state: State, { moves }: Rules): Step[] {
  const { db } = state;
  if (db.suggestion !== "waiting" || db.frozen || db.paused) return [];
  return [ownStep("her card is next", commit(state, { suggestion: moves.suggestion("waiting", "shown") }))];
}

/** The team edits the draft, or her own words are kept (`flows/keep-wording.ts`): a newer wording, her card may lag. */
function editing(state: State, { bounds }: Rules): Step[] {
  const newest = newWording(state, bounds);
  if (state.db.suggestion !== "shown" || newest === null) return [];
  return [step(`it is edited: wording ${newest}`, commit(state, { newest }))];
}

/** Time, a stray script and a stolen token. */
function faultsOfTheWorld(state: State): Step[] {
  const steps: Step[] = [];
  if (state.approvals.some(({ overdue }) => !overdue)) {
    const later = state.approvals.map((each) => ({ ...each, overdue: true }));
    steps.push(fault("more than ten minutes pass at once", { ...state, approvals: later }));
  }
  for (const { approval, state: is } of state.db.posts) {
    if (is !== "scheduled" || state.approvals[approval - 1]?.tampered !== "no") continue;
    steps.push(
      fault(
        `a stray script changes the words of post ${approval}`,
        withApproval(state, approval, { tampered: "part" }),
      ),
      fault(
        `a stray script changes every row of post ${approval}`,
        withApproval(state, approval, { tampered: "rows" }),
      ),
    );
  }
  const { card } = state;
  if (card?.view === "approve" && !card.faked)
    steps.push(
      fault("a stolen token puts harmless words on her card", { ...state, card: { ...card, faked: true } }),
    );
  return steps;
}
