import type { KnownBlock } from "@slack/types";
import { type Concern, writeConcernKey } from "../../core/concern.js";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { titleInText, titleLink } from "./article-blocks.js";
import { actions, button, quote, type Rendered, section } from "./block-parts.js";
import { mention } from "./mrkdwn.js";
import { postLink } from "./x-links.js";

type Facts = {
  readonly concern: Concern;
  readonly suggestion: Suggestion;
  readonly latest: PostWhole | null;
  readonly desk: Desk;
  readonly words: Words;
};

/** A colleague's concern in her direct message: the reason, what it is about now, and what she can do. */
export function concernNotice(facts: Facts): Rendered {
  const { concern, suggestion, words } = facts;
  const { team: say, card } = words;
  const who = mention(concern.userId);
  const about = (line: string): KnownBlock[] => [
    section(line),
    { type: "rich_text", elements: [{ type: "rich_text_section", elements: [titleLink(suggestion)] }] },
  ];
  const inText = (line: string) => `${line} ${titleInText(suggestion)}`;
  if (concern.withdrawnAt !== null) {
    const line = say.concernWithdrawnBy(who);
    return { text: inText(line), blocks: about(line) };
  }
  const line = say.concernNotice(who);
  const read = concern.seenAt !== null;
  const scheduled = scheduledPost(facts);
  const buttons = [
    ...(read ? [] : [button("concern_seen", say.haveRead, writeConcernKey([concern]), "primary")]),
    ...(scheduled ? [button("cancel", card.cancel, scheduled.post.id, "danger")] : []),
  ];
  const blocks: KnownBlock[] = [
    ...about(line),
    quote(concern.reason),
    section(read ? say.concernRead : nowLine(facts)),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
  return { text: inText(line), blocks };
}

function scheduledPost({ suggestion, latest }: Facts): PostWhole | null {
  return suggestion.state === "approved" && latest?.post.state === "scheduled" ? latest : null;
}

function nowLine(facts: Facts): string {
  const { suggestion, latest, desk, words } = facts;
  const say = words.team.concernNow;
  if (suggestion.state === "waiting") return say.waiting;
  if (suggestion.state === "shown") return say.shown;
  if (suggestion.state !== "approved" || !latest) return say.over;
  const { post, parts } = latest;
  if (post.state === "scheduled") return say.scheduled(words.dates.dayAndTime(post.postAt, desk.homeZone));
  const [part] = parts;
  if (part?.state === "published" && part.xPostId && desk.account)
    return say.posted(postLink(desk.account, part.xPostId));
  return part?.state === "taken_down" ? say.over : say.onItsWay;
}
