import type { Desk } from "../../core/desk.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { type Rendered, section } from "./block-parts.js";
import { postLink, profileLink } from "./x-links.js";

/** The new line below her card when a post is out: an edit of the card does not notify. */
export function cardLine(whole: PostWhole, desk: Desk, words: Words, parentTs: string): Rendered {
  const text = line(whole, desk, words.card.lines);
  return { text, blocks: [section(text)], thread: { ts: parentTs, broadcast: false } };
}

/** The new line for the team, below the suggestion's message and shown in the channel. */
export function teamLine(whole: PostWhole, desk: Desk, words: Words, parentTs: string): Rendered {
  const text = line(whole, desk, words.news.line);
  return { text, blocks: [section(text)], thread: { ts: parentTs, broadcast: true } };
}

type Say = { posted: (link: string) => string; postedUnseen: (profile: string) => string };

function line({ parts }: PostWhole, desk: Desk, say: Say): string {
  if (!desk.account) throw new Error("a post without an account");
  const id = parts[0]?.xPostId;
  return id ? say.posted(postLink(desk.account, id)) : say.postedUnseen(profileLink(desk.account));
}
