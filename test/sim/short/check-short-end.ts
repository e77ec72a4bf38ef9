import { verifyRecord } from "../../../src/db/verify-record.js";
import { checkPosts, type PostRow } from "../check-end.js";
import { nowShown } from "../slack-room.js";
import { drawnOn, type ShortWorld } from "./short-world.js";

type MessageRow = {
  readonly id: string;
  readonly kind: string;
  readonly wanted: number;
  readonly shown: number;
};

/** What must hold once faults have ceased, time has passed and every question was answered truthfully. */
export async function checkShortEnd(short: ShortWorld): Promise<void> {
  const { world, house } = short;
  const { sqlite } = house.database;
  const fail = (what: string) => world.broken.push(what);
  if (sqlite.prepare("PRAGMA foreign_key_check").all().length > 0) fail("a reference leads nowhere");
  if (verifyRecord(house.database).breaks.length > 0) fail("the record does not verify");
  checkPosts(world, sqlite.prepare<[], PostRow>("SELECT id, state, approval_id FROM posts").all());
  checkTaken(short);
  const messages = sqlite.prepare<[], MessageRow>("SELECT id, kind, wanted, shown FROM messages").all();
  for (const { id, kind, wanted, shown } of messages) {
    const standing = world.slack.all().filter((message) => message.id === id);
    const [only] = standing;
    if (wanted > shown) fail(`a ${kind} is owed (${shown}/${wanted})`);
    else if (!only || standing.length > 1) fail(`${standing.length} messages in Slack for one ${kind}`);
    else if (drawnOn(nowShown(only)).version < shown) fail(`a ${kind} shows an older version than recorded`);
  }
}

/** What was answered as taken is there, unless an older database was put in the place of this one. */
function checkTaken({ world, house }: ShortWorld): void {
  if (world.happened.restored > 0) return;
  const taken = house.database.sqlite
    .prepare<[string], number>("SELECT 1 FROM handled WHERE key = ?")
    .pluck();
  for (const { action, trigger, said } of world.acts.values()) {
    const yes = said.some((answer) => answer === "taken_in" || answer === "approved");
    if (yes && !taken.get(`trigger ${trigger}`))
      world.broken.push(`lost: «${action}» (${trigger}) was taken, and is nowhere`);
  }
}
