import { z } from "zod";
import { type Desk, frozenBecause } from "../core/desk.js";
import type { DeskId, SlackChannelId, SlackTeamId, SlackTs, SlackUserId, XAccountId } from "../core/ids.js";
import { challenges, type Profile } from "../core/profile.js";
import { noSettings, type Settings } from "../core/settings.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { desks } from "./schema.js";
import { versionedWriter } from "./write-rows.js";

/** What a stored row does not say is as it comes: the settings grow. */
const settings: z.ZodType<Settings> = z.object({
  cardsAtOnce: z.number().nullable().default(noSettings.cardsAtOnce),
  cardsPerDay: z.number().nullable().default(noSettings.cardsPerDay),
  hours: z.string().nullable().default(noSettings.hours),
  slots: z.array(z.number()).nullable().default(null),
  apartMinutes: z.number().nullable().default(noSettings.apartMinutes),
  language: z.enum(["en", "fr"]).nullable().default(noSettings.language),
  remindMinutes: z.number().nullable().default(noSettings.remindMinutes),
  showPrice: z.boolean().default(noSettings.showPrice),
});

const profile: z.ZodType<Profile> = z.object({
  subjects: z.array(z.string()),
  notSubjects: z.array(z.string()),
  tone: z.string(),
  neverAnswer: z.string(),
  challenge: z.enum(challenges).nullable(),
  reproach: z.string(),
  answeredAt: z.number(),
});

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
      pausedUntil: z.number().nullable(),
      settings: jsonText(settings),
      profile: jsonText(profile).nullable(),
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
    write: ({ account, subjects, settings, profile, ...desk }: Desk): boolean =>
      write({
        ...desk,
        subjects: JSON.stringify(subjects),
        settings: JSON.stringify(settings),
        profile: profile && JSON.stringify(profile),
        accountId: account?.id ?? null,
        accountHandle: account?.handle ?? null,
      }),
  };
}
