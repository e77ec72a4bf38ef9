import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Desk } from "../core/desk.js";
import type { SlackUserId } from "../core/ids.js";
import { needDesk } from "../flows/need-desk.js";
import type { Store } from "../flows/ports.js";
import { type HomeFacts, home } from "./blocks/home.js";
import { channelMention } from "./blocks/mrkdwn.js";
import type { BotNeeds } from "./bot-needs.js";
import { wordsOf } from "./reader-words.js";

const monthMs = 30 * 86_400_000;

/** App Home, drawn when it is opened: her desk, a member's own suggestions, or what this is for anyone else. */
export function homeOpened(needs: BotNeeds) {
  return async ({
    event,
  }: SlackEventMiddlewareArgs<"app_home_opened"> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== "home") return;
    const user = event.user as SlackUserId;
    const desk = await needDesk(needs.store);
    const [words, facts] = await Promise.all([wordsOf(user, needs), factsFor(user, desk, needs)]);
    await needs.slack.patient.views
      .publish({ user_id: user, view: home(facts, desk, words) })
      .catch(() => needs.log("slack_failed", { method: "views.publish" }));
  };
}

async function factsFor(user: SlackUserId, desk: Desk, needs: BotNeeds): Promise<HomeFacts> {
  const { store, members, now } = needs;
  if (user === desk.executiveId) {
    return {
      kind: "executive",
      shown: await store.suggestionsIn("shown"),
      scheduled: await scheduled(store),
      waiting: await store.suggestionsIn("waiting"),
    };
  }
  if ((await members.isMember(user)) !== "member") {
    return { kind: "other", channel: channelMention(desk.channelId) };
  }
  const mine = await store.suggestionsBy(user, now() - monthMs);
  return { kind: "member", mine: mine.toSorted((one, other) => other.suggestedAt - one.suggestedAt) };
}

async function scheduled(store: Store) {
  const waiting = [];
  for (const whole of await store.postsIn("scheduled")) {
    const suggestion = await store.suggestion(whole.post.suggestionId);
    if (suggestion) waiting.push({ suggestion, whole });
  }
  return waiting;
}
