import type { DeskId, Instant, NoticeId, SuggestionId } from "./ids.js";

/** What somebody is told outside a suggestion. `cancelled`: how many scheduled posts that ended. */
export type NoticeAbout =
  | { readonly kind: "former_executive"; readonly cancelled: number }
  | { readonly kind: "new_executive"; readonly cancelled: number }
  | { readonly kind: "new_account"; readonly handle: string; readonly cancelled: number }
  /** Nothing is posted until she resumes: an older copy of the database was restored. */
  | { readonly kind: "old_database"; readonly cancelled: number }
  /** She paused everything, with so many cards in the line. `until` null: until she says so. `overdue`: what it kept from going out, known once it is over. */
  | {
      readonly kind: "paused";
      readonly until: Instant | null;
      readonly cards: number;
      readonly ended: PauseEnded | null;
      readonly overdue: readonly SuggestionId[];
    }
  /** «How social can you be?», offered once; over when she has answered. */
  | { readonly kind: "profile_offer" }
  /** The clock of the machine is so many seconds from Slack's: scheduled posts wait. Above zero: ahead. */
  | { readonly kind: "wrong_clock"; readonly seconds: number };

/** `replaced`: she paused once more, with another end. */
export const pauseEnds = ["by_her", "by_itself", "replaced"] as const;
export type PauseEnded = (typeof pauseEnds)[number];

export type NoticeKind = NoticeAbout["kind"];

/** One notice, and whether what it tells is over. */
export type Notice = {
  readonly id: NoticeId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly at: Instant;
  readonly about: NoticeAbout;
  /** Null: it stands, or it was news and nothing that ends. */
  readonly endedAt: Instant | null;
};
