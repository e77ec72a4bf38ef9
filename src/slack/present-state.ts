import { waitsForATime } from "../core/approval.js";
import type { SuggestionId } from "../core/ids.js";
import { needDesk } from "../flows/need-desk.js";
import type { Store } from "../flows/ports.js";
import type { Words } from "../i18n/words.js";
import { sayTime } from "./blocks/say-time.js";
import { postLink } from "./blocks/x-links.js";

/**
 * What is so now, for a press that came too late or twice: the state and the link.
 * @param reader «concerned»: the executive, or the suggester
 * @param here the zone she is in: hers alone to read
 */
export async function presentState(
  id: SuggestionId,
  words: Words,
  store: Store,
  reader: "concerned" | "colleague" = "concerned",
  here?: string,
): Promise<string> {
  const say = words.answers.settledBefore;
  const desk = await needDesk(store);
  const suggestion = await store.suggestion(id);
  // Of her own words a colleague hears what stands on X.
  if (suggestion?.kind === "own" && reader === "colleague" && suggestion.state !== "approved")
    return say.closed;
  // What she declined is told to its suggester alone.
  if (suggestion?.state === "declined") return reader === "colleague" ? say.closed : say.declined;
  if (suggestion?.state === "shown") return say.backOnCard;
  if (suggestion?.state === "expired") return words.expiry.expired;
  if (suggestion?.snoozedUntil != null && reader === "concerned")
    return words.desk.looksAgain(words.dates.dayAndTime(suggestion.snoozedUntil, desk.homeZone));
  if (suggestion?.state === "handed_over") return words.card.handedOver;
  if (suggestion?.state === "waiting") return words.expiry.inLine;
  const latest = await store.latestPost(id);
  if (suggestion?.state !== "approved" || !latest) return say.closed;
  const { post, parts, approval } = latest;
  switch (post.state) {
    case "scheduled":
      return waitsForATime(approval.agreed)
        ? say.scheduled(sayTime(post.postAt, { home: desk.homeZone, here: here ?? desk.homeZone }, words))
        : say.holding(words.dates.clock(post.dueAt ?? post.postAt, desk.homeZone));
    case "running":
      return say.posting;
    case "asking":
      return say.asking;
    case "done": {
      const [part] = parts;
      if (part?.state === "taking_down") return say.takingDown;
      if (part?.state === "taken_down") return say.takenDown;
      const xPost = part?.xPostId;
      return xPost && desk.account ? say.posted(postLink(desk.account, xPost)) : say.postedUnseen;
    }
    case "partial":
    case "cancelled":
    case "missed":
    case "refused":
    case "absent":
      return say.backOnCard;
    default:
      return post.state satisfies never;
  }
}
