import type { SlackTeamId, SlackUserId } from "../core/ids.js";
import type { SlackClients } from "./slack-clients.js";

/** `nobody`: a bot, or an account that was closed. */
export type Kind = "colleague" | "guest" | "outsider" | "nobody";

/**
 * What Slack says this person is in our workspace. Throws when Slack does not say. Where it names
 * no workspace, the person is of the one that was asked.
 */
export async function kindOfPerson(
  user: SlackUserId,
  teamId: SlackTeamId,
  { prompt }: Pick<SlackClients, "prompt">,
): Promise<Kind> {
  const { user: person } = await prompt.users.info({ user });
  if (!person || person.deleted || person.is_bot) return "nobody";
  // In a large organisation a person has one home and belongs to several workspaces.
  const ours = (person.team_id ?? teamId) === teamId || person.enterprise_user?.teams?.includes(teamId);
  if (!ours || person.is_stranger) return "outsider";
  return person.is_restricted || person.is_ultra_restricted ? "guest" : "colleague";
}
