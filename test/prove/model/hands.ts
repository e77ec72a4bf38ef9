import type { Breach } from "./invariants.js";
import { commit, giveBack, type Rules } from "./rules.js";
import type { Account, State } from "./world.js";

export type Handed = [State, readonly Breach[]];

/** `flows/change-hands.ts` */
export function hands(
  state: State,
  executive: State["env"]["executive"],
  account: Account,
  rules: Rules,
): Handed {
  const { db } = state;
  if (db.executive === executive && db.account === account) return [state, []];
  // What lapses while her direct message is unread is drawn once it is read: then it says what it says when restored.
  const unread = state.processes.some((process) => process.unread) && rules.beyond !== "unreadRaised";
  const by = unread && db.executive === executive ? "restored" : "bot";
  const [given, breaches] = rules.on.handsCancel ? cancelScheduled(state, by, rules) : [state, []];
  const open = given.db.suggestion === "shown" || given.db.posts.some(({ state: is }) => is === "asking");
  const moved = db.executive !== executive && open;
  const next = commit(given, { executive, account, placed: moved ? null : given.db.placed });
  return [next, breaches];
}

/** `flows/cancel-scheduled.ts` */
export function cancelScheduled(state: State, by: "bot" | "restored", { moves }: Rules): Handed {
  let next = state;
  const breaches: Breach[] = [];
  for (const row of state.db.posts) {
    if (row.state !== "scheduled") continue;
    const given = giveBack(next, row, "cancelled", moves, by);
    next = given.state;
    breaches.push(...given.breaches);
  }
  return [next, breaches];
}
