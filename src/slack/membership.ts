import type { SlackChannelId, SlackUserId } from "../core/ids.js";
import type { Log } from "../flows/ports.js";
import type { SlackClients } from "./slack-clients.js";

/** `unknown`: Slack did not say in time. */
export type Membership = "member" | "not_member" | "unknown";

export type Members = {
  /** Answers within about two seconds. A yes is remembered; a no is asked again each time. */
  isMember(user: SlackUserId): Promise<Membership>;
  joined(user: SlackUserId): void;
  left(user: SlackUserId): void;
};

/** Slack wants a command answered within 3 seconds; this leaves one for the rest. */
const patienceMs = 2_000;

/** Who belongs to the team channel. Join and leave events keep what is remembered fresh. */
export function knowMembers(channel: SlackChannelId, slack: Pick<SlackClients, "prompt">, log: Log): Members {
  const known = new Set<string>();
  return {
    async isMember(user) {
      if (known.has(user)) return "member";
      const asked = askSlack(channel, user, slack, known).catch(() => {
        log("slack_failed", { method: "conversations.members" });
        return "unknown" as const;
      });
      return Promise.race([asked, after(patienceMs)]);
    },
    joined: (user) => void known.add(user),
    left: (user) => void known.delete(user),
  };
}

async function askSlack(
  channel: SlackChannelId,
  user: SlackUserId,
  { prompt }: Pick<SlackClients, "prompt">,
  known: Set<string>,
): Promise<Membership> {
  let cursor: string | undefined;
  do {
    const page = await prompt.conversations.members({ channel, limit: 1000, ...(cursor ? { cursor } : {}) });
    if (page.members?.includes(user)) {
      known.add(user);
      return "member";
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return "not_member";
}

function after(ms: number): Promise<"unknown"> {
  return new Promise((resolve) => setTimeout(resolve, ms, "unknown").unref());
}
