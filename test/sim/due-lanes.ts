import type { OpenDatabase } from "../../src/db/open-database.js";

/** What a lane would find to do, in one cheap question each. */
const questions: Readonly<Record<string, string>> = {
  posts: "SELECT 1 FROM posts WHERE state = 'running' OR (state = 'scheduled' AND due_at <= @now)",
  unknown: "SELECT 1 FROM posts WHERE state IN ('asking', 'done') AND due_at <= @now",
  takeDowns: "SELECT 1 FROM posts WHERE state = 'done' AND due_at <= @now",
  messages: "SELECT 1 FROM messages WHERE wanted > shown AND due_at <= @now",
  articles: "SELECT 1 FROM suggestions WHERE state = 'reading'",
  cards: "SELECT 1 FROM suggestions WHERE state = 'waiting'",
  pause: "SELECT 1 FROM desks WHERE paused_until <= @now",
  reminders: "SELECT 1 FROM reminders WHERE done_at IS NULL AND due_at <= @now",
  // One of her days is half a day at least here.
  expiry: "SELECT 1 FROM suggestions WHERE state = 'shown' AND shown_at <= @now - 43200000",
};

/** When the next post or owed message is due, as the store answers it. */
const nextDue = [
  "SELECT min(due_at) FROM posts WHERE state IN ('scheduled', 'asking', 'done')",
  "SELECT min(due_at) FROM messages WHERE wanted > shown",
  "SELECT min(due_at) FROM reminders WHERE done_at IS NULL",
  "SELECT min(snoozed_until) FROM suggestions WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM desks WHERE paused OR frozen IS NOT NULL)",
  "SELECT paused_until FROM desks",
];

/** What a timetable wants to know at each turn. */
export type Due = {
  /** Lanes that would find nothing now. */
  readonly idle: ReadonlySet<string>;
  readonly next: number | null;
};

type Ask = (now: number) => Due;
const asked = new WeakMap<OpenDatabase, Ask>();

/**
 * The product asks its lanes after every commit; here most turns that would find nothing are left out, because reading
 * that nothing is due is most of what a run would do.
 */
export function whatIsDue(database: OpenDatabase, now: number): Due {
  const ask = asked.get(database) ?? prepare(database);
  asked.set(database, ask);
  return ask(now);
}

function prepare({ sqlite }: OpenDatabase): Ask {
  const names = Object.keys(questions);
  const found = Object.values(questions).map((question) => `EXISTS (${question})`);
  const statement = sqlite
    .prepare<{ now: number }, (number | null)[]>(
      `SELECT ${[...found, ...nextDue.map((question) => `(${question})`)].join(", ")}`,
    )
    .raw();
  return (now) => {
    const answers = statement.get({ now }) ?? [];
    const dues = answers.slice(names.length).filter((due) => due !== null);
    return {
      idle: new Set(names.filter((_, place) => answers[place] === 0)),
      next: dues.length > 0 ? Math.min(...dues) : null,
    };
  };
}
