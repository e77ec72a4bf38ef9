import type { SuggestionId } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { verifyRecord } from "../../src/db/verify-record.js";
import type { Store } from "../../src/flows/ports.js";
import { wordsFor } from "../../src/i18n/words-for.js";
import type { Rendered } from "../../src/slack/blocks/block-parts.js";
import { renderMessage } from "../../src/slack/render-message.js";
import { digestOf } from "../../src/slack/send-message.js";
import { executive } from "../db/builders.js";
import { companyChannel } from "./slack-client.js";
import { dmOf, nowShown } from "./slack-room.js";
import type { Act, World } from "./world.js";

export type PostRow = { readonly id: string; readonly state: string; readonly approval_id: string };
type MessageRow = Pick<Message, "id" | "kind" | "subject" | "channel" | "ts" | "wanted" | "shown"> & {
  readonly to_kind: string;
};

/** What must hold once faults have ceased, time has passed and every question was answered truthfully. */
export async function checkEnd(world: World): Promise<void> {
  const { sqlite } = world.house.database;
  const fail = (what: string) => world.broken.push(what);
  const [reference] = sqlite.prepare("PRAGMA foreign_key_check").all();
  if (reference) fail(`a reference leads nowhere: ${JSON.stringify(reference)}`);
  const verdict = verifyRecord(world.house.database);
  if (verdict.breaks.length > 0) fail(`the record does not verify: ${JSON.stringify(verdict)}`);
  const reading = sqlite.prepare("SELECT count(*) FROM suggestions WHERE state = 'reading'").pluck().get();
  if (reading) fail(`lost: ${reading} suggestions were never read`);
  checkPosts(world, sqlite.prepare<[], PostRow>("SELECT id, state, approval_id FROM posts").all());
  const messages = sqlite
    .prepare<[], MessageRow>("SELECT id, kind, subject, channel, ts, wanted, shown, to_kind FROM messages")
    .all();
  for (const message of messages) {
    checkCount(world, message);
    await checkShown(world, message);
  }
  if (world.happened.restored === 0) checkActs(world);
}

const open = new Set(["scheduled", "running", "asking", "partial"]);

export function checkPosts(world: World, posts: readonly PostRow[]): void {
  for (const { id, state, approval_id } of posts) {
    const stands = world.x.effects.filter(({ approval }) => approval === approval_id);
    if (open.has(state)) world.broken.push(`lost: post ${id} is still ${state}`);
    if (state === "done" && !wordsStand(world, approval_id))
      world.broken.push(`post ${id} is done, and not on X`);
    // She said that it did not appear, and it appeared after that: nobody could know.
    const later = state === "absent" && world.late.has(approval_id);
    // An older database knows less than X: she was told so, and asked.
    const forgotten = world.happened.restored > 0;
    if (state !== "done" && stands.length > 0 && !later && !forgotten)
      world.broken.push(`lost: post ${id} stands on X and is told as ${state}`);
  }
}

/** The words of this approval, sent for its suggestion: by it, or by one before it that came through late. */
function wordsStand({ x, approvals }: World, id: string): boolean {
  const wanted = approvals.get(id);
  return x.effects.some(({ approval, sent }) => {
    const by = approvals.get(approval);
    return by?.suggestionId === wanted?.suggestionId && sent === wanted?.text;
  });
}

/** One message in Slack for each of the bot's, and one more at most for each send that could not be known. */
function checkCount(world: World, message: MessageRow): void {
  const standing = world.slack.all().filter(({ id }) => id === message.id).length;
  const uncertain = world.uncertain.filter(
    (send) => send.message === message.id && (message.to_kind === "channel" || send.late),
  ).length;
  // A clock that is wrong by minutes looks for the lost send in the wrong minutes.
  const jumped = world.happened.jumps > 0 || world.happened.restored > 0;
  if (standing > 1 + uncertain + sentAnew(world, message) && !jumped)
    world.broken.push(`${standing} messages in Slack for one ${message.kind} (${uncertain} uncertain sends)`);
}

/** What expired and was brought back, or was put off, has a card for each of its turns. */
function sentAnew({ house }: World, { kind, subject }: MessageRow): number {
  const again = "SELECT count(*) FROM record WHERE kind IN ('wanted_again', 'snoozed') AND about LIKE ?";
  return kind === "card" ? Number(house.database.sqlite.prepare(again).pluck().get(`%${subject}%`)) : 0;
}

async function isBeforeItsTurn({ subject }: Message, store: Store): Promise<boolean> {
  return (await store.suggestion(subject as SuggestionId))?.shownAt === null;
}

async function checkShown(world: World, row: MessageRow): Promise<void> {
  const { store } = world.house;
  const fail = (what: string) => world.broken.push(`the ${row.kind} of ${row.subject} ${what}`);
  const message = await store.message(row.kind, row.subject);
  if (!message || message.wanted > message.shown) return void fail(`is owed (${row.shown}/${row.wanted})`);
  // What was brought back and has not had its turn yet: its next card is sent with that.
  if (message.ts === null && message.kind === "card" && (await isBeforeItsTurn(message, store))) return;
  const standing = message.ts === null ? null : world.slack.find(message.channel ?? "", message.ts);
  if (!standing) return void fail("is not in Slack");
  // What a week came to is told once; an older database knows less than Slack, which keeps what it shows.
  if (row.kind === "summary" || world.happened.restored > 0) return;
  const { text, given } = nowShown(standing);
  const shown = digestOf(withoutOffers({ text, blocks: [...given] }));
  // Whoever Slack did not describe in time was written to in English, and that stands.
  for (const locale of [null, "en-US"]) {
    const people = {
      find: async (user: string) => ({ locale: locale ?? localeOf(user), zone: "Europe/Paris" }),
    };
    const { limits } = world.settings;
    const needs = { store, people, limits, corporateChannelId: companyChannel, now: world.time.now };
    const rendered = await renderMessage(message, "with_picture", needs);
    if (!rendered || digestOf(withoutOffers(rendered)) === shown) return;
  }
  fail("shows something else than the database says");
}

/** The time on a button and how many more wait are those of the moment a card was drawn. */
function withoutOffers({ text, blocks }: Pick<Rendered, "text" | "blocks">): Rendered {
  const waiting = / · (?:une autre attend|\d+ autres attendent|one more waits|\d+ more wait)/g;
  const told: Rendered["blocks"] = JSON.parse(JSON.stringify(blocks), (_, part: unknown) => {
    if (typeof part === "string") return part.replace(waiting, "");
    const offered = (part as { action_id?: string } | null)?.action_id === "schedule_next";
    return offered ? "offered" : part;
  });
  return { text, blocks: told };
}

const localeOf = (user: string) => (user === executive ? "fr-FR" : "en-GB");

/** Whoever was told that something was taken finds it taken. */
function checkActs(world: World): void {
  const { sqlite } = world.house.database;
  const taken = sqlite.prepare<[string], number>("SELECT 1 FROM handled WHERE key = ?").pluck();
  const { takenIn } = wordsFor("en-GB").answers;
  for (const act of world.acts.values()) {
    if (!act.ended) continue;
    const command = act.action === "/suggest" && act.said.some((text) => text.startsWith(takenIn));
    const untold = act.said.length === 0 && !toldInDm(world, act);
    const quiet = act.action !== "/suggest" && untold && !opensForm.has(act.action);
    if ((command || quiet) && !taken.get(`trigger ${act.trigger}`))
      world.broken.push(`lost: «${act.action}» (${act.trigger}) was taken, and is nowhere`);
  }
}

/** A form that Slack would no longer wait for is answered in a message that belongs to nothing else. */
function toldInDm({ slack }: World, { user, at }: Act): boolean {
  return slack.in(dmOf(user)).some(({ id, shown: [first] }) => id === null && (first?.at ?? 0) >= at);
}

const opensForm = new Set(["rewrite", "schedule", "reschedule", "add_reason", "concern"]);
