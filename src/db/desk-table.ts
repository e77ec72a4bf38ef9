import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Desk, frozenBecause } from "../core/desk.js";
import type { DeskId, SlackChannelId, SlackTeamId, SlackTs, SlackUserId, XAccountId } from "../core/ids.js";
import { rowDecoder, textAs } from "./decode-row.js";
import { insertOnce } from "./insert-once.js";
import type { OpenDatabase } from "./open-database.js";
import { desks } from "./schema.js";

const decode = rowDecoder<Desk>(
  "desks",
  z
    .object({
      id: textAs<DeskId>(),
      version: z.number(),
      teamId: textAs<SlackTeamId>(),
      executiveId: textAs<SlackUserId>(),
      channelId: textAs<SlackChannelId>(),
      homeZone: z.string(),
      locale: z.string(),
      accountId: textAs<XAccountId>().nullable(),
      accountHandle: z.string().nullable(),
      openedAt: z.number(),
      paused: z.boolean(),
      frozen: z.enum(frozenBecause).nullable(),
      frozenAt: z.number().nullable(),
      witnessedTs: textAs<SlackTs>().nullable(),
    })
    .transform(({ accountId, accountHandle, ...desk }) => ({
      ...desk,
      account: accountId === null || accountHandle === null ? null : { id: accountId, handle: accountHandle },
    })),
);

/** One desk in each database, for now. */
export function deskTable({ drizzle }: OpenDatabase) {
  const only = drizzle.select().from(desks).limit(1).prepare();

  return {
    read(): Desk | null {
      const row = only.get();
      return row ? decode(row) : null;
    },
    /** False: stale. */
    write({ account, version, ...desk }: Desk): boolean {
      const row = {
        ...desk,
        version: version + 1,
        accountId: account?.id ?? null,
        accountHandle: account?.handle ?? null,
      };
      if (version === 0) return insertOnce(drizzle.insert(desks).values(row));
      const same = and(eq(desks.id, desk.id), eq(desks.version, version));
      return drizzle.update(desks).set(row).where(same).run().changes === 1;
    },
  };
}
