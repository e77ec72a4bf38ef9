import { createHash } from "node:crypto";
import type { DeliveryKey, SlackChannelId, SlackTeamId, SlackTs, SlackUserId } from "../core/ids.js";
import type { Presser } from "../core/may-decide.js";
import type { CardPlace } from "../flows/card-place.js";

/** The parts of Slack's interaction payloads that say who, where and which delivery. All of it may be missing. */
export type Payload = {
  readonly team?: { readonly id?: string } | null;
  readonly user?: { readonly id?: string; readonly team_id?: string };
  readonly trigger_id?: string;
  readonly channel?: { readonly id?: string };
  readonly container?: {
    readonly type?: string;
    readonly channel_id?: string;
    readonly message_ts?: string;
  };
  readonly message?: { readonly ts?: string; readonly blocks?: unknown; readonly attachments?: unknown };
  readonly actions?: readonly { readonly action_ts?: string; readonly action_id?: string }[];
  readonly view?: { readonly id?: string; readonly hash?: string; readonly state?: unknown };
};

/** Who pressed. The workspace is the user's own where Slack names it, else the payload's. */
export function presserOf(body: Payload): Presser {
  return {
    teamId: (body.user?.team_id ?? body.team?.id ?? null) as SlackTeamId | null,
    userId: (body.user?.id ?? null) as SlackUserId | null,
  };
}

/**
 * The message that was pressed on; empty ids, which match no card, where Slack names none or two, or something else than
 * a message.
 */
export function placeOf({ channel, container, message }: Payload): CardPlace {
  const inChannel = agreed(channel?.id, container?.channel_id);
  const ts = agreed(message?.ts, container?.message_ts);
  const whole = inChannel !== null && ts !== null && (container?.type ?? "message") === "message";
  return {
    channel: (whole ? inChannel : "") as SlackChannelId,
    ts: (whole ? ts : "") as SlackTs,
  };
}

/** Null where two are named. */
function agreed(one: string | undefined, other: string | undefined): string | null {
  return (one ?? other) === (other ?? one) ? (one ?? other ?? "") : null;
}

/**
 * One delivery from Slack, the same when it is delivered twice: the trigger's id, else what was pressed or submitted
 * when and where.
 */
export function deliveryOf(body: Payload): DeliveryKey {
  if (body.trigger_id) return `trigger ${body.trigger_id}` as DeliveryKey;
  const what = JSON.stringify([
    body.user?.id,
    body.actions,
    body.view?.id,
    body.view?.hash,
    body.view?.state,
    placeOf(body),
  ]);
  return `content ${createHash("sha256").update(what).digest("base64url")}` as DeliveryKey;
}
