import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { House } from "../../story/start-house.js";
import type { CardBook } from "./follow-cards.js";

/** How far a post had come that the bot had promised itself to send, and of which it never wrote down the outcome. */
export type Interrupted =
  | "before the card said so"
  | "before the call arrived"
  | "before X acted"
  | "before it was written down";

export type Finding = { readonly sound: boolean; readonly interrupted: readonly Interrupted[] };

/** Looks into a copy of what the dead bot left on disk: the files themselves are its next life's. */
export function autopsy(house: House, book: CardBook): Finding {
  const path = join(house.folder, "autopsy.db");
  const left = house.env.DATABASE_PATH ?? "";
  if (!existsSync(left)) return { sound: true, interrupted: [] };
  for (const end of ["", "-wal"])
    if (existsSync(`${left}${end}`)) copyFileSync(`${left}${end}`, `${path}${end}`);
  const database = new Database(path);
  try {
    const sound = database.pragma("integrity_check", { simple: true }) === "ok";
    const running = database
      .prepare<[], { text: string; at: number }>(
        `select parts.text as text, parts.attempted_at as at from parts
         join posts on posts.id = parts.post_id
         where posts.state = 'running' and parts.state = 'publishing'`,
      )
      .all();
    return { sound, interrupted: running.map(({ text, at }) => howFar(text, at, house, book)) };
  } finally {
    database.close();
  }
}

function howFar(text: string, since: number, { x }: House, book: CardBook): Interrupted {
  const asked = x.calls.some(
    ({ method, at, body }) =>
      method === "POST" && at >= since && JSON.stringify(body) === JSON.stringify({ text }),
  );
  if (asked) {
    const stands = x.posts.some((post) => post.text === text && post.createdAt >= since);
    return stands ? "before it was written down" : "before X acted";
  }
  const said = book.stories.some((story) => {
    const face = book.faceOf(story);
    return face.kind === "posting" && face.text === text;
  });
  return said ? "before the call arrived" : "before the card said so";
}

/** What the living bot still owes: messages, and posts whose outcome is open. Read beside it, never written. */
export function stillOwed(house: House): number {
  const database = new Database(house.env.DATABASE_PATH ?? "", { readonly: true, timeout: 1_000 });
  try {
    const owed = database
      .prepare<[], { owed: number }>(
        `select (select count(*) from messages where wanted > shown)
              + (select count(*) from posts where state in ('scheduled', 'running', 'asking', 'partial'))
              + (select count(*) from suggestions where state in ('reading', 'waiting')) as owed`,
      )
      .get();
    return owed?.owed ?? 0;
  } finally {
    database.close();
  }
}
