import type { Words } from "../i18n/words.js";
import type { Membership } from "./membership.js";

/** Why this person may not suggest, or null for one who may. @param channel the team channel, as it can be written there */
export function whyNotMember(membership: Membership, channel: string, words: Words): string | null {
  switch (membership) {
    case "member":
      return null;
    case "not_member":
      return words.answers.notAMember(channel);
    case "guest":
      return words.suggesting.guest(channel);
    case "outsider":
      return words.suggesting.outsider(channel);
    case "unknown":
      return words.answers.membershipUnknown(channel);
    default:
      return membership satisfies never;
  }
}
