import type { OpenDatabase } from "../../src/db/open-database.js";

/** What a lane would find to do, in one cheap question each. */
const questions: Readonly<Record<string, string>> = {
  posts: "SELECT 1 FROM posts WHERE state = 'running' OR (state = 'scheduled' AND due_at <= ?)",
  unknown: "SELECT 1 FROM posts WHERE state IN ('asking', 'done') AND due_at <= ?",
  takeDowns: "SELECT 1 FROM posts WHERE state = 'done' AND due_at <= ?",
  messages: "SELECT 1 FROM messages WHERE wanted > shown AND due_at <= ?",
  articles: "SELECT 1 FROM suggestions WHERE state = 'reading' AND ? > 0",
  cards: "SELECT 1 FROM suggestions WHERE state = 'waiting' AND ? > 0",
};

type Ask = (now: number) => boolean;
const asked = new WeakMap<OpenDatabase, ReadonlyMap<string, Ask>>();

/**
 * Whether a lane would find anything now. The product asks its lanes after every commit; here most turns that would
 * find nothing are left out, because reading that nothing is due is most of what a run would do. A lane that is not
 * named here always has its turn.
 */
export function mayFindWork(database: OpenDatabase, lane: string, now: number): boolean {
  const known = asked.get(database) ?? prepare(database);
  return known.get(lane)?.(now) ?? true;
}

function prepare(database: OpenDatabase): ReadonlyMap<string, Ask> {
  const made = new Map(
    Object.entries(questions).map(([lane, question]): [string, Ask] => {
      const statement = database.sqlite.prepare<[number]>(question);
      return [lane, (now) => statement.get(now) !== undefined];
    }),
  );
  asked.set(database, made);
  return made;
}
