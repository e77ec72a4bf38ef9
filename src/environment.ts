import { z } from "zod";
import type { SlackChannelId, SlackTeamId, SlackUserId } from "./core/ids.js";
import { parsePostingHours } from "./core/posting-hours.js";
import { readUrl } from "./core/read-url.js";

const loopbackHost = String.raw`(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|localhost):[1-9]\d{0,4}`;
const onLoopback = new RegExp(`^${loopbackHost}$`);
const plainOrigin = new RegExp(`^http://${loopbackHost}/?$`);
const plainAddress = new RegExp(`^http://${loopbackHost}(?:/[\\w/-]*)?$`);

const word = z.string().regex(/^[\x21-\x7E]{1,500}$/);
const text = (pattern: RegExp) => z.string().regex(pattern);
const slackId = (letters: string) => text(new RegExp(`^[${letters}][A-Z0-9]{1,30}$`));
const channelId = slackId("CG").transform((id) => id as SlackChannelId);
const whole = (least: number, most: number) =>
  text(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** How each variable of CONTRACT «Environment» is read; an unset one is undefined here. */
export const environment = z.object({
  SLACK_BOT_TOKEN: text(/^xoxb-[\w-]{4,500}$/),
  SLACK_APP_TOKEN: text(/^xapp-[\w-]{4,500}$/).optional(),
  SLACK_SIGNING_SECRET: word.optional(),
  PORT: whole(1, 65_535).optional(),
  HOST: text(/^[\w.:-]{1,253}$/).default("127.0.0.1"),
  SLACK_API_URL: z
    .string()
    .refine(isSlackAddress)
    .transform((url) => `${url.replace(/\/+$/, "")}/`)
    .optional(),
  SLACK_TEAM_ID: slackId("T").transform((id) => id as SlackTeamId),
  EXECUTIVE_ID: slackId("UW").transform((id) => id as SlackUserId),
  TEAM_CHANNEL_ID: channelId,
  CORPORATE_CHANNEL_ID: channelId.optional(),
  EXECUTIVE_TIMEZONE: z.string().refine(isZone).optional(),
  X_API_KEY: word,
  X_API_KEY_SECRET: word,
  X_ACCESS_TOKEN: word.optional(),
  X_ACCESS_TOKEN_SECRET: word.optional(),
  X_API_URL: text(plainOrigin)
    .refine((url) => readUrl(url) !== null)
    .transform((url) => url.replace(/\/$/, ""))
    .optional(),
  HOLD_SECONDS: whole(0, 600).default(10),
  CARDS_AT_ONCE: whole(0, 100).default(1),
  CARDS_PER_DAY: whole(0, 1_000).default(5),
  CARD_HOURS: z
    .string()
    .prefault("Mon-Fri 08:00-20:00")
    .transform((hours, context) => {
      const parsed = parsePostingHours(hours);
      if (parsed === null) context.addIssue({ code: "custom" });
      return parsed ?? z.NEVER;
    }),
  SUGGESTIONS_PER_HOUR: whole(0, 10_000).default(20),
  FIRSTHAND_KEY: z.string().transform((list, context) => {
    const [current, ...older] = list.split(",").map((key) => readKey(key.trim()));
    if (!current || older.includes(null)) context.addIssue({ code: "custom" });
    return current ? ([current, ...older.filter((key) => key !== null)] as const) : z.NEVER;
  }),
  DATABASE_PATH: text(/^\P{Cc}{1,1000}$/u).default("./data/firsthand.db"),
  ARTICLE_ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(",").map((host) => host.trim()))
    .pipe(z.array(text(onLoopback).refine((host) => readUrl(`http://${host}`) !== null)))
    .default([]),
  HEALTH_PORT: whole(1, 65_535).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;
export type VariableName = keyof Environment;

function isSlackAddress(url: string): boolean {
  const read = readUrl(url);
  if (!read) return false;
  const { protocol, username, password } = read;
  return /[?#]/.test(url) || username !== "" || password !== ""
    ? false
    : protocol === "https:" || plainAddress.test(url);
}

function isZone(zone: string): boolean {
  try {
    // Offsets pass for zones on newer Node, but know no summer time.
    return (
      /^[A-Za-z]/.test(zone) &&
      new Intl.DateTimeFormat("en", { timeZone: zone }) instanceof Intl.DateTimeFormat
    );
  } catch {
    return false;
  }
}

/** 32 bytes in base64 or base64url, padded or not; else null. */
function readKey(encoded: string): Buffer | null {
  const bare = encoded.replace(/=$/, "");
  const key = Buffer.from(bare, "base64");
  const canonical = [key.toString("base64").replace(/=+$/, ""), key.toString("base64url")];
  return key.length === 32 && canonical.includes(bare) ? key : null;
}
