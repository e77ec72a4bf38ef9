import type { DeliveryKey, PostId, SlackUserId, SuggestionId } from "../../../src/core/ids.js";
import type { Suggestion } from "../../../src/core/suggestion.js";
import { weekAt } from "../../../src/core/week.js";
import { approve } from "../../../src/flows/approve.js";
import { needDesk } from "../../../src/flows/need-desk.js";
import { readSuggestedArticles } from "../../../src/flows/read-suggested-articles.js";
import { showNextCards } from "../../../src/flows/show-next-cards.js";
import { plainAsk, suggestArticle } from "../../../src/flows/suggest-article.js";
import { homeOpened } from "../../../src/slack/app-home.js";
import { renderMessage } from "../../../src/slack/render-message.js";
import { aCard, executive } from "../../db/builders.js";
import { team } from "./fill-history.js";
import { cardDrawn, type OldHouse } from "./old-house.js";
import { pastLink } from "./past-suggestion.js";

/** Something a person or the clock asks of the house. */
export type Question = {
  readonly what: string;
  /** Asks once; resolves to how long it took, in milliseconds. Throws when the answer is wrong or not stored. */
  ask(house: OldHouse): Promise<number>;
};

/** Those that change nothing first: what a change leaves behind is no part of anybody's history. */
export const questions: readonly Question[] = [
  { what: "the line, as /suggest tells it", ask: askTheLine },
  { what: "the repeat check, of an article she decided on", ask: askTheRepeat },
  { what: "App Home of a team member", ask: (house) => openHome(house, someone()) },
  { what: "App Home of the executive", ask: (house) => openHome(house, executive) },
  { what: "the messages that are owed", ask: askOwed },
  { what: "when something is due next", ask: askNextDue },
  { what: "what is due in every lane", ask: askLanes },
  { what: "the weekly summary", ask: askSummary },
  { what: "suggesting, until it is stored", ask: askSuggest },
  { what: "showing the next card", ask: askNextCard },
  { what: "approving, until it is stored", ask: askApprove },
];

let turn = 0;
function someone(): SlackUserId {
  turn += 1;
  return team[turn % team.length] ?? executive;
}

async function timed<T>(act: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const started = performance.now();
  const answer = await act();
  return { answer, ms: performance.now() - started };
}

function must(right: boolean, what: string): asserts right {
  if (!right) throw new Error(`wrong: ${what}`);
}

function suggest(house: OldHouse) {
  const link = `https://new.example/${house.newId()}`;
  const ask = {
    ...plainAsk,
    by: someone(),
    link,
    note: "",
    draft: null,
    delivery: house.newId<DeliveryKey>(),
  };
  return suggestArticle(ask, house);
}

/** Everything `/suggest` reads, and nothing of what it writes. */
async function askTheLine(house: OldHouse): Promise<number> {
  const commit = async () => ({ kind: "done" }) as const;
  const { answer, ms } = await timed(() => suggest({ ...house, store: { ...house.store, commit } }));
  must(answer.kind === "settled" && answer.answer.kind === "taken_in", "the line was not told");
  must(answer.answer.seen.kind === "now", "nothing keeps the next one from being seen");
  return ms;
}

/** One of the articles of the past, with what tracks its readers. */
async function askTheRepeat(house: OldHouse): Promise<number> {
  turn += 1;
  const link = `${pastLink(turn % 900)}?utm_source=newsletter`;
  const ask = {
    ...plainAsk,
    by: someone(),
    link,
    note: "",
    draft: null,
    delivery: house.newId<DeliveryKey>(),
  };
  const commit = async () => ({ kind: "done" }) as const;
  const { answer, ms } = await timed(() =>
    suggestArticle(ask, { ...house, store: { ...house.store, commit } }),
  );
  must(answer.kind === "settled" && answer.answer.kind === "decided_before", "the repeat was not seen");
  return ms;
}

async function openHome(house: OldHouse, user: SlackUserId): Promise<number> {
  const before = house.published.length;
  const args = { event: { tab: "home", user } } as unknown as Parameters<ReturnType<typeof homeOpened>>[0];
  const { ms } = await timed(() => homeOpened(house)(args));
  must((house.published[before]?.blocks.length ?? 0) > 3, "an empty home page");
  return ms;
}

async function askOwed({ store }: OldHouse): Promise<number> {
  const { answer, ms } = await timed(() => store.messagesOwed(Date.now(), 20));
  must(answer.length > 0 && answer.every(({ wanted, shown }) => wanted > shown), "what is owed");
  return ms;
}

async function askNextDue({ store }: OldHouse): Promise<number> {
  const { answer, ms } = await timed(() => store.nextDue());
  must(answer !== null && answer <= Date.now(), "a message is owed already");
  return ms;
}

async function askLanes({ store }: OldHouse): Promise<number> {
  const { answer, ms } = await timed(async () => {
    const now = Date.now();
    const due = [
      await store.postsDue("scheduled", now),
      await store.postsDue("done", now),
      await store.postsDue("asking", now),
      await store.postsIn("running"),
      await store.suggestionsIn("reading"),
      await store.noticesOpen(),
    ];
    return { due, unclear: await store.unclearSince("words never sent", "" as PostId) };
  });
  must(answer.due.every(({ length }) => length === 0) && answer.unclear === null, "nothing is due");
  return ms;
}

async function askSummary(house: OldHouse): Promise<number> {
  const desk = await needDesk(house.store);
  const { key } = weekAt(Date.now(), desk.homeZone, -1);
  const to = { kind: "channel", channelId: desk.channelId } as const;
  const message = aCard({ id: key as SuggestionId }, { kind: "summary", to });
  const { answer, ms } = await timed(() => renderMessage(message, "with_picture", house));
  must((answer?.blocks.length ?? 0) > 3, "last week was not a quiet one");
  return ms;
}

async function askSuggest(house: OldHouse): Promise<number> {
  const { answer, ms } = await timed(() => suggest(house));
  must(answer.kind === "settled" && answer.answer.kind === "taken_in", "the suggestion was not taken in");
  const { id, link } = answer.answer.suggestion;
  must((await house.store.suggestion(id))?.link === link, "the suggestion is not stored");
  house.settle(id);
  return ms;
}

async function askNextCard(house: OldHouse): Promise<number> {
  const { id } = await waiting(house);
  const { ms } = await timed(() => showNextCards(house));
  must((await house.store.suggestion(id))?.state === "shown", "the card is not stored");
  house.settle(id);
  return ms;
}

async function askApprove(house: OldHouse): Promise<number> {
  const { id, revisionId } = await waiting(house);
  await showNextCards(house);
  const { place: card, seen } = await cardDrawn(house, id);
  const desk = await needDesk(house.store);
  const revision = revisionId && (await house.store.revision(revisionId));
  must(revision !== null && desk.account !== null, "no wording to approve");
  const key = {
    suggestionId: id,
    revisionId: revision.id,
    digest: revision.digest,
    accountId: desk.account.id,
  };
  const presser = { teamId: desk.teamId, userId: desk.executiveId };
  const delivery = house.newId<DeliveryKey>();
  const press = { act: "approve", presser, card, key, seen, ownText: null, postAt: null, delivery } as const;
  const { answer, ms } = await timed(() => approve(press, house));
  must(answer.kind === "settled" && answer.answer.kind === "approved", "her press was not taken");
  must((await house.store.post(answer.answer.post.id)) !== null, "the post is not stored");
  return ms;
}

/** One more in the line, its article read. */
export async function waiting(house: OldHouse): Promise<Suggestion> {
  const settled = await suggest(house);
  must(settled.kind === "settled" && settled.answer.kind === "taken_in", "the suggestion was not taken in");
  await readSuggestedArticles(house);
  const suggestion = await house.store.suggestion(settled.answer.suggestion.id);
  must(suggestion?.state === "waiting", "the suggestion does not wait");
  return suggestion;
}
