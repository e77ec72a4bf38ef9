import type { OpenDatabase } from "../../src/db/open-database.js";

/** What a lane would find to do, in one cheap question each. */
const questions: Readonly<Record<string, string>> = {
  posts: "SELECT 1 FROM posts WHERE state = 'running' OR (state = 'scheduled' AND due_at <= @now)",
  unknown: "SELECT 1 FROM posts WHERE state IN ('asking', 'done') AND due_at <= @now",
  takeDowns: "SELECT 1 FROM posts WHERE state = 'done' AND due_at <= @now",
  messages: "SELECT 1 FROM messages WHERE wanted > shown AND due_at <= @now",
  articles: "SELECT 1 FROM suggestions WHERE state = 'reading'",
  cards: "SELECT 1 FROM suggestions WHERE state = 'waiting'",
};

type Ask = (now: number) => ReadonlySet<string>;
const asked = new WeakMap<OpenDatabase, Ask>();

/**
 * The lanes that would find nothing now. The product asks its lanes after every commit; here most turns that would
 * find nothing are left out, because reading that nothing is due is most of what a run would do.
 */
export function idleLanes(database: OpenDatabase, now: number): ReadonlySet<string> {
  const ask = asked.get(database) ?? prepare(database);
  asked.set(database, ask);
  return ask(now);
}

function prepare({ sqlite }: OpenDatabase): Ask {
  const names = Object.keys(questions);
  const statement = sqlite
    .prepare<{ now: number }, number[]>(
      `SELECT ${Object.values(questions)
        .map((question) => `EXISTS (${question})`)
        .join(", ")}`,
    )
    .raw();
  return (now) => {
    const found = statement.get({ now }) ?? [];
    return new Set(names.filter((_, place) => found[place] === 0));
  };
}
