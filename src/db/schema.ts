import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { livePostStates, partStates, postStates } from "../core/post.js";
import { suggestionStates } from "../core/suggestion.js";

// The columns of Firsthand. Rules that a column cannot say are triggers: drizzle/0001_fences.sql.
// Column names stand unquoted and unqualified in raw conditions: SQLite allows no dot in a partial index.

const stateIn = (states: readonly string[]) =>
  sql.raw(`state in (${states.map((state) => `'${state}'`).join(", ")})`);

export const desks = sqliteTable("desks", {
  id: text().primaryKey(),
  version: integer().notNull(),
  teamId: text("team_id").notNull(),
  executiveId: text("executive_id").notNull(),
  channelId: text("channel_id").notNull(),
  homeZone: text("home_zone").notNull(),
  locale: text().notNull(),
  accountId: text("account_id"),
  accountHandle: text("account_handle"),
  openedAt: integer("opened_at").notNull(),
  paused: integer({ mode: "boolean" }).notNull(),
  frozen: text(),
  frozenAt: integer("frozen_at"),
  witnessedTs: text("witnessed_ts"),
  subjects: text().notNull().default("[]"),
  pausedUntil: integer("paused_until"),
  settings: text().notNull().default("{}"),
  profile: text(),
});

/** Every table carries the id of its desk. */
export const deskId = () =>
  text("desk_id")
    .notNull()
    .references(() => desks.id);

export const people = sqliteTable("people", {
  userId: text("user_id").primaryKey(),
  version: integer().notNull(),
  locale: text().notNull(),
  zone: text().notNull(),
  seenAt: integer("seen_at").notNull(),
});

export const suggestions = sqliteTable(
  "suggestions",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    state: text().notNull(),
    link: text().notNull(),
    cleanLink: text("clean_link").notNull(),
    article: text(),
    unreadable: text(),
    refusal: text(),
    note: text().notNull(),
    teamDraft: text("team_draft"),
    suggestedBy: text("suggested_by").notNull(),
    suggestedAt: integer("suggested_at").notNull(),
    revisionId: text("revision_id").references((): AnySQLiteColumn => revisions.id),
    shownAt: integer("shown_at"),
    decidedAt: integer("decided_at"),
    declineReason: text("decline_reason"),
    declineNote: text("decline_note"),
    setback: text(),
    otherCleanLink: text("other_clean_link"),
    reproach: text(),
    subject: text(),
    urgency: text().notNull().default("any_time"),
    seconds: integer().notNull().default(0),
    concernAt: integer("concern_at"),
    keptRevisionId: text("kept_revision_id"),
    mergedInto: text("merged_into").references((): AnySQLiteColumn => suggestions.id),
    insistsOn: text("insists_on").references((): AnySQLiteColumn => suggestions.id),
    offeredWeek: text("offered_week"),
    kind: text().notNull().default("suggested"),
    snoozedUntil: integer("snoozed_until"),
    handedNote: text("handed_note"),
  },
  (t) => [
    check("suggestions_state", stateIn(suggestionStates)),
    // The names of the urgencies sort as they rank, the last first.
    index("suggestions_line").on(t.state, sql.raw("urgency desc"), sql.raw("seconds desc"), t.suggestedAt),
    index("suggestions_snoozed").on(t.snoozedUntil).where(sql.raw("snoozed_until is not null")),
    index("suggestions_by_link").on(t.cleanLink, t.suggestedAt),
    index("suggestions_by_other_link")
      .on(t.otherCleanLink, t.suggestedAt)
      .where(sql.raw("other_clean_link is not null")),
    index("suggestions_offered").on(t.offeredWeek).where(sql.raw("offered_week is not null")),
    // What came to nothing before she decided was no insisting.
    uniqueIndex("suggestions_insist_once")
      .on(t.insistsOn)
      .where(sql.raw("insists_on is not null and state not in ('rejected', 'merged', 'withdrawn')")),
    index("suggestions_by_state").on(t.state, t.suggestedAt),
    index("suggestions_by_person").on(t.suggestedBy, t.suggestedAt),
    index("suggestions_by_time").on(t.suggestedAt),
    index("suggestions_by_shown").on(t.shownAt),
    index("suggestions_by_decided").on(t.decidedAt),
  ],
);

export const revisions = sqliteTable(
  "revisions",
  {
    id: text().primaryKey(),
    deskId: deskId(),
    suggestionId: text("suggestion_id")
      .notNull()
      .references(() => suggestions.id),
    number: integer().notNull(),
    text: text().notNull(),
    media: text().notNull(),
    source: text().notNull(),
    author: text(),
    createdAt: integer("created_at").notNull(),
    digest: text().notNull(),
  },
  (t) => [uniqueIndex("revisions_number").on(t.suggestionId, t.number)],
);

export const approvals = sqliteTable(
  "approvals",
  {
    id: text().primaryKey(),
    deskId: deskId(),
    suggestionId: text("suggestion_id")
      .notNull()
      .references(() => suggestions.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => revisions.id),
    revisionDigest: text("revision_digest").notNull(),
    text: text().notNull(),
    media: text().notNull(),
    accountId: text("account_id").notNull(),
    postAt: integer("post_at").notNull(),
    act: text().notNull(),
    teamId: text("team_id").notNull(),
    approvedBy: text("approved_by").notNull(),
    approvedAt: integer("approved_at").notNull(),
    cardChannel: text("card_channel").notNull(),
    cardTs: text("card_ts").notNull(),
    delivery: text().notNull(),
    keyId: text("key_id").notNull(),
    seal: text().notNull(),
  },
  (t) => [uniqueIndex("approvals_delivery").on(t.delivery)],
);

export const posts = sqliteTable(
  "posts",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    suggestionId: text("suggestion_id")
      .notNull()
      .references(() => suggestions.id),
    approvalId: text("approval_id")
      .notNull()
      .references(() => approvals.id),
    state: text().notNull(),
    postAt: integer("post_at").notNull(),
    dueAt: integer("due_at"),
    looks: integer().notNull(),
    settledAt: integer("settled_at"),
  },
  (t) => [
    check("posts_state", stateIn(postStates)),
    uniqueIndex("posts_approval").on(t.approvalId),
    uniqueIndex("posts_one_live").on(t.suggestionId).where(stateIn(livePostStates)),
    index("posts_by_suggestion").on(t.suggestionId),
    index("posts_by_state").on(t.state, t.dueAt),
  ],
);

export const parts = sqliteTable(
  "parts",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    postId: text("post_id")
      .notNull()
      .references(() => posts.id),
    position: integer().notNull(),
    text: text().notNull(),
    state: text().notNull(),
    attemptedAt: integer("attempted_at"),
    xPostId: text("x_post_id"),
    publishedAt: integer("published_at"),
    refusal: text(),
    detail: text(),
    otherText: text("other_text"),
    takingDownAt: integer("taking_down_at"),
    takenDownAt: integer("taken_down_at"),
  },
  (t) => [
    check("parts_state", stateIn(partStates)),
    uniqueIndex("parts_position").on(t.postId, t.position),
    index("parts_by_published").on(t.publishedAt),
    index("parts_by_text").on(t.text),
  ],
);

export const messages = sqliteTable(
  "messages",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    kind: text().notNull(),
    subject: text().notNull(),
    toKind: text("to_kind").notNull(),
    toId: text("to_id").notNull(),
    channel: text(),
    ts: text(),
    wanted: integer().notNull(),
    shown: integer().notNull(),
    attempts: integer().notNull(),
    dueAt: integer("due_at").notNull(),
    sendingSince: integer("sending_since"),
    shownDigest: text("shown_digest"),
    returnedDigest: text("returned_digest"),
  },
  (t) => [
    uniqueIndex("messages_subject").on(t.kind, t.subject, t.deskId),
    uniqueIndex("messages_place").on(t.channel, t.ts),
    index("messages_owed").on(t.dueAt).where(sql.raw("wanted > shown")),
  ],
);
