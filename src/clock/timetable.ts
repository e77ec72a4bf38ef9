import { schedule } from "node-cron";
import type { Instant } from "../core/ids.js";
import type { Now, Store } from "../flows/ports.js";
import { openLane } from "./lane.js";

/** The pieces of work that are due by the clock or after a change. Each reads what is due from the database. */
export type Lanes = Readonly<Record<string, () => Promise<void>>>;

export type Timetable = {
  /** Something was committed: whatever became due is done now. */
  poke(): void;
  /** Lets what runs finish; starts nothing more. */
  stop(): Promise<void>;
};

/** setTimeout counts in 31 bits; the minute tick comes long before. */
const longestTimerMs = 60_000;

/**
 * Wakes the flows: after each change, at the earliest due instant, and every minute as a safety net. node-cron ticks
 * in UTC only, because its zones lose an hour in autumn (facts/dependencies.md g); it never decides what is due.
 */
export function startTimetable(needs: {
  readonly lanes: Lanes;
  readonly store: Pick<Store, "nextDue">;
  readonly now: Now;
  readonly failed: (lane: string, error: unknown) => void;
}): Timetable {
  const { store, now, failed } = needs;
  const lanes = Object.entries(needs.lanes).map(([name, work]) =>
    openLane(work, (error) => failed(name, error)),
  );
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
    for (const lane of lanes) lane.poke();
    arming.poke();
  }

  const tick = schedule("* * * * *", wake, { timezone: "UTC" });
  wake();
  return {
    poke: wake,
    async stop() {
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
