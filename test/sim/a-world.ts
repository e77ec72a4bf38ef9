import { account, executive, nadia } from "../db/builders.js";
import type { Dice } from "./dice.js";
import { openFarX } from "./far-x.js";
import { type Fault, faultsOf, type Plan } from "./faults.js";
import type { House } from "./memory-house.js";
import { olga } from "./people-acting.js";
import { openSlackRoom } from "./slack-room.js";
import { honest, type Tamper, type World } from "./world.js";

export type Options = { readonly trace?: (line: string) => void; readonly tamper?: Tamper };

/** A world before anything happened in it; how rough it will be, the dice say. */
export function aWorld(
  dice: Dice,
  time: World["time"],
  house: House,
  { trace, tamper = honest }: Options = {},
): World {
  const said = trace
    ? (line: () => string) => trace(`${new Date(time.now()).toISOString().slice(5, 23)} ${line()}`)
    : () => undefined;
  return {
    dice,
    time,
    house,
    tamper,
    slack: openSlackRoom(time),
    x: openFarX(time, dice, dice.pick([0, 2_000, 40_000])),
    settings: {
      holdMs: dice.pick([0, 10_000, 10_000]),
      limits: {
        atOnce: dice.pick([0, 1, 2]),
        perDay: dice.pick([0, 5]),
        perHour: 20,
        hours: dice.chance(0.7)
          ? { kind: "always" }
          : { kind: "weekly", days: [1, 2, 3, 4, 5], from: 480, to: 1200 },
      },
      refusesDuplicates: dice.chance(0.5),
      resetsAfterMs: [5_000, 60_000, 300_000, 1_800_000],
      members: [executive, nadia, olga],
    },
    plan: aPlan(dice),
    life: null,
    skew: 0,
    account,
    downMs: () => dice.pick([500, 2_000, 20_000, 200_000]),
    heard: true,
    twice: () => dice.chance(0.08),
    acts: new Map(),
    forms: [],
    calls: [],
    uncertain: [],
    unrecorded: new Map(),
    late: new Set(),
    approvals: new Map(),
    broken: [],
    passed: new Map(),
    claimed: new Map(),
    happened: {
      crashes: 0,
      starts: 0,
      stops: 0,
      jumps: 0,
      restored: 0,
      commits: 0,
      sends: 0,
      presses: 0,
      faults: {},
    },
    trace: said,
  };
}

/** How rough a run is, the seed says: some have no fault at all, some hardly anything else. */
function aPlan(dice: Dice): Plan {
  const rate = dice.pick([0, 0.01, 0.03, 0.06, 0.15]);
  const ends = (fault: Fault) => fault.startsWith("k");
  return {
    breaks({ at, step }) {
      // The call to X is where most is at stake, and there are few of them.
      const here = step === "publish" ? Math.max(rate * 4, rate > 0 ? 0.25 : 0) : rate;
      if (!dice.chance(here)) return null;
      const fault = dice.pick(faultsOf[at]);
      return ends(fault) && at !== "x" && dice.chance(0.6) ? null : fault;
    },
  };
}
