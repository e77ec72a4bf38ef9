import Database from "better-sqlite3";

/** The bot's database, looked at from beside it. */
export type Behind = {
  /** Throws unless each of these links is a stored suggestion, once. */
  mustHold(links: readonly string[]): void;
  /** Articles to read and messages to send that are left. */
  left(): number;
  /** Decides on every suggestion that waits or is before her: the line is empty again. */
  clearLine(): void;
  /** Posts that X gave an id. */
  posted(): number;
  close(): void;
};

export function lookBehind(path: string): Behind {
  const database = new Database(path, { timeout: 5_000, fileMustExist: true });
  const newest = database
    .prepare<[number], string>("SELECT link FROM suggestions ORDER BY rowid DESC LIMIT ?")
    .pluck();
  const reading = "SELECT count(*) FROM suggestions WHERE state = 'reading'";
  const owed = "SELECT count(*) FROM messages WHERE wanted > shown";
  const left = database.prepare<[], number>(`SELECT (${reading}) + (${owed})`).pluck();
  const posted = database
    .prepare<[], number>("SELECT count(*) FROM parts WHERE state = 'published' AND x_post_id IS NOT NULL")
    .pluck();
  const move = database.prepare<[string, string]>(
    "UPDATE suggestions SET state = ?, version = version + 1 WHERE state = ?",
  );
  return {
    mustHold(links) {
      // The newest rows, and room for what others suggested meanwhile.
      const stored = newest.all(links.length + 10);
      const lost = links.filter((link) => stored.filter((each) => each === link).length !== 1);
      if (lost.length > 0) throw new Error(`answered, and not in the database once: ${lost[0]}`);
    },
    left: () => left.get() ?? 0,
    clearLine: database.transaction(() => {
      move.run("shown", "waiting");
      move.run("declined", "shown");
    }),
    posted: () => posted.get() ?? 0,
    close: () => void database.close(),
  };
}
