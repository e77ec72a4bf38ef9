import { type Rendered, section } from "./block-parts.js";
import { escapeMrkdwn, mention } from "./mrkdwn.js";
import type { NewsFacts } from "./news.js";
import { teamParts } from "./team-parts.js";
import { postLink, profileLink } from "./x-links.js";

/** The team channel's one message of her own words: that they stand on X, and where. Null before they do. */
export function ownNews(facts: Omit<NewsFacts, "into" | "place">): Rendered | null {
  const text = says(facts);
  if (text === null) return null;
  return { text, blocks: [section(text), ...teamParts({ ...facts, into: null, place: null })] };
}

function says({ suggestion, latest, desk, words }: Omit<NewsFacts, "into" | "place">): string | null {
  const [part] = latest?.parts ?? [];
  if (latest?.post.state !== "done" || !part) return null;
  const { own, news } = words;
  const who = mention(suggestion.suggestedBy);
  if (part.state === "taking_down") return `${own.news.wrote(who)} ${news.takingDown}`;
  if (part.state === "taken_down") return `${own.news.wrote(who)} ${news.takenDown}`;
  if (!desk.account) return own.news.wrote(who);
  return part.xPostId
    ? own.news.posted(who, postLink(desk.account, part.xPostId))
    : own.news.postedUnseen(who, escapeMrkdwn(profileLink(desk.account)));
}
