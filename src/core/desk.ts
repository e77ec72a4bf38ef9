import type { DeskId, Instant, SlackChannelId, SlackTeamId, SlackUserId, XAccountId } from "./ids.js";

/** One executive, one team, one X account. Who the executive is comes from the environment alone. */
export type Desk = {
  readonly id: DeskId;
  readonly version: number;
  readonly teamId: SlackTeamId;
  readonly executiveId: SlackUserId;
  readonly channelId: SlackChannelId;
  /** IANA zone: hours, offered times and the week follow it. */
  readonly homeZone: string;
  /** The executive's Slack language, BCP 47; the team channel is spoken to in it too (decision 0006). */
  readonly locale: string;
  readonly account: XAccount | null;
  readonly openedAt: Instant;
  readonly paused: boolean;
  /** Why publishing has stopped until someone looks, or null. */
  readonly frozen: string | null;
};

/** The account every approval names: «Posts as @handle». */
export type XAccount = { readonly id: XAccountId; readonly handle: string };
