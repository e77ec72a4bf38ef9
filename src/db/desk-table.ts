import { z } from "zod";
import { type Desk, frozenBecause } from "../core/desk.js";
import type { DeskId, SlackChannelId, SlackTeamId, SlackTs, SlackUserId, XAccountId } from "../core/ids.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { desks } from "./schema.js";
import { versionedWriter } from "./write-rows.js";

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
      subjects: jsonText(z.array(z.string())),
    })
    .transform(({ accountId, accountHandle, ...desk }) => ({
      ...desk,
      account: accountId === null || accountHandle === null ? null : { id: accountId, handle: accountHandle },
    })),
);

/** One desk in each database, for now. */
export function deskTable({ drizzle }: OpenDatabase) {
  const only = drizzle.select().from(desks).limit(1).prepare();
  const write = versionedWriter(drizzle, desks, desks.id);

  return {
    read(): Desk | null {
      const row = only.get();
      return row ? decode(row) : null;
    },
    /** False: stale. */
    write: ({ account, subjects, ...desk }: Desk): boolean =>
      write({
        ...desk,
        subjects: JSON.stringify(subjects),
        accountId: account?.id ?? null,
        accountHandle: account?.handle ?? null,
      }),
  };
}
