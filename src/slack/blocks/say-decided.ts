import { waitsForATime } from "../../core/approval.js";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { postLink } from "./x-links.js";

/** What was decided about a suggestion, and when: for a colleague who suggests its article again. */
export function sayDecided(
  { suggestion, latest }: { readonly suggestion: Suggestion; readonly latest: PostWhole | null },
  desk: Desk,
  { answers: say, dates }: Words,
): string {
  const decided = dates.day(suggestion.decidedAt ?? suggestion.suggestedAt, desk.homeZone);
  if (suggestion.state === "declined") return say.wasDeclined(decided);
  if (suggestion.state === "handed_over") return say.wasHandedOver(decided);
  if (suggestion.state === "expired") return say.hasExpired(decided);
  const { post, parts: [part] = [], approval } = latest ?? {};
  if (post?.state === "scheduled" && approval && waitsForATime(approval.agreed))
    return say.wasScheduled(dates.dayAndTime(post.postAt, desk.homeZone));
  if (post?.state !== "done" || !part) return say.wasApproved(decided);
  const posted = dates.day(part.publishedAt ?? post.postAt, desk.homeZone);
  if (part.state === "taken_down") return say.wasTakenDown(posted);
  if (!part.xPostId || !desk.account) return say.wasPostedUnseen(posted);
  return say.wasPosted(posted, postLink(desk.account, part.xPostId));
}
