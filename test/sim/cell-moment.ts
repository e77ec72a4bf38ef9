import { executive } from "../db/builders.js";
import { press } from "./acts.js";
import { cardWith, type Told } from "./cell-facts.js";
import type { Mechanism } from "./cell-mechanism.js";
import { newestPost } from "./cell-story.js";
import type { Fault, Site } from "./faults.js";
import type { Cell } from "./matrix-table.js";
import type { World } from "./world.js";

/** What a cell's moment needs to come about. */
export type Moment = {
  readonly told: Told;
  readonly mechanism: Mechanism;
  /** Notes that it came about. */
  readonly hit: () => void;
  /** What is done to the files of the database; true: a start on them is refused. */
  readonly harm: () => boolean;
};

/** Whether this call is the cell's moment, and what breaks in it. */
export function breaksIn(site: Site, moment: Moment): Fault | null {
  const { told, mechanism } = moment;
  const { world, cell } = told;
  // A look at the timeline comes only after an answer that proved nothing.
  const looks = cell.number === 9 && mechanism.kind === "fault" && !mechanism.at.includes("commit");
  if (looks && site.step === "publish" && world.calls.length === 1) return "t1";
  const same = told.hits > 0 && site.step === told.hitSite?.step && site.at === told.hitSite.at;
  if (same && site.call === told.hitSite?.call) told.again += 1;
  if (told.cutOff && (site.call === "whoAmI" || (cell.fault === "auth" && site.call === "create")))
    return faultOf(mechanism);
  if (told.hits > 0) return null;
  if (site.step !== momentOf(moment)) return null;
  // Messages are told of all along; the step is the telling of what was posted.
  if (cell.number === 10 && !isOut(world)) return null;
  return happen(site, moment);
}

/** It happens: to the call itself, or to the process and the people at that moment. */
function happen(site: Site, { told, mechanism, hit, harm }: Moment): Fault | null {
  const { world, cell } = told;
  switch (mechanism.kind) {
    case "fault":
      if (!mechanism.at.includes(site.at)) return null;
      hit();
      told.hitSite = site;
      told.cutOff = sticky(cell);
      world.downMs = () => (told.hits === 1 ? mechanism.downMs : 2_000);
      return mechanism.fault;
    case "clock":
      hit();
      world.skew = mechanism.byMs;
      world.time.later(mechanism.backAfterMs, () => {
        world.skew = 0;
        if (cell.number === 11 && !summaryShown(world)) told.again += 1;
      });
      return null;
    case "stop":
      if (isOfPeople(cell)) return null;
      hit();
      void world.life?.stop();
      return null;
    case "deaf":
      if (isOfPeople(cell)) return null;
      hit();
      goDeaf(told, mechanism.forMs);
      return null;
    case "poked":
      hit();
      for (let times = 0; times < 3; times++) world.time.later(times, () => world.life?.poke());
      return null;
    case "other_account":
      hit();
      return null;
    case "old_backup":
      hit();
      world.house.backUp();
      return null;
    case "second_process":
    case "corrupt":
      hit();
      told.startRefused = harm();
      return null;
    case "people":
      if (cell.number !== 6) return null;
      hit();
      cancelNow(told);
      return "slow";
    default:
      return mechanism satisfies never;
  }
}

/** Slack reaches the process with nothing for so long. */
export function goDeaf({ world }: Told, forMs: number): void {
  world.heard = false;
  world.time.later(forMs, () => {
    world.heard = true;
  });
}

/** The step at which the cell's moment is noticed: what comes before a claim must come before it is due. */
function momentOf({ told: { cell }, mechanism }: Moment): Site["step"] {
  if (mechanism.kind === "fault") return mechanism.step;
  const early = mechanism.kind === "clock" || mechanism.kind === "deaf";
  if (cell.number === 6 && early) return "approve";
  if (cell.number === 11 && mechanism.kind === "clock" && mechanism.byMs > 0) return "confirm";
  return cell.step;
}

/** What people do is broken where they do it, not where it is written down. */
const isOfPeople = ({ number }: Cell): boolean => number === 1 || number === 4 || number === 5;

const faultOf = (mechanism: Mechanism): Fault | null => (mechanism.kind === "fault" ? mechanism.fault : null);

/** X stays away until somebody waits for it: a queue must be there to be kept. */
export const sticky = ({ number, fault }: Cell): boolean =>
  number === 12 && ["t0", "t1", "t2", "429", "5xx", "bad", "auth"].includes(fault);

const isOut = (world: World): boolean => newestPost(world) === "done";

export const summaryShown = (world: World): boolean =>
  world.house.database.sqlite
    .prepare("SELECT 1 FROM messages WHERE kind = 'summary' AND shown = wanted")
    .get() !== undefined;

/** She says «cancel» at the very moment the post begins. */
function cancelNow(told: Told): void {
  const { world } = told;
  const card = cardWith(world, "cancel");
  if (!card) return;
  const act = press(world, executive, card.message, card.look, card.button);
  world.time.later(30_000, () => {
    const stopped = newestPost(world) === "cancelled";
    const out = world.x.effects.length > 0;
    const back = cardWith(world, "approve") !== null;
    told.conflict = { won: Number(stopped) + Number(out), told: stopped ? back : act.said.length > 0 };
  });
}
