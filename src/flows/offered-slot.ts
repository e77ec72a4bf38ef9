import type { Desk } from "../core/desk.js";
import type { Instant, PostId } from "../core/ids.js";
import { type Habits, nextSlot } from "../core/posting-times.js";
import { cardLimits } from "../core/settings.js";
import type { CardLimits } from "../core/when-seen.js";
import type { Store } from "./ports.js";

/** What shapes the times she is offered, as it stands now. @param besides a post that is about to be moved */
export async function habitsOf(
  desk: Desk,
  { store, limits }: { readonly store: Pick<Store, "postsIn">; readonly limits: CardLimits },
  besides: PostId | null = null,
): Promise<Habits> {
  const scheduled = await store.postsIn("scheduled");
  return {
    zone: desk.homeZone,
    settings: desk.settings,
    hours: cardLimits(desk.settings, limits).hours,
    taken: scheduled.filter(({ post }) => post.id !== besides).map(({ post }) => post.postAt),
  };
}

/** The next free slot: what the one-press button of a card names. */
export async function offeredSlot(
  desk: Desk,
  now: Instant,
  needs: { readonly store: Pick<Store, "postsIn">; readonly limits: CardLimits },
): Promise<Instant> {
  return nextSlot(now, await habitsOf(desk, needs));
}
