import type { DefenceSet } from "./defences.js";
import { showCard } from "./her-card.js";
import { isUp, ownStep, type Rules, type Step } from "./rules.js";
import type { Process, State } from "./world.js";

/** `slack/outbox.ts`: her direct message is a witness; before this process has read it nothing is drawn over it. */
export function mayDraw({ unread }: Process, { readBeforeDrawing }: DefenceSet): boolean {
  return !unread || !readBeforeDrawing;
}

/** Messages owed go out while the process is up: by the lane, for a press, at a stop. */
export function outbox(state: State, { on }: Rules): Step[] {
  if (!state.db.owed) return [];
  if (!state.processes.some((process) => isUp(process.stage) && mayDraw(process, on))) return [];
  return [ownStep("her card is brought up to date", showCard(state))];
}
