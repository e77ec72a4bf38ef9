import type { Instant, SlackChannelId, SlackTeamId, SlackUserId } from "../core/ids.js";
import type { Log, Now } from "../flows/ports.js";
import { type Kind, kindOfPerson } from "./kind-of-person.js";
import type { SlackClients } from "./slack-clients.js";

/**
 * `guest`: in the team channel perhaps, but a guest of the workspace. `outsider`: of another workspace, by a shared
 * channel. `unknown`: Slack did not say in time.
 */
export type Membership = "member" | "not_member" | "guest" | "outsider" | "unknown";

export type Members = {
  /** Answers within about two seconds. A yes is remembered for some minutes; a no is asked again each time. */
  isMember(user: SlackUserId): Promise<Membership>;
  joined(user: SlackUserId): void;
  left(user: SlackUserId): void;
};

/** Slack wants a command answered within 3 seconds; this leaves one for the rest. */
const patienceMs = 2_000;

/** Nobody tells us when a person becomes a guest, leaves the company, or a leaving was not heard of. */
const freshMs = 5 * 60_000;

type Needs = {
  readonly channelId: SlackChannelId;
  readonly teamId: SlackTeamId;
  readonly slack: Pick<SlackClients, "prompt">;
  readonly now: Now;
  readonly log: Log;
};

/** Who belongs to the team: in its channel, and a full member of the workspace. */
export function knowMembers({ channelId, teamId, slack, now, log }: Needs): Members {
  const inChannel = new Map<string, Instant>();
  const colleagues = new Map<string, Instant>();

  async function standsIn(user: SlackUserId): Promise<boolean> {
    if (fresh(inChannel, user, now())) return true;
    const found = await listed(channelId, user, slack);
    if (found) inChannel.set(user, now());
    return found;
  }
  async function kindOf(user: SlackUserId): Promise<Kind> {
    if (fresh(colleagues, user, now())) return "colleague";
    const kind = await kindOfPerson(user, teamId, slack);
    if (kind === "colleague") colleagues.set(user, now());
    return kind;
  }
  const unheard = (method: string) => () => {
    log("slack_failed", { method });
    return "unknown" as const;
  };
  async function ask(user: SlackUserId): Promise<Membership> {
    const [stands, kind] = await Promise.all([
      standsIn(user).catch(unheard("conversations.members")),
      kindOf(user).catch(unheard("users.info")),
    ]);
    if (kind === "guest" || kind === "outsider") return kind;
    if (stands === false || kind === "nobody") return "not_member";
    return stands === "unknown" || kind === "unknown" ? "unknown" : "member";
  }

  return {
    isMember: (user) => Promise.race([ask(user), after(patienceMs)]),
    joined: (user) => void inChannel.set(user, now()),
    left: (user) => void inChannel.delete(user),
  };
}

/** Forgets a yes that is too old, so that neither map keeps who is long gone. */
function fresh(known: Map<string, Instant>, user: string, now: Instant): boolean {
  const since = known.get(user);
  if (since !== undefined && Math.abs(now - since) < freshMs) return true;
  known.delete(user);
  return false;
}

async function listed(
  channel: SlackChannelId,
  user: SlackUserId,
  { prompt }: Pick<SlackClients, "prompt">,
): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await prompt.conversations.members({ channel, limit: 1000, ...(cursor ? { cursor } : {}) });
    if (page.members?.includes(user)) return true;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return false;
}

function after(ms: number): Promise<"unknown"> {
  return new Promise((resolve) => setTimeout(resolve, ms, "unknown").unref());
}
