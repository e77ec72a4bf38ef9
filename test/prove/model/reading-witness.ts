import type { DefenceSet } from "./defences.js";
import { cancelScheduled } from "./hands.js";
import { commit, ownStep, type Rules, type Step, withProcess } from "./rules.js";
import type { Process, State } from "./world.js";

/** `flows/check-witness.ts`: Slack shows more than the database knows. */
export function readWitness(state: State, at: number, read: Process, rules: Rules): Step {
  const seen = withProcess(state, at, read);
  if (!showsMore(state, rules.on))
    return ownStep("the bot reads her direct message: nothing new there", seen);
  if (!rules.on.aheadFreezes) return ownStep("the bot does not mind that Slack shows more", seen);
  const [next, breaches] = rules.on.freezeGivesBack ? cancelScheduled(seen, "restored", rules) : [seen, []];
  const frozen = commit({ ...next, ahead: false }, { frozen: true, frozeOnce: true });
  return ownStep(
    "the bot reads her direct message, which shows more than the database knows: frozen",
    frozen,
    breaches,
  );
}

/** Whether it does where it is read: in the direct messages of both executives, and where cards at stake stand. */
function showsMore({ ahead, card, db, env }: State, { bothRead }: DefenceSet): boolean {
  if (!ahead || !card) return false;
  if (card.to === db.executive || (bothRead && card.to === env.executive)) return true;
  const atStake = db.posts.some(({ state: is }) => is === "scheduled" || is === "running");
  return atStake && card.to === db.placed;
}
