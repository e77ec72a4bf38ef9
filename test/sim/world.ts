import type { Agreed } from "../../src/core/approval.js";
import type { XAccount } from "../../src/core/desk.js";
import type { Instant } from "../../src/core/ids.js";
import type { CardLimits } from "../../src/core/when-seen.js";
import type { Publish, Store } from "../../src/flows/ports.js";
import type { Dice } from "./dice.js";
import type { FarX } from "./far-x.js";
import type { Plan, Site } from "./faults.js";
import type { Life } from "./life.js";
import type { House } from "./memory-house.js";
import type { SlackRoom } from "./slack-room.js";
import type { VirtualTime } from "./virtual-time.js";

/** One act of a person in Slack, and what stood before their eyes when they did it. */
export type Act = {
  readonly trigger: string;
  readonly user: string;
  readonly action: string;
  /** The value of the button, or the form's metadata. */
  readonly value: string;
  /** Exactly the words on the card or in the form; null where the act is not about words. */
  readonly seen: string | null;
  readonly at: Instant;
  /** What the bot said to the person alone. */
  readonly said: string[];
  /** The handler came to its end, and Slack heard of it. */
  ended: boolean;
};

/** A form on a person's screen. */
export type OpenForm = { readonly user: string; readonly trigger: string; readonly view: FormView };
export type FormView = {
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly object[];
};

/** One call to X, with what held at that moment. */
export type Call = { readonly approval: string; readonly post: string; readonly at: Instant };

/** A send to Slack whose answer proved nothing. `late`: it was done after it could have been looked for. */
export type Uncertain = { readonly message: string; readonly late: boolean };

/** For the tests of the simulator itself: a process that breaks a rule, which must be noticed. */
export type Tamper = {
  store(store: Store): Store;
  publish(publish: Publish): Publish;
};
export const honest: Tamper = { store: (store) => store, publish: (publish) => publish };

/** Everything of one run. */
export type World = {
  readonly dice: Dice;
  readonly time: VirtualTime;
  readonly house: House;
  readonly slack: SlackRoom;
  readonly x: FarX;
  readonly settings: Settings;
  readonly tamper: Tamper;
  plan: Plan;
  life: Life | null;
  /** How far the bot's clock is from the true one, in milliseconds. */
  skew: number;
  /** Whose keys the bot holds at X. */
  account: XAccount;
  /** How long a process stays down, in milliseconds. */
  downMs: () => number;
  /** Slack reaches the bot with presses and commands. */
  heard: boolean;
  /** Whether Slack delivers this act a second time. */
  twice: (act: Act) => boolean;
  readonly acts: Map<string, Act>;
  /** Approvals whose words came to stand on X long after the call. */
  readonly late: Set<string>;
  /** Every approval that was ever committed. */
  readonly approvals: Map<string, Agreed>;
  readonly forms: OpenForm[];
  readonly calls: Call[];
  readonly uncertain: Uncertain[];
  /** First sends that Slack took and the database does not know yet: the message's id by its place. */
  readonly unrecorded: Map<string, string>;
  readonly broken: string[];
  /** Every state each post was committed in, in order. */
  readonly passed: Map<string, string[]>;
  /** When each post was last committed as running, by the true clock. */
  readonly claimed: Map<string, number>;
  readonly happened: Happened;
  /** Says what happens, where somebody listens. */
  readonly trace: (line: () => string) => void;
};

export type Settings = {
  readonly holdMs: number;
  readonly limits: CardLimits & { readonly perHour: number };
  /** X refuses the same words twice. */
  readonly refusesDuplicates: boolean;
  /** After how long X lifts a limit. */
  readonly resetsAfterMs: readonly number[];
  /** Who is in the team channel. */
  readonly members: readonly string[];
};

/** What a run came to, for the totals. */
export type Happened = {
  crashes: number;
  starts: number;
  stops: number;
  jumps: number;
  restored: number;
  commits: number;
  sends: number;
  presses: number;
  faults: Record<string, number>;
};

/** Asks the plan, and counts what it says. */
export function breaksAt(world: World, site: Site) {
  const fault = world.plan.breaks(site);
  if (fault) {
    world.happened.faults[fault] = (world.happened.faults[fault] ?? 0) + 1;
    world.trace(() => `  fault ${fault} at ${site.step}/${site.at} ${site.call}`);
  }
  return fault;
}

/** The process is gone, or could not write: what Slack took and nobody recorded is uncertain from here on. */
export function forgetSends(world: World, message?: string): void {
  for (const [ts, id] of world.unrecorded) {
    if (message !== undefined && message !== id) continue;
    world.unrecorded.delete(ts);
    world.uncertain.push({ message: id, late: false });
  }
}

/** The clock on the bot's wall. */
export const botNow = (world: World): Instant => world.time.now() + world.skew;
