import type { Desk } from "./desk.js";
import type { SlackTeamId, SlackUserId } from "./ids.js";

/** Who pressed, as Slack said: missing stays missing. */
export type Presser = { readonly teamId: SlackTeamId | null; readonly userId: SlackUserId | null };

type Known = { teamId: SlackTeamId; userId: SlackUserId };

/** Rule 3: the presser's team id and user id equal the desk's executive; missing means no. */
export function mayDecide(desk: Desk, presser: Presser): presser is Known {
  return isPerson(desk.executiveId, desk, presser);
}

/** The same for anybody of the desk's workspace. */
export function isPerson(userId: SlackUserId, desk: Desk, presser: Presser): presser is Known {
  return (
    presser.teamId !== null &&
    presser.userId !== null &&
    presser.teamId === desk.teamId &&
    presser.userId === userId
  );
}
