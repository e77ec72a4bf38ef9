import type { Desk } from "../core/desk.js";
import type { NoticeId, PostId, SlackUserId } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Suggestion } from "../core/suggestion.js";

/** Her card for a suggestion. */
export function cardOf(suggestion: Suggestion, desk: Desk): MessageWanted {
  return { kind: "card", subject: suggestion.id, to: { kind: "person", userId: desk.executiveId } };
}

/** What the suggester and the team read about a suggestion. */
export function newsOf(suggestion: Suggestion, desk: Desk): MessageWanted[] {
  return [
    { kind: "suggester", subject: suggestion.id, to: { kind: "person", userId: suggestion.suggestedBy } },
    { kind: "team", subject: suggestion.id, to: { kind: "channel", channelId: desk.channelId } },
  ];
}

/** A new line for her and one for the team: edits of a message do not notify. */
export function linesOf(postId: PostId, about: "line" | "asking" | "down", desk: Desk): MessageWanted[] {
  return [
    { kind: `card_${about}`, subject: postId, to: { kind: "person", userId: desk.executiveId } },
    { kind: `team_${about}`, subject: postId, to: { kind: "channel", channelId: desk.channelId } },
  ];
}

export function noticeTo(userId: SlackUserId, id: NoticeId): MessageWanted {
  return { kind: "notice", subject: id, to: { kind: "person", userId } };
}
