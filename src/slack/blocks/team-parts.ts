import type { KnownBlock } from "@slack/types";
import { mayRaiseConcern } from "../../flows/raise-concern.js";
import { isOpen } from "../../flows/repeat-article.js";
import { actions, button, context, quote } from "./block-parts.js";
import { mention } from "./mrkdwn.js";
import type { NewsFacts } from "./news.js";

/** Concerns that the team's message repeats; the newest. */
const mostConcerns = 3;
const mostNamed = 30;

/** Who seconds it, what somebody is concerned about, and the buttons for both while they mean something. */
export function teamParts({ suggestion, seconds, concerns, words }: NewsFacts): KnownBlock[] {
  const { team: say } = words;
  const who = seconds.slice(0, mostNamed).map(({ userId }) => mention(userId));
  const buttons = [
    ...(isOpen(suggestion) ? [button("second", say.second, suggestion.id)] : []),
    ...(mayRaiseConcern(suggestion) ? [button("concern", say.concern, suggestion.id)] : []),
  ];
  return [
    ...(seconds.length > 0 ? [context(say.secondedBy(who.join(", ")))] : []),
    ...concerns
      .slice(-mostConcerns)
      .flatMap(({ userId, reason, seenAt }) => [
        context((seenAt === null ? say.concernOf : say.concernSeen)(mention(userId))),
        quote(reason),
      ]),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}
