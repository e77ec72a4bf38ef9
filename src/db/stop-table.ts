import { asc, gte, isNull, or, sql } from "drizzle-orm";
import type { Desk } from "../core/desk.js";
import type { Instant } from "../core/ids.js";
import type { Stop } from "../core/open-time.js";
import type { OpenDatabase } from "./open-database.js";
import { stops } from "./team-schema.js";
import { rowAppender } from "./write-rows.js";

/** When the desk stood still. Written with the desk itself, so that no way of stopping it can forget to. */
export function stopTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const since = drizzle
    .select({ from: stops.fromAt, to: stops.toAt })
    .from(stops)
    .where(or(gte(stops.toAt, p("from")), isNull(stops.toAt)))
    .orderBy(asc(stops.fromAt))
    .prepare();
  const end = drizzle
    .update(stops)
    .set({ toAt: sql`${p("at")}` })
    .where(isNull(stops.toAt))
    .prepare();
  const begin = rowAppender(drizzle, stops);
  const open = drizzle
    .select({ from: stops.fromAt })
    .from(stops)
    .where(isNull(stops.toAt))
    .limit(1)
    .prepare();

  return {
    since: (from: Instant): readonly Stop[] => since.all({ from }),
    /** Begins or ends a standstill where the desk as it is now asks for it. */
    follow(desk: Desk, at: Instant): void {
      const standsStill = desk.paused || desk.frozen !== null;
      const stopped = open.get() !== undefined;
      if (standsStill && !stopped) begin({ fromAt: at, deskId: desk.id, toAt: null });
      if (!standsStill && stopped) end.run({ at });
    },
  };
}
