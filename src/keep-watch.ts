import type { SlackUserId } from "./core/ids.js";
import { clockToleranceMs, type Trouble } from "./core/trouble.js";
import { checkWitness } from "./flows/check-witness.js";
import type { Log, NewId, Now, ReadWitness, Store, Troubles } from "./flows/ports.js";
import { tellClock } from "./flows/tell-clock.js";
import { notOftenerThan } from "./not-oftener-than.js";
import type { SlackClock } from "./slack/slack-clock.js";
import type { DiskWatch } from "./watch-disk.js";

type Needs = {
  readonly store: Store;
  readonly disk: DiskWatch;
  readonly clock: SlackClock;
  /** Asks Slack anything, so that its clock is heard. */
  readonly askSlack: () => Promise<unknown>;
  readonly readWitness: ReadWitness;
  readonly executiveId: SlackUserId;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

export type Watch = {
  readonly troubles: Troubles;
  /** Work for the timetable: looks again at what is in trouble. */
  readonly lanes: Readonly<Record<"disk" | "witness" | "clock", () => Promise<void>>>;
  /** To be told whether Slack's presses arrive. */
  listen(hears: () => boolean): void;
  /** X said whose access this is. */
  accountMet(): void;
};

/** In trouble it is looked at again this often; the clock, while all is well, every five minutes. */
const againMs = 5_000;
const clockMs = 5 * 60_000;

/** Knows what keeps posts from going out (core/trouble.ts), and says so where she can still hear it. */
export function keepWatch(needs: Needs): Watch {
  const { disk, clock, now, log } = needs;
  let witnessRead = false;
  let hears = () => true;
  let accountMet = false;
  const witnessAgain = notOftenerThan(againMs, now);
  const clockAgain = notOftenerThan(againMs, now);
  const clockWrong = () => Math.abs(clock.aheadMs() ?? 0) > clockToleranceMs;

  return {
    troubles() {
      const present: Record<Trouble, boolean> = {
        witness_unread: !witnessRead,
        account_unmet: !accountMet,
        disk: disk.failing(),
        wrong_clock: clockWrong(),
        unheard: !hears(),
      };
      return new Set((Object.keys(present) as Trouble[]).filter((trouble) => present[trouble]));
    },
    lanes: {
      disk: disk.look,
      async witness() {
        if (witnessRead || !witnessAgain()) return;
        await checkWitness(needs).then(
          () => {
            witnessRead = true;
          },
          () => log("witness_unread"),
        );
      },
      async clock() {
        const heardAt = clock.heardAt();
        const stale = heardAt === null || Math.abs(now() - heardAt) > clockMs;
        if ((stale || clockWrong()) && clockAgain()) await needs.askSlack().catch(() => undefined);
        const ahead = clock.aheadMs();
        if (ahead !== null) await tellClock(ahead, needs);
      },
    },
    accountMet() {
      accountMet = true;
    },
    listen(told) {
      hears = told;
    },
  };
}
