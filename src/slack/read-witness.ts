import type { SlackTs, SlackUserId } from "../core/ids.js";
import { needDesk } from "../flows/need-desk.js";
import type { Place, ReadWitness, Store, Witnessed } from "../flows/ports.js";
import { readMark } from "./message-mark.js";
import type { SlackClients } from "./slack-clients.js";

/** The newest messages of a conversation that are read: an older copy of a database shows at its end. */
const newest = 200;

/** What her direct message shows of ours, read from Slack itself. Throws when Slack does not answer. */
export function readsWitness(needs: {
  readonly slack: Pick<SlackClients, "patient">;
  readonly store: Pick<Store, "desk">;
}): ReadWitness {
  const { conversations } = needs.slack.patient;

  async function read(range: Parameters<typeof conversations.history>[0]): Promise<Witnessed[]> {
    const { messages } = await conversations.history({ ...range, include_all_metadata: true });
    return (messages ?? []).flatMap(({ ts, metadata }) => {
      const mark = readMark(metadata);
      if (!ts || !mark?.deskId || mark.version === null) return [];
      const { messageId, deskId, version } = mark;
      return [{ messageId, deskId, version, channel: range.channel as Place["channel"], ts: ts as SlackTs }];
    });
  }

  return async (places) => {
    const { executiveId } = await needDesk(needs.store);
    const channel = await directMessage(executiveId, needs.slack);
    const seen = channel === null ? [] : await read({ channel, limit: newest });
    for (const { channel: where, ts } of places) {
      seen.push(...(await read({ channel: where, latest: ts, oldest: ts, inclusive: true, limit: 1 })));
    }
    return seen;
  };
}

async function directMessage(
  user: SlackUserId,
  { patient }: Pick<SlackClients, "patient">,
): Promise<string | null> {
  const { channel } = await patient.conversations.open({ users: user });
  return channel?.id ?? null;
}
