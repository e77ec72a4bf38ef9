import { account, executive, nadia } from "../db/builders.js";
import { aWorld } from "./a-world.js";
import { freshRun } from "./acts.js";
import { cardsOf, cardWith, countRows, type Facts, factsOf, type Told } from "./cell-facts.js";
import { type Mechanism, mechanismOf } from "./cell-mechanism.js";
import { breaksIn, goDeaf, type Moment, sticky, summaryShown } from "./cell-moment.js";
import {
  type AtStage,
  approveIt,
  edit,
  hourMs,
  newestPost,
  pass,
  pressOnCopies,
  seeItThrough,
  stageNumber,
  suggestOne,
  until,
} from "./cell-story.js";
import {
  pressAgain,
  pressOnOldWords,
  pressWhileSending,
  putBack,
  untilConnected,
  whoWaits,
} from "./cell-turns.js";
import { rollFrom } from "./dice.js";
import type { Cell } from "./matrix-table.js";
import type { House } from "./memory-house.js";
import { dmOf, nowShown } from "./slack-room.js";
import { comeToRest, keepAlive } from "./to-rest.js";
import { startTime, underVirtualTimers } from "./virtual-time.js";
import type { World } from "./world.js";

const minuteMs = 60_000;
/** Sunday 29 November 2026, 21:00 UTC: the week's message comes the morning after. */
const sundayEvening = Date.UTC(2026, 10, 29, 21);

type Options = {
  readonly trace?: (line: string) => void;
  /** What is done to the files of the database at the cell's moment; true: a start on them is refused. */
  readonly harm?: () => boolean;
};

/** One cell of the matrix: the whole story of one suggestion, with exactly that fault at exactly that step. */
export async function runCell(cell: Cell, house: House, options: Options = {}): Promise<Facts> {
  house.reset();
  freshRun();
  const dice = rollFrom(cell.number * 100 + cell.fault.charCodeAt(0) * 7 + cell.fault.length);
  const time = startTime(sundayEvening, dice);
  const world: World = {
    ...aWorld(dice, time, house, options.trace ? { trace: options.trace } : {}),
    settings: {
      holdMs: 10_000,
      limits: { atOnce: 1, perDay: 0, perHour: 0, hours: { kind: "always" } },
      refusesDuplicates: false,
      resetsAfterMs: [60_000],
      members: [executive, nadia],
    },
    twice: () => false,
    downMs: () => 2_000,
  };
  const told: Told = {
    cell,
    world,
    hits: 0,
    hitSite: null,
    cutOff: false,
    atHit: null,
    soonAfter: null,
    again: 0,
    tries: 0,
    asked: false,
    givenBack: 0,
    disconnected: false,
    startRefused: false,
    frozen: false,
    callsWhileFrozen: 0,
    extraCounts: false,
    rivals: null,
    conflict: null,
  };
  return underVirtualTimers(time, async () => {
    await tell(told, mechanismOf(cell), options.harm ?? (() => false));
    return factsOf(told);
  });
}

async function tell(told: Told, mechanism: Mechanism, harm: () => boolean): Promise<void> {
  const { world, cell } = told;
  const hit = () => {
    told.hits += 1;
    told.atHit = countRows(world);
    world.trace(() => `cell ${cell.number}/${cell.fault} happens`);
    // A commit that fails leaves nothing at once; what people do takes its time to arrive.
    world.time.later(cell.number === 2 ? 1 : 900, () => {
      told.soonAfter = countRows(world);
    });
  };
  const moment: Moment = { told, mechanism, hit, harm };
  // X is met at every start; the cells of that meeting are about a later one, when something waits for it.
  world.plan = { breaks: (site) => (cell.number === 12 ? null : breaksIn(site, moment)) };
  const at = stagesOf(moment);
  keepAlive(world);
  await until(world, () => world.life?.routes() != null, hourMs);
  const crowd = mechanism.kind === "people" && mechanism.what === "conflict" && cell.number === 1;
  if (crowd) await suggestOne(told, at, 2);
  await suggestOne(told, at, 1);
  await until(world, () => cardsOf(world).length > 0, 20 * minuteMs);
  if (crowd) told.conflict = await whoWaits(world);
  if (cell.number === 12) await startAgain(moment);
  await until(world, () => cardWith(world, "approve") !== null, 20 * minuteMs);
  if (mechanism.kind === "people" && cell.number === 3) pressWhileSending(told, hit);
  if (cell.number === 4) await edit(told, at);
  if (cell.promise === "G" && cell.number === 4) await pressOnOldWords(told);
  if (!told.rivals && newestPost(world) === null) await approveIt(told, at);
  if (sticky(cell)) await untilConnected(told);
  await seeItThrough(told);
  await pressAgain(told, at);
  if (cell.number === 11) await until(world, () => summaryShown(world), 16 * hourMs);
  if (mechanism.kind === "old_backup") await putBack(told, at);
  await pass(world, minuteMs);
  await pressOnCopies(told);
  await comeToRest(world);
}

/** What breaks where the people act. */
function stagesOf({ told, mechanism, hit }: Moment): AtStage {
  const { world, cell } = told;
  const mine = (stage: Parameters<AtStage["before"]>[0]) => stageNumber(stage) === cell.number;
  const people = (what: string) => mechanism.kind === "people" && mechanism.what === what;
  return {
    before(stage) {
      if (!mine(stage)) return;
      if (mechanism.kind === "people") {
        hit();
        if (mechanism.what === "twice") world.twice = () => told.tries === 0;
      }
      if (mechanism.kind === "deaf") {
        hit();
        goDeaf(told, mechanism.forMs);
      }
      if (mechanism.kind === "stop") {
        hit();
        void world.life?.stop();
        world.life = null;
      }
    },
    malformed: (stage) => people("malformed") && mine(stage),
    conflict: (stage) => people("conflict") && mine(stage),
  };
}

/** The process is started anew while a card waits: X is met again. */
async function startAgain(moment: Moment): Promise<void> {
  const { told, mechanism } = moment;
  const { world } = told;
  await until(world, () => cardWith(world, "approve") !== null, 20 * minuteMs);
  if (mechanism.kind === "other_account") {
    await approveIt(told, { before: () => undefined, malformed: () => false, conflict: () => false });
    world.account = { ...account, id: "1900000000000000009" as typeof account.id, handle: "other" };
  }
  world.plan = { breaks: (site) => breaksIn(site, moment) };
  const meets = mechanism.kind === "fault" || mechanism.kind === "other_account";
  if (!meets) breaksIn({ at: "x", step: "account", call: "whoAmI" }, moment);
  // A new name of hers is all that a second meeting with X writes down.
  if (mechanism.kind === "fault" && mechanism.at.includes("commit"))
    world.account = { ...account, handle: "renamed" };
  const before = world.life;
  void before?.stop();
  await until(world, () => !before?.alive(), hourMs);
  await until(world, () => world.life?.routes() != null, hourMs);
  if (mechanism.kind !== "other_account") return;
  await pass(world, minuteMs);
  const handed = world.slack.in(dmOf(executive)).some((message) => nowShown(message).text.includes("@other"));
  told.conflict = {
    won: newestPost(world) === "cancelled" && world.calls.length === 0 ? 1 : 2,
    told: handed,
  };
}
