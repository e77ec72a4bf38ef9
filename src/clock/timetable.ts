import { schedule } from "node-cron";
import type { Instant } from "../core/ids.js";
import type { Change, Now, Row, Store } from "../flows/ports.js";
import { openLane } from "./lane.js";

/** The pieces of work that are due by the clock or after a change. Each reads what is due from the database. */
export type Lanes = Readonly<Record<string, () => Promise<void>>>;

export type Timetable = {
  /** This was committed: what became due of hers is done now, the rest once it has been quiet for a moment. */
  poke(change: Pick<Change, "put">): void;
  /** Lets what runs finish; starts nothing more. */
  stop(): Promise<void>;
};

/** These lanes never wait for quiet: a press is to reach X at once. */
const promptLanes: ReadonlySet<string> = new Set(["posts", "takeDowns"]);
/** Nor does any lane when one of these changed: what X said, or what stands still, is told at once. */
const promptRows: ReadonlySet<Row["table"]> = new Set(["post", "part", "notice"]);

/** Everything else lets the answers that are under way go first: so long after the last change, and so long at most. */
const quietMs = 30;
const longestMs = 1_000;

/** setTimeout counts in 31 bits; the minute tick comes long before. */
const longestTimerMs = 60_000;

/**
 * Wakes the flows: after changes, at the earliest due instant, and every minute as a safety net. node-cron ticks
 * in UTC only, because its zones lose an hour in autumn (facts/dependencies.md g); it never decides what is due.
 */
export function startTimetable(needs: {
  readonly lanes: Lanes;
  readonly store: Pick<Store, "nextDue">;
  readonly now: Now;
  readonly failed: (lane: string, error: unknown) => void;
}): Timetable {
  const { store, now, failed } = needs;
  const opened = Object.entries(needs.lanes).map(([name, work]) => ({
    name,
    lane: openLane(work, (error) => failed(name, error)),
  }));
  const lanes = opened.map(({ lane }) => lane);
  const prompt = opened.filter(({ name }) => promptLanes.has(name)).map(({ lane }) => lane);
  let stopped = false;
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  let timer: NodeJS.Timeout | undefined;

  const arming = openLane(
    async () => {
      const due = await store.nextDue();
      clearTimeout(timer);
      if (due !== null) timer = setTimeout(wake, wait(due, now()));
    },
    (error) => failed("arming", error),
  );

  function wake(): void {
    endWait();
    for (const lane of lanes) lane.poke();
    arming.poke();
  }

  function endWait(): void {
    clearTimeout(quiet);
    clearTimeout(longest);
    longest = undefined;
  }

  function poke({ put }: Pick<Change, "put">): void {
    if (stopped) return;
    if (put.some(({ table }) => promptRows.has(table))) {
      wake();
      return;
    }
    for (const lane of prompt) lane.poke();
    clearTimeout(quiet);
    quiet = setTimeout(wake, quietMs);
    longest ??= setTimeout(wake, longestMs);
  }

  const tick = schedule("* * * * *", wake, { timezone: "UTC" });
  wake();
  return {
    poke,
    async stop() {
      stopped = true;
      endWait();
      await tick.destroy();
      clearTimeout(timer);
      await Promise.all([...lanes, arming].map((lane) => lane.close()));
      clearTimeout(timer);
    },
  };
}

/** A quarter of a second apart at least: what is due but cannot go yet must not spin. */
function wait(due: Instant, now: Instant): number {
  return Math.min(longestTimerMs, Math.max(due - now, 250));
}
