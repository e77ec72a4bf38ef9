import { ErrorCode } from "@slack/web-api";
import type { SlackTs, SlackUserId } from "../core/ids.js";
import type { Place, ReadWitness, Witnessed } from "../flows/ports.js";
import { readMark } from "./message-mark.js";
import type { SlackClients } from "./slack-clients.js";

/** The newest messages of a conversation that are read: an older copy of a database shows at its end. */
const newest = 200;

/** What direct messages show of ours, read from Slack itself. Throws when Slack does not answer. */
export function readsWitness({ slack }: { readonly slack: Pick<SlackClients, "patient"> }): ReadWitness {
  const { conversations } = slack.patient;

  async function read(range: Parameters<typeof conversations.history>[0]): Promise<Witnessed[]> {
    const { messages } = await conversations.history({ ...range, include_all_metadata: true });
    return (messages ?? []).flatMap(({ ts, metadata }) => {
      const mark = readMark(metadata);
      if (!ts || !mark?.deskId || mark.version === null) return [];
      const { messageId, deskId, version } = mark;
      return [{ messageId, deskId, version, channel: range.channel as Place["channel"], ts: ts as SlackTs }];
    });
  }

  async function readDirectMessage(user: SlackUserId): Promise<Witnessed[]> {
    const { channel } = await conversations.open({ users: user });
    return channel?.id ? read({ channel: channel.id, limit: newest }) : [];
  }

  return async ([executive, ...former], places) => {
    const seen = executive ? await readDirectMessage(executive) : [];
    // Somebody who has left cannot be written to, and what stood there is read by nobody any more.
    for (const user of former) seen.push(...(await readDirectMessage(user).catch(nothingIfGone)));
    for (const { channel: where, ts } of places) {
      seen.push(...(await read({ channel: where, latest: ts, oldest: ts, inclusive: true, limit: 1 })));
    }
    return seen;
  };
}

/** What Slack says of people who have left, or cannot be written to. Anything else may pass, and is no answer. */
const gone = new Set([
  "user_not_found",
  "user_disabled",
  "user_not_visible",
  "users_not_found",
  "cannot_dm_bot",
]);

function nothingIfGone(error: unknown): Witnessed[] {
  const { code, data } = error as { code?: string; data?: { error?: string } };
  if (code === ErrorCode.PlatformError && gone.has(data?.error ?? "")) return [];
  throw error;
}
