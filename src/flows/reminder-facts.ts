import type { Desk } from "../core/desk.js";
import type { Instant, PostId, RevisionId, SuggestionId } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Reminder, ReminderKind } from "../core/reminder.js";
import type { Suggestion } from "../core/suggestion.js";
import { reminderTo } from "./messages-wanted.js";
import type { PostWhole, Store } from "./ports.js";

/** What a reminder is about, as it is now. */
export type ReminderFacts = {
  readonly suggestion: Suggestion | null;
  readonly whole: PostWhole | null;
};

export async function reminderFacts(
  { kind, subject }: Reminder,
  store: Pick<Store, "suggestion" | "revision" | "post">,
): Promise<ReminderFacts> {
  switch (kind) {
    case "undecided":
      return { suggestion: await store.suggestion(subject as SuggestionId), whole: null };
    case "left_unposted":
    case "still_unposted": {
      const revision = await store.revision(subject as RevisionId);
      return { suggestion: revision && (await store.suggestion(revision.suggestionId)), whole: null };
    }
    case "goes_out_soon":
    case "as_suggested": {
      const whole = await store.post(subject as PostId);
      return { suggestion: whole && (await store.suggestion(whole.post.suggestionId)), whole };
    }
    default:
      return kind satisfies never;
  }
}

/** Whether it still is as the reminder says. */
export function isStillTrue(
  { kind, subject }: Reminder,
  { suggestion, whole }: ReminderFacts,
  at: Instant,
): boolean {
  switch (kind) {
    case "undecided":
      return suggestion?.state === "shown";
    case "left_unposted":
    case "still_unposted":
      return suggestion?.state === "shown" && suggestion.revisionId === subject;
    case "goes_out_soon":
      return whole?.post.state === "scheduled" && whole.post.postAt > at;
    case "as_suggested":
      return suggestion !== null;
    default:
      return kind satisfies never;
  }
}

/** What she was reminded of that is settled with a decision on this suggestion: it says so from now on. */
export async function remindersSaid(
  suggestion: Suggestion,
  desk: Desk,
  store: Pick<Store, "reminderAbout" | "message" | "latestPost">,
): Promise<MessageWanted[]> {
  const post = (await store.latestPost(suggestion.id))?.post.id;
  const about: (readonly [ReminderKind, string])[] = [
    ["undecided", suggestion.id],
    ...(suggestion.revisionId === null
      ? []
      : ([
          ["left_unposted", suggestion.revisionId],
          ["still_unposted", suggestion.revisionId],
        ] as const)),
    ...(post ? ([["goes_out_soon", post]] as const) : []),
  ];
  const said: MessageWanted[] = [];
  for (const [kind, subject] of about) {
    const reminder = await store.reminderAbout(kind, subject);
    if (reminder?.doneAt != null && (await store.message("reminder", reminder.id)))
      said.push(reminderTo(desk, reminder.id));
  }
  return said;
}
