import type { DefenceSet } from "./defences.js";
import { type Breach, breachesGivingBack } from "./invariants.js";
import type { Moves } from "./moves.js";
import { type Approval, type Database, idle, type PostRow, type Process, type State } from "./world.js";

/** How far the search goes. */
export type Bounds = { readonly faults: number; readonly approvals: number; readonly wordings: number };

/** What the protocol does not promise, let into the world to show what it would cost. */
export const beyondPromise = {
  cancelUntold:
    "she cancels, or approves it for another time, the process dies before her card says so, and an older copy is restored",
  lateTwice: "X acts late, after she saw nothing and pressed anew: one post for each of her presses",
  unreadRaised:
    "an older copy is restored, and while Slack does not show her direct message her card changes until its number is the one shown there (not counted here: one change stands for as many as it takes)",
} as const;

export type Beyond = keyof typeof beyondPromise;

export type Rules = {
  readonly on: DefenceSet;
  readonly moves: Moves;
  readonly bounds: Bounds;
  readonly beyond: Beyond | null;
};

/** `own`: the bot takes this step by itself, without a person, X's mood or a fault. */
export type Step = {
  readonly does: string;
  readonly next: State;
  readonly own: boolean;
  readonly breaches: readonly Breach[];
};

export function step(does: string, next: State, breaches: readonly Breach[] = []): Step {
  return { does, next, own: false, breaches };
}

export function ownStep(does: string, next: State, breaches: readonly Breach[] = []): Step {
  return { does, next, own: true, breaches };
}

export function fault(does: string, next: State, breaches: readonly Breach[] = []): Step {
  return step(`fault: ${does}`, { ...next, faults: next.faults + 1 }, breaches);
}

/** One commit. Whoever has read what it changes, and not yet committed, is stale; her card is owed. */
export function commit(state: State, change: Partial<Omit<Database, "owed">>): State {
  return {
    ...state,
    db: { ...state.db, ...change, owed: true },
    backup: state.backup && !state.backup.changed ? { ...state.backup, changed: true } : state.backup,
    processes: state.processes.map((process) =>
      process.stage === "deciding" && !process.stale ? { ...process, stale: true } : process,
    ),
  };
}

export function withProcess(state: State, at: number, process: Process): State {
  return { ...state, processes: state.processes.map((each, index) => (index === at ? process : each)) };
}

export function isUp(stage: Process["stage"]): boolean {
  return stage !== "down" && stage !== "started";
}

/** The process has done with this and is free for the next thing. */
export function freed(state: State, at: number): State {
  const { unread = false, unmet = false, rejected = false } = state.processes[at] ?? {};
  return withProcess(state, at, unread || unmet || rejected ? { ...idle, unread, unmet, rejected } : idle);
}

export function withApproval(state: State, number: number, change: Partial<Approval>): State {
  return {
    ...state,
    approvals: state.approvals.map((each, index) => (index + 1 === number ? { ...each, ...change } : each)),
  };
}

export function withPost(db: Database, row: PostRow): readonly PostRow[] {
  return db.posts.map((each) => (each.approval === row.approval ? row : each));
}

export type Ended = "missed" | "cancelled" | "refused" | "absent";
export type Given = { readonly state: State; readonly breaches: readonly Breach[] };

/**
 * `flows/give-card-back.ts`: ends a post without anything standing on X. `by` her own word nothing is claimed; a
 * `restored` database claims nothing either, it says that it may have been posted.
 */
export function giveBack(
  state: State,
  row: PostRow,
  to: Ended,
  moves: Moves,
  by: "bot" | "her" | "restored",
): Given {
  const ended = { ...row, state: moves.post(row.state, to) };
  const committed = commit(state, {
    posts: withPost(state.db, ended),
    suggestion: moves.suggestion(state.db.suggestion, "shown"),
  });
  return {
    state: to === "cancelled" ? withApproval(committed, row.approval, { stopped: "yes" }) : committed,
    breaches: by === "bot" ? breachesGivingBack(state, row.approval, to) : [],
  };
}
