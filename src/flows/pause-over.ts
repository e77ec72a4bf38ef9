import type { Desk } from "../core/desk.js";
import type { Instant, SuggestionId } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Notice, PauseEnded } from "../core/notice.js";
import { cardOf, noticeTo } from "./messages-wanted.js";
import type { Store } from "./ports.js";

/** What tells her of a pause that stands: it says what is held, and that has changed. */
export async function pauseTold(desk: Desk, store: Pick<Store, "noticesOpen">): Promise<MessageWanted[]> {
  if (!desk.paused) return [];
  const standing = (await store.noticesOpen()).filter(({ about }) => about.kind === "paused");
  return standing.map(({ id }) => noticeTo(desk.executiveId, id));
}

/** The notices of a pause that stand, as they are once it is over. */
export async function pauseOver(
  ended: PauseEnded,
  overdue: readonly SuggestionId[],
  at: Instant,
  store: Pick<Store, "noticesOpen">,
): Promise<readonly Notice[]> {
  return (await store.noticesOpen()).flatMap((notice) =>
    notice.about.kind === "paused"
      ? [{ ...notice, about: { ...notice.about, ended, overdue }, endedAt: at }]
      : [],
  );
}

/** Her cards of what is scheduled: they say whether a pause holds it. */
export async function scheduledCards(desk: Desk, store: Pick<Store, "postsIn">): Promise<MessageWanted[]> {
  const scheduled = await store.postsIn("scheduled");
  return scheduled.map(({ post }) => cardOf({ id: post.suggestionId }, desk));
}
