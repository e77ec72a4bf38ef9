import type { Desk } from "../../core/desk.js";
import type { MessageKind } from "../../core/message.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { type Rendered, section } from "./block-parts.js";
import { postLink, profileLink } from "./x-links.js";

export type LineKind = Extract<
  MessageKind,
  "card_line" | "card_asking" | "card_down" | "team_line" | "team_asking" | "team_down"
>;

/**
 * A new line below her card, or below the team's message and shown in the channel: an edit of a message does not
 * notify. Null when it has nothing to say (yet).
 */
export function postLine(
  kind: LineKind,
  whole: PostWhole,
  { desk, words }: { readonly desk: Desk; readonly words: Words },
  parentTs: string,
): Rendered | null {
  const text = says(kind, whole, desk, words);
  if (text === null) return null;
  return { text, blocks: [section(text)], thread: { ts: parentTs, broadcast: kind.startsWith("team") } };
}

function says(kind: LineKind, { post, parts }: PostWhole, desk: Desk, words: Words): string | null {
  const toHer = words.card.lines;
  const toTeam = words.news.line;
  const asks = post.state === "asking";
  switch (kind) {
    case "card_asking":
      return asks ? toHer.asking : toHer.asked;
    case "team_asking":
      return asks ? toTeam.asking : toTeam.asked;
    case "card_down":
      return toHer.down;
    case "team_down":
      return toTeam.down;
    case "card_line":
    case "team_line": {
      if (post.state !== "done" || !desk.account) return null;
      const [part] = parts;
      const say = kind === "card_line" ? toHer : toTeam;
      if (!part?.xPostId) return say.postedUnseen(profileLink(desk.account));
      const link = postLink(desk.account, part.xPostId);
      return kind === "card_line" && part.otherText !== null ? toHer.otherText(link) : say.posted(link);
    }
    default:
      return kind satisfies never;
  }
}
