import { eq, sql } from "drizzle-orm";
import type { DeliveryKey, DeskId, Instant } from "../core/ids.js";
import type { OpenDatabase } from "./open-database.js";
import { handled } from "./record-schema.js";
import { rowInserter } from "./write-rows.js";

/** The inbox: every delivery from Slack that changed something, once. */
export function handledTable({ drizzle }: OpenDatabase) {
  const insert = rowInserter(drizzle, handled);

  const byKey = drizzle
    .select({ key: handled.key })
    .from(handled)
    .where(eq(handled.key, sql.placeholder("key")))
    .prepare();

  return {
    has: (key: DeliveryKey): boolean => byKey.get({ key }) !== undefined,
    /** False: this delivery was taken before. */
    take: (key: DeliveryKey, deskId: DeskId, at: Instant): boolean => insert({ key, deskId, at }),
  };
}
