import type { Instant } from "../core/ids.js";
import type { Post } from "../core/post.js";
import type { NewId, PostWhole, Store, WeekFacts } from "../flows/ports.js";
import { commitTo } from "./commit.js";
import type { Together } from "./commit-together.js";
import type { OpenDatabase } from "./open-database.js";
import { type Tables, tablesOf } from "./tables.js";

type Needs = { readonly newId: NewId; readonly together?: Together };

/** The store over an open database. Everything is synchronous below: what one read puts together belongs together. */
export function openStore(database: OpenDatabase, { newId, together = setImmediate }: Needs): Store {
  const tables = tablesOf(database);
  const { desks, people, suggestions, revisions, approvals, posts, parts, messages, notices } = tables;
  const whole = (post: Post | null) => (post ? wholePost(post, tables) : null);

  return {
    commit: commitTo(database, tables, newId, together),
    desk: async () => desks.read(),
    person: async (userId) => people.read(userId),
    suggestion: async (id) => suggestions.read(id),
    suggestionsIn: async (state) => suggestions.in(state),
    countIn: async (state) => suggestions.countIn(state),
    undecided: async () => suggestions.undecided(),
    snoozed: async () => suggestions.snoozed(),
    inLine: async (most) => suggestions.inLine(most),
    aheadInLine: async (suggestion) => suggestions.aheadInLine(suggestion),
    newestLinked: async (links) => suggestions.newestLinked(links),
    otherRead: async (links, besides) => suggestions.otherRead(links, besides),
    secondsOf: async (id) => tables.seconds.of(id),
    second: async (id) => tables.seconds.read(id),
    concern: async (id) => tables.concerns.read(id),
    concernsBy: async (person, from) => tables.concerns.by(person, from),
    concernsOf: async (id) => tables.concerns.of(id),
    stopsSince: async (from) => tables.stops.since(from),
    beenShown: async (until) => suggestions.beenShown(until),
    unofferedSince: async (from) => suggestions.unofferedSince(from),
    offeredIn: async (week) => suggestions.offeredIn(week),
    cardsSince: async (from) => suggestions.cardsSince(from),
    suggestionsBy: async (person, from) => suggestions.by(person, from),
    reminder: async (id) => tables.reminders.read(id),
    reminderAbout: async (kind, subject) => tables.reminders.about(kind, subject),
    remindersDue: async (now) => tables.reminders.due(now),
    wasHandled: async (key) => tables.handled.has(key),
    unfinished: async (subject) => tables.unfinished.read(subject),
    revision: async (id) => revisions.read(id),
    draftGiven: async (id) => revisions.given(id),
    approval: async (id) => approvals.read(id),
    postsDue: async (state, now) => posts.due(state, now).map((post) => wholePost(post, tables)),
    post: async (id) => whole(posts.read(id)),
    latestPost: async (suggestion) => whole(posts.latest(suggestion)),
    unclearSince: async (text, except) => parts.unclearSince(text, except),
    postsIn: async (state) => posts.in(state).map((post) => wholePost(post, tables)),
    postsDone: async (by, most) => tables.postsDone(by, most),
    part: async (id) => parts.read(id),
    message: async (kind, subject) => messages.about(kind, subject),
    messageById: async (id) => messages.byId(id),
    messageAt: async (channel, ts) => messages.at(channel, ts),
    notice: async (id) => notices.read(id),
    noticesOpen: async () => notices.open(),
    weeklyHead: async (week) => tables.weeklyHeads.read(week),
    messagesOwed: async (now, most) => messages.owed(now, most),
    nextDue: async () => nextDue(tables),
    week: async (from, to) => weekFacts(from, to, tables),
  };
}

function wholePost(post: Post, { approvals, parts }: Tables): PostWhole {
  const approval = approvals.read(post.approvalId);
  if (!approval) throw new Error("a post stands without its approval");
  return { post, parts: parts.of(post.id), approval };
}

function nextDue({ posts, messages, reminders, suggestions, desks }: Tables): Instant | null {
  const desk = desks.read();
  // What she put off waits while the desk stands still.
  const still = desk?.paused || desk?.frozen != null;
  const due = [
    posts.nextDue(),
    messages.nextDue(),
    reminders.nextDue(),
    still ? null : (suggestions.snoozed()[0]?.snoozedUntil ?? null),
    desk?.pausedUntil ?? null,
  ].filter((at) => at !== null);
  return due.length > 0 ? Math.min(...due) : null;
}

function weekFacts(from: Instant, to: Instant, { suggestions, parts }: Tables): WeekFacts {
  return {
    suggested: suggestions.suggestedIn(from, to),
    declined: suggestions.declinedIn(from, to),
    posted: parts.publishedIn(from, to),
    waiting: suggestions.openAt(to),
  };
}
