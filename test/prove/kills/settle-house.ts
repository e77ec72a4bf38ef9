import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../../src/db/open-database.js";
import { verifyRecord } from "../../../src/db/verify-record.js";
import type { House } from "../../story/start-house.js";
import { stillOwed } from "./autopsy.js";
import type { KeptBot } from "./keep-bot.js";
import type { BusyPeople } from "./keep-people-busy.js";
import type { CardPresses } from "./press-cards.js";

export type Settled = {
  readonly recordLines: number;
  /** By suggestion, how many presses the record says were refused. */
  readonly refusedPresses: ReadonlyMap<string, number>;
  /** What should not have been: sentences. */
  readonly complaints: readonly string[];
};

/** How long everything may take to be settled once all is well again, in milliseconds. */
const settleMs = 240_000;

/** Everything is well: lets the bot finish, she answers what she is asked, then the bot is stopped and its books read. */
export async function settleHouse(
  house: House,
  { bot, everybody, presses }: { bot: KeptBot; everybody: BusyPeople; presses: CardPresses },
): Promise<Settled> {
  while ((await bot.started()) === "ended") bot.spawn();
  const complaints: string[] = [];
  const deadline = performance.now() + settleMs;
  while (stillOwed(house) > 0 || !presses.idle()) {
    if (performance.now() > deadline) {
      complaints.push(`${stillOwed(house)} things are owed long after everything was well again`);
      break;
    }
    everybody.settle();
    await pause(200);
  }
  const { code } = await bot.stop();
  if (code !== 0) complaints.push(`told to stop, the bot ended with ${code}`);
  return readBooks(house, complaints);
}

function readBooks({ env }: House, complaints: string[]): Settled {
  const database = openDatabase(env.DATABASE_PATH ?? "");
  try {
    const sound = database.sqlite.pragma("integrity_check", { simple: true });
    if (sound !== "ok") complaints.push("in the end the database is damaged");
    const refusedPresses = new Map<string, number>();
    const { lines, breaks, lost } = verifyRecord(database, [], ({ kind, about }) => {
      const { suggestion } = JSON.parse(about) as { suggestion?: string };
      if (kind !== "press_refused" || suggestion === undefined) return;
      refusedPresses.set(suggestion, (refusedPresses.get(suggestion) ?? 0) + 1);
    });
    for (const each of [...breaks, ...lost]) complaints.push(`the record is broken: ${JSON.stringify(each)}`);
    return { recordLines: lines, refusedPresses, complaints };
  } finally {
    database.close();
  }
}
