import type { DeliveryKey, DeskId, Instant } from "../core/ids.js";
import { insertOnce } from "./insert-once.js";
import type { OpenDatabase } from "./open-database.js";
import { handled } from "./record-schema.js";

/** The inbox: every delivery from Slack that changed something, once. */
export function handledTable({ drizzle }: OpenDatabase) {
  return {
    /** False: this delivery was taken before. */
    take: (key: DeliveryKey, deskId: DeskId, at: Instant): boolean =>
      insertOnce(drizzle.insert(handled).values({ key, deskId, at })),
  };
}
