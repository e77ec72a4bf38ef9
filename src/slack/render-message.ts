import type { Desk } from "../core/desk.js";
import type { ConcernId, NoticeId, PostId, ReminderId, SuggestionId } from "../core/ids.js";
import type { Message } from "../core/message.js";
import type { Notice } from "../core/notice.js";
import type { Suggestion } from "../core/suggestion.js";
import { weekAt } from "../core/week.js";
import { needDesk } from "../flows/need-desk.js";
import type { Store } from "../flows/ports.js";
import { reminderFacts } from "../flows/reminder-facts.js";
import type { Words } from "../i18n/words.js";
import { wordsFor } from "../i18n/words-for.js";
import type { Rendered } from "./blocks/block-parts.js";
import { card } from "./blocks/card.js";
import { concernNotice } from "./blocks/concern-notice.js";
import { corporate } from "./blocks/corporate.js";
import { herSummary } from "./blocks/her-summary.js";
import { suggesterNews, teamNews } from "./blocks/news.js";
import { notice } from "./blocks/notice.js";
import { ownCard } from "./blocks/own-card.js";
import { ownNews } from "./blocks/own-news.js";
import { type Held, nothingHeld } from "./blocks/pause-notice.js";
import { type LineKind, postLine } from "./blocks/post-lines.js";
import type { HandedTo } from "./blocks/put-aside.js";
import { reminder } from "./blocks/reminder.js";
import { summary } from "./blocks/summary.js";
import { cardOffers, type OfferNeeds } from "./card-offers.js";
import type { People } from "./people.js";
import { whereSheIs } from "./where-she-is.js";

type Needs = OfferNeeds & { readonly people: People };
type Picture = "with_picture" | "without_picture";

/**
 * Draws a message from the newest state: null when there is nothing to say (yet). A line below a message that does
 * not stand in Slack yet waits for it.
 */
export async function renderMessage(
  message: Message,
  picture: Picture,
  needs: Needs,
): Promise<Rendered | null> {
  const desk = await needDesk(needs.store);
  const words = await readersWords(message, desk, needs.people);
  switch (message.kind) {
    case "card": {
      const { here } = await whereSheIs(desk, needs);
      return renderSuggestion(message, { desk, words, picture, here }, needs);
    }
    case "suggester":
    case "team":
      return renderSuggestion(message, { desk, words, picture }, needs);
    case "card_line":
    case "card_asking":
    case "card_down":
    case "team_line":
    case "team_asking":
    case "team_down":
      return renderLine(message, message.kind, { desk, words }, needs.store);
    case "concern":
      return renderConcern(message, words, needs.store);
    case "notice":
      return renderNotice(message, { desk, words }, needs.store);
    case "summary":
      return renderSummary(message, desk, words, needs.store);
    case "her_summary":
      return herSummary(await needs.store.offeredIn(message.subject), desk, words);
    case "corporate": {
      const given = await needs.store.suggestion(message.subject as SuggestionId);
      return given && corporate(given, desk, words, picture);
    }
    case "reminder":
      return renderReminder(message, { desk, words, ...(await whereSheIs(desk, needs)) }, needs.store);
    default:
      return message.kind satisfies never;
  }
}

/** The dictionary of whoever reads this message. */
export async function readersWords(message: Message, desk: Desk, people: People): Promise<Words> {
  if (message.to.kind === "channel") return wordsFor(desk.locale);
  const hers = message.to.userId === desk.executiveId;
  const otherwise = hers ? { locale: desk.locale, zone: desk.homeZone } : undefined;
  return wordsFor((await people.find(message.to.userId, otherwise)).locale);
}

async function renderSuggestion(
  message: Message,
  look: { desk: Desk; words: Words; picture: Picture; here?: string },
  needs: Needs,
): Promise<Rendered | null> {
  const { store } = needs;
  const suggestion = await store.suggestion(message.subject as SuggestionId);
  if (!suggestion) return null;
  const facts = {
    ...look,
    suggestion,
    latest: await store.latestPost(suggestion.id),
    seconds: suggestion.seconds > 0 ? await store.secondsOf(suggestion.id) : [],
    concerns: await store.concernsOf(suggestion.id),
  };
  if (message.kind !== "card") {
    if (suggestion.kind === "own") return message.kind === "team" ? ownNews(facts) : null;
    const into = await mergedInto(suggestion, store);
    if (message.kind === "team") return teamNews({ ...facts, into, place: null });
    const waits = suggestion.state === "waiting" && suggestion.snoozedUntil === null;
    const place = waits ? 1 + (await store.aheadInLine(suggestion)) : null;
    return suggesterNews({ ...facts, into, place });
  }
  const revision = suggestion.revisionId && (await store.revision(suggestion.revisionId));
  if (!revision) return null;
  const offers = await cardOffers(look.desk, needs);
  const whole = { ...facts, revision, offers, handedTo: await whereHanded(suggestion, store) };
  return suggestion.kind === "own" ? ownCard(whole) : card(whole);
}

/** The company's channel, and whether Slack took it there. */
async function whereHanded({ id, state }: Suggestion, store: Store): Promise<HandedTo | null> {
  const told = state === "handed_over" ? await store.message("corporate", id) : null;
  if (told?.to.kind !== "channel") return null;
  return { channel: told.to.channelId, unheard: told.ts === null && told.attempts > 0 };
}

async function mergedInto({ mergedInto: id }: Suggestion, store: Store) {
  const suggestion = id && (await store.suggestion(id));
  return suggestion ? { suggestion, latest: await store.latestPost(suggestion.id) } : null;
}

async function renderConcern(message: Message, words: Words, store: Store): Promise<Rendered | null> {
  const concern = await store.concern(message.subject as ConcernId);
  const suggestion = concern && (await store.suggestion(concern.suggestionId));
  if (!suggestion) return null;
  return concernNotice({ concern, suggestion, words });
}

async function renderLine(
  message: Message,
  kind: LineKind,
  look: { desk: Desk; words: Words },
  store: Store,
): Promise<Rendered | null> {
  const whole = await store.post(message.subject as PostId);
  if (!whole) return null;
  const parent = await store.message(kind.startsWith("card") ? "card" : "team", whole.post.suggestionId);
  return parent?.ts ? postLine(kind, whole, look, parent.ts) : null;
}

async function renderNotice(
  message: Message,
  { desk, words }: { desk: Desk; words: Words },
  store: Store,
): Promise<Rendered | null> {
  const found = await store.notice(message.subject as NoticeId);
  return found && notice(found, desk, words, await heldBy(found, store));
}

/** What a pause holds now, and what became overdue in it. */
async function heldBy({ about }: Notice, store: Store): Promise<Held> {
  if (about.kind !== "paused") return nothingHeld;
  const scheduled = await store.postsIn("scheduled");
  const posts = scheduled
    .map(({ post }) => ({ id: post.suggestionId, at: post.postAt }))
    .sort((one, other) => one.at - other.at)
    .map(async ({ id, at }) => ({ suggestion: await store.suggestion(id), at }));
  const overdue = about.overdue.map((id) => store.suggestion(id));
  return {
    cards: about.cards,
    posts: (await Promise.all(posts)).flatMap(({ suggestion, at }) =>
      suggestion ? [{ suggestion, at }] : [],
    ),
    overdue: (await Promise.all(overdue)).filter((suggestion) => suggestion !== null),
  };
}

/** Below her card, where it stands, and in the conversation as well. */
async function renderReminder(
  message: Message,
  look: { desk: Desk; words: Words; here: string },
  store: Store,
): Promise<Rendered | null> {
  const told = await store.reminder(message.subject as ReminderId);
  if (!told) return null;
  const facts = await reminderFacts(told, store);
  const drawn = reminder({ ...look, ...facts, reminder: told });
  // What is said of several posts stands below none of them.
  if (!drawn || !facts.suggestion || told.kind === "as_suggested") return drawn;
  const card = await store.message("card", facts.suggestion.id);
  return card?.ts ? { ...drawn, thread: { ts: card.ts, broadcast: true } } : drawn;
}

async function renderSummary(
  message: Message,
  desk: Desk,
  words: Words,
  store: Store,
): Promise<Rendered | null> {
  const week = weekFromKey(message.subject, desk);
  if (!week) return null;
  const say = words.news.summary;
  const heading = say.title(
    words.dates.day(week.from, desk.homeZone),
    words.dates.day(week.to - 1, desk.homeZone),
  );
  const head = await store.weeklyHead(message.subject);
  return summary(week, await store.week(week.from, week.to), { desk, words, heading, head });
}

/** «2026-W48» back to its week on the wall of the desk's home zone: its Thursday noon is within it in every zone. */
function weekFromKey(key: string, desk: Desk) {
  const match = /^(\d{4})-W(\d{2})$/.exec(key);
  if (!match) return null;
  // 4 January always lies in week 1.
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4, 12));
  const thursday = 4 + 4 - (fourth.getUTCDay() || 7) + (Number(match[2]) - 1) * 7;
  const week = weekAt(Date.UTC(Number(match[1]), 0, thursday, 12), desk.homeZone);
  return week.key === key ? week : null;
}
