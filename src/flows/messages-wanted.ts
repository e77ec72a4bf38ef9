import type { Desk } from "../core/desk.js";
import type { ConcernId, NoticeId, PostId, ReminderId, SlackChannelId, SlackUserId } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Suggestion } from "../core/suggestion.js";
import type { Store } from "./ports.js";

/** Her card for a suggestion. */
export function cardOf(suggestion: Pick<Suggestion, "id">, desk: Desk): MessageWanted {
  return { kind: "card", subject: suggestion.id, to: { kind: "person", userId: desk.executiveId } };
}

/** The same where one stands before her: a suggestion in the line has none that counts, but for what she put off. */
export function cardIfShown(suggestion: Suggestion, desk: Desk): MessageWanted[] {
  return suggestion.state === "shown" || suggestion.snoozedUntil !== null ? [cardOf(suggestion, desk)] : [];
}

/** Her card where she has ever been sent one: a suggestion in the line has none, nor one that was withdrawn from it. */
export function cardIfSent(suggestion: Suggestion, desk: Desk): MessageWanted[] {
  const sent =
    (suggestion.state !== "waiting" && suggestion.shownAt !== null) || suggestion.snoozedUntil !== null;
  return sent ? [cardOf(suggestion, desk)] : [];
}

export function reminderTo(desk: Desk, id: ReminderId): MessageWanted {
  return { kind: "reminder", subject: id, to: { kind: "person", userId: desk.executiveId } };
}

export function concernTo(desk: Desk, id: ConcernId): MessageWanted {
  return { kind: "concern", subject: id, to: { kind: "person", userId: desk.executiveId } };
}

/** Suggesters read their place in the line up to here; further back it moves without being told each time. */
export const placesTold = 10;

/**
 * The messages of those whose place in the line may have moved with this one; without one, of all who read their place
 * there: the line stands still, or goes on.
 */
export async function newsOfLine(
  moved: Suggestion | null,
  store: Pick<Store, "inLine">,
): Promise<MessageWanted[]> {
  const line = await store.inLine(placesTold + 1);
  return line
    .filter(({ id }) => id !== moved?.id)
    .map(({ id, suggestedBy }) => ({
      kind: "suggester",
      subject: id,
      to: { kind: "person", userId: suggestedBy },
    }));
}

/**
 * What the suggester and the team read about a suggestion. Of her own words the team hears once they are posted, and
 * nobody before.
 */
export function newsOf(suggestion: Suggestion, desk: Desk, posted = false): MessageWanted[] {
  const { id, kind, suggestedBy } = suggestion;
  const team = { kind: "team", subject: id, to: { kind: "channel", channelId: desk.channelId } } as const;
  if (kind === "own") return posted ? [team] : [];
  return [{ kind: "suggester", subject: id, to: { kind: "person", userId: suggestedBy } }, team];
}

/** Her message of a week in which something expired. */
export function herSummaryOf(week: string, desk: Desk): MessageWanted {
  return { kind: "her_summary", subject: week, to: { kind: "person", userId: desk.executiveId } };
}

/** Her weekly message that offered it again, where one did: it says whether it still can be brought back. */
export function offerOf({ offeredWeek }: Suggestion, desk: Desk): MessageWanted[] {
  return offeredWeek === null ? [] : [herSummaryOf(offeredWeek, desk)];
}

/** What the company's channel reads of what she handed over. */
export function corporateTo(channelId: SlackChannelId, { id }: Suggestion): MessageWanted {
  return { kind: "corporate", subject: id, to: { kind: "channel", channelId } };
}

/** A new line for her and one for the team: edits of a message do not notify. */
export function linesOf(postId: PostId, about: "line" | "asking" | "down", desk: Desk): MessageWanted[] {
  return [
    { kind: `card_${about}`, subject: postId, to: { kind: "person", userId: desk.executiveId } },
    { kind: `team_${about}`, subject: postId, to: { kind: "channel", channelId: desk.channelId } },
  ];
}

/** The lines that ask whether it appeared. The team has not heard of her own words yet: it is asked nothing. */
export function askingLines(suggestion: Suggestion | null, postId: PostId, desk: Desk): MessageWanted[] {
  const lines = linesOf(postId, "asking", desk);
  return suggestion?.kind === "own" ? lines.filter(({ kind }) => kind === "card_asking") : lines;
}

export function noticeTo(userId: SlackUserId, id: NoticeId): MessageWanted {
  return { kind: "notice", subject: id, to: { kind: "person", userId } };
}
