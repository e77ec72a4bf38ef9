import type { Instant, SuggestionId } from "../core/ids.js";
import type { Notice, PauseEnded } from "../core/notice.js";
import type { Store } from "./ports.js";

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
