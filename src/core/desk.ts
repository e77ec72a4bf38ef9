import type {
  DeskId,
  Instant,
  SlackChannelId,
  SlackTeamId,
  SlackTs,
  SlackUserId,
  XAccountId,
} from "./ids.js";
import type { Profile } from "./profile.js";
import type { Settings } from "./settings.js";

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
  /** She paused everything: no cards, no posts. */
  readonly paused: boolean;
  /** When it goes on by itself; null: when she says so, or it is not paused. */
  readonly pausedUntil: Instant | null;
  /** Why nothing is posted until the executive resumes; null: nothing is in the way. */
  readonly frozen: FrozenBecause | null;
  /** When it last stopped so; what was suggested before may stand on X without the database knowing. */
  readonly frozenAt: Instant | null;
  /** What stood in her direct message up to here was seen when the desk froze, and freezes it no more. */
  readonly witnessedTs: SlackTs | null;
  /** What suggestions may be about: a short list the team keeps; empty until it does. */
  readonly subjects: readonly string[];
  readonly settings: Settings;
  /** «How social can you be?»; null until she answers. */
  readonly profile: Profile | null;
};

/** `old_database`: Slack shows more than the database knows, so an older copy of it was restored (trust.md T27). */
export const frozenBecause = ["old_database"] as const;
export type FrozenBecause = (typeof frozenBecause)[number];

/** The account every approval names: «Posts as @handle». */
export type XAccount = { readonly id: XAccountId; readonly handle: string };
