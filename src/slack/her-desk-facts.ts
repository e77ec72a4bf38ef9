import { waitsForATime } from "../core/approval.js";
import type { Desk } from "../core/desk.js";
import type { Suggestion } from "../core/suggestion.js";
import { weekAt } from "../core/week.js";
import { herTrend } from "../flows/her-trend.js";
import type { HerDesk, OnCard } from "./blocks/her-desk.js";
import { type HomePages, type Page, pageLength, pageOf } from "./blocks/home-page.js";
import type { BotNeeds } from "./bot-needs.js";

/** What her desk shows now, a page of each list. */
export async function herDeskFacts(desk: Desk, pages: HomePages, needs: BotNeeds): Promise<HerDesk> {
  const { store, now } = needs;
  const week = weekAt(now(), desk.homeZone);
  const snoozed = await store.snoozed();
  const waiting = (await store.countIn("waiting")) - snoozed.length;
  const line = await store.inLine((Math.min(pages.line, waiting) + 1) * pageLength);
  const shown = pageOf(await store.suggestionsIn("shown"), pages.shown);
  const scheduled = (await store.postsIn("scheduled")).filter(({ approval }) =>
    waitsForATime(approval.agreed),
  );
  const soonest = scheduled.toSorted((one, other) => one.post.postAt - other.post.postAt);
  const standing = pageOf(soonest, pages.scheduled);
  const withSuggestion = await Promise.all(
    standing.lines.map(async ({ post }) => {
      const suggestion = await store.suggestion(post.suggestionId);
      return suggestion ? [{ ...(await onCard(suggestion, needs)), postId: post.id, at: post.postAt }] : [];
    }),
  );
  return {
    kind: "executive",
    pages,
    shown: await cardsOf(shown, needs),
    scheduled: { lines: withSuggestion.flat(), total: standing.total },
    snoozed: await cardsOf(pageOf(snoozed, pages.snoozed), needs),
    line: { lines: pageOf(line, pages.line).lines, total: waiting },
    posted: pageOf((await store.week(week.from, now())).posted.toReversed(), pages.posted),
    pause: (await store.noticesOpen()).find(({ about }) => about.kind === "paused")?.id ?? null,
    trend: await herTrend(desk, store),
    head: await store.weeklyHead(weekAt(now(), desk.homeZone, -1).key),
  };
}

async function cardsOf({ lines, total }: Page<Suggestion>, needs: BotNeeds): Promise<Page<OnCard>> {
  return { lines: await Promise.all(lines.map((suggestion) => onCard(suggestion, needs))), total };
}

async function onCard(suggestion: Suggestion, { store, slack }: BotNeeds): Promise<OnCard> {
  const message = await store.message("card", suggestion.id);
  if (!message?.channel || !message.ts) return { suggestion, card: null };
  const { channel, ts: message_ts } = message;
  const found = await slack.prompt.chat.getPermalink({ channel, message_ts }).catch(() => null);
  return { suggestion, card: found?.permalink ?? null };
}
