import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { OpenDatabase } from "../../src/db/open-database.js";
import { lineHash, noHash, type RecordLine } from "../../src/db/record-line.js";
import { recordHead } from "../../src/db/record-table.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { openDesk } from "../../src/flows/open-desk.js";
import type { PostWhole, Publish } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown } from "../../src/flows/settle-unknown.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { account, aDesk, executive, minute, team } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
  hers,
  openADesk,
  postNow,
  pressOn,
  shownCard,
} from "../flows/a-desk.js";
import { type Script, scriptedX } from "../flows/scripted-x.js";

/** Words that stand in every row that holds any: no audit may say them. */
export const secretWords = "CANARYWORDS about a merger";

export type BusyHouse = {
  readonly desk: ADesk;
  /** One post of each fate. */
  readonly posts: {
    readonly published: PostWhole;
    readonly takenDown: PostWhole;
    readonly waiting: PostWhole;
    readonly appeared: PostWhole;
    readonly refused: PostWhole;
  };
  readonly head: { seq: number; hash: string };
};

/** Pressed with the exact words in sight. */
const inForm = (words: string) => ({ seen: { kind: "form" as const, words, once: aDelivery() } });

/** A house in which everything has happened once, through the flows themselves. */
export async function aBusyHouse(): Promise<BusyHouse> {
  const desk = await openADesk();
  await handTo(desk, account);
  const approvedOne = async (words: string) =>
    approvedPost(
      desk,
      await shownCard(desk, { draft: `${secretWords}, ${words}`, note: secretWords }),
      inForm(`${secretWords}, ${words}`),
    );
  const sent = async (words: string, ...answers: Script[]) => {
    const made = await approvedOne(words);
    for (const answer of answers) {
      desk.pass(minute);
      await publishDue(wired(desk, answer));
    }
    return made.post.id;
  };
  const says = (postId: PostWhole["post"]["id"], answer: "it_appeared" | "it_did_not") =>
    answerUnknown({ presser: hers, postId, says: answer, delivery: aDelivery() }, settling(desk));

  const published = await sent("out", { kind: "published" });
  const refused = await sent("refused", { kind: "refused", refusal: "duplicate", detail: "no" });
  await sent("later", { kind: "not_sent", detail: "no way" }, { kind: "published" });
  const appeared = await sent("seen", { kind: "unknown", detail: "silence" });
  await says(appeared, "it_appeared");
  const absent = await sent("not seen", { kind: "unknown", detail: "silence" });
  await says(absent, "it_did_not");
  await sent("asked", { kind: "unknown", detail: "silence" });
  const cancelled = await approvedOne("cancelled");
  await cancel({ presser: hers, postId: cancelled.post.id, delivery: aDelivery() }, desk);
  await approvedOne("missed");
  desk.pass(20 * minute);
  await publishDue(wired(desk));
  const ownText = `${secretWords} in her own words`;
  const own = { ...inForm(ownText), act: "rewrite" as const, ownText };
  await approvedPost(desk, await drawnCard(desk, cancelled.post.suggestionId), own);
  desk.pass(minute);
  await publishDue(wired(desk, { kind: "published" }));
  await decline(pressOn(await shownCard(desk)), desk);
  const takenDown = await sent("regretted", { kind: "published" });
  await undo({ presser: hers, postId: takenDown, delivery: aDelivery() }, desk);
  await takeDownDue({ ...desk, takeDown: async () => ({ kind: "deleted" }) });
  const later = { ...inForm(secretWords), act: "schedule" as const, postAt: desk.now() + 60 * minute };
  const waiting = await approvedPost(desk, await shownCard(desk, { draft: secretWords }), later);
  await done(desk.store, {
    table: "weekly_head",
    row: { week: "2026-W48", deskId: waiting.post.deskId, at: desk.now() },
  });
  await decline(pressOn(await shownCard(desk)), desk);
  const head = recordHead(desk.database);
  if (!head) throw new Error("the record is empty");
  return {
    desk,
    head,
    posts: {
      published: await postNow(desk, published),
      takenDown: await postNow(desk, takenDown),
      appeared: await postNow(desk, appeared),
      refused: await postNow(desk, refused),
      waiting,
    },
  };
}

/** X and all else that publishing needs, with nothing in the way. */
function wired(desk: ADesk, ...answers: Script[]) {
  const x = scriptedX(desk, ...answers);
  const publish: Publish = (approval, part) => x.publish(approval, part);
  return { ...x, publish, ...settling(desk), troubles: () => new Set<never>(), answers: new Map() };
}

function settling(desk: ADesk) {
  return { ...desk, look: async () => ({ kind: "seen" as const, posts: [], whole: true }) };
}

/** The desk at a start: who the executive is stays, the account is this one. */
export async function handTo(desk: ADesk, to: typeof account, executiveId = executive): Promise<void> {
  const { channelId, locale, homeZone } = aDesk();
  const facts = { teamId: team, executiveId, channelId, homeZone, profileZone: homeZone, account: to };
  // A change of language is a change of the desk: the record tells who sits there from its first line on.
  await openDesk({ ...facts, locale: locale === "fr-FR" ? "fr-CA" : locale }, desk);
}

/** A copy of its database to lay hands on, in memory: no other test sees what is done to it. */
export function copyOf({ desk }: BusyHouse): OpenDatabase {
  const sqlite = new Database(desk.database.sqlite.serialize());
  return { sqlite, drizzle: drizzle(sqlite), close: () => void sqlite.close() };
}

/** What a host admin can do: every fence is taken away, and afterwards each stands again exactly as it was written. */
export function behindTheFences({ sqlite }: Pick<OpenDatabase, "sqlite">, ...statements: string[]): void {
  const made = sqlite
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all();
  sqlite.pragma("foreign_keys = OFF");
  for (const { name } of made) sqlite.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) sqlite.exec(statement);
  for (const { sql } of made) sqlite.exec(sql);
  sqlite.pragma("foreign_keys = ON");
}

/** Numbers and hashes every line anew and sets the end that the database remembers: a chain whole in itself. */
export function chainAnew(database: Pick<OpenDatabase, "sqlite">): void {
  const { sqlite } = database;
  const lines = sqlite
    .prepare<[], RecordLine>("SELECT seq, desk_id AS deskId, at, kind, who, about FROM record ORDER BY seq")
    .all();
  let prevHash: string = noHash;
  const chained = lines.map((line, index) => {
    const next = { ...line, seq: index + 1, prevHash };
    prevHash = lineHash(next);
    return { ...next, hash: prevHash };
  });
  const text = (value: string | null) => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);
  behindTheFences(
    database,
    "DELETE FROM record",
    ...chained.map(
      (line) =>
        `INSERT INTO record VALUES (${line.seq}, ${text(line.deskId)}, ${line.at}, ${text(line.kind)}, ${text(line.who)}, ${text(line.about)}, ${text(line.prevHash)}, ${text(line.hash)})`,
    ),
    `UPDATE record_head SET seq = ${chained.length}, hash = ${text(prevHash)}`,
  );
}
