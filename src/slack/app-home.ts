import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Desk } from "../core/desk.js";
import type { Instant, SlackUserId } from "../core/ids.js";
import { weekAt } from "../core/week.js";
import { needDesk } from "../flows/need-desk.js";
import type { Store } from "../flows/ports.js";
import { type HomeFacts, home } from "./blocks/home.js";
import { firstPages, type HomePages } from "./blocks/home-page.js";
import { channelMention } from "./blocks/mrkdwn.js";
import type { BotNeeds } from "./bot-needs.js";
import { herDeskFacts } from "./her-desk-facts.js";
import { wordsOf } from "./reader-words.js";

const monthMs = 30 * 86_400_000;
/** Lines of a list. */
const mostShown = 20;

/** App Home, drawn when it is opened: her desk, a member's own suggestions, or what this is for anyone else. */
export function homeOpened(needs: BotNeeds) {
  return async ({
    event,
  }: SlackEventMiddlewareArgs<"app_home_opened"> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== "home") return;
    await publishHome(event.user as SlackUserId, firstPages, needs);
  };
}

/** Draws the App Home of this person as things stand. @param pages where her lists are open; nobody else's have pages */
export async function publishHome(user: SlackUserId, pages: HomePages, needs: BotNeeds): Promise<void> {
  const desk = await needDesk(needs.store);
  const [words, facts] = await Promise.all([wordsOf(user, needs), factsFor(user, desk, pages, needs)]);
  await needs.slack.patient.views
    .publish({ user_id: user, view: home(facts, desk, words) })
    .catch(() => needs.log("slack_failed", { method: "views.publish" }));
}

async function factsFor(
  user: SlackUserId,
  desk: Desk,
  pages: HomePages,
  needs: BotNeeds,
): Promise<HomeFacts> {
  const { store, members, now } = needs;
  if (user === desk.executiveId) return herDeskFacts(desk, pages, needs);
  if ((await members.isMember(user)) !== "member") {
    return { kind: "other", channel: channelMention(desk.channelId) };
  }
  const week = weekAt(now(), desk.homeZone);
  return {
    kind: "member",
    mine: await ownOf(user, now() - monthMs, store),
    line: await store.inLine(mostShown),
    waiting: await store.countIn("waiting"),
    posted: (await store.week(week.from, now())).posted,
  };
}

/** A member's newest suggestions, each with what became of it. */
async function ownOf(user: SlackUserId, from: Instant, store: Store) {
  const newest = (await store.suggestionsBy(user, from)).toReversed().slice(0, mostShown);
  return Promise.all(
    newest.map(async (suggestion) => ({
      suggestion,
      latest: await store.latestPost(suggestion.id),
      place:
        suggestion.state === "waiting" && suggestion.snoozedUntil === null
          ? 1 + (await store.aheadInLine(suggestion))
          : null,
    })),
  );
}
