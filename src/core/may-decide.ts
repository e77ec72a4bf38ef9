import type { Desk } from "./desk.js";
import type { SlackTeamId, SlackUserId } from "./ids.js";

/** Who pressed, as Slack said: missing stays missing. */
export type Presser = { readonly teamId: SlackTeamId | null; readonly userId: SlackUserId | null };

/** Rule 3: the presser's team id and user id equal the desk's executive; missing means no. */
export function mayDecide(
  desk: Desk,
  presser: Presser,
): presser is { teamId: SlackTeamId; userId: SlackUserId } {
  return (
    presser.teamId !== null &&
    presser.userId !== null &&
    presser.teamId === desk.teamId &&
    presser.userId === desk.executiveId
  );
}
