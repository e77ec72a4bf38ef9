import type { DeskId, Instant, NoticeId } from "./ids.js";

/** What somebody is told outside a suggestion. `cancelled`: how many scheduled posts that ended. */
export type NoticeAbout =
  | { readonly kind: "former_executive"; readonly cancelled: number }
  | { readonly kind: "new_executive"; readonly cancelled: number }
  | { readonly kind: "new_account"; readonly handle: string; readonly cancelled: number }
  /** Nothing is posted until she resumes: an older copy of the database was restored. */
  | { readonly kind: "old_database"; readonly cancelled: number }
  /** She paused everything. `until` null: until she says so. */
  | {
      readonly kind: "paused";
      readonly until: Instant | null;
      readonly posts: number;
      readonly cards: number;
    }
  /** The clock of the machine is so many seconds from Slack's: scheduled posts wait. Above zero: ahead. */
  | { readonly kind: "wrong_clock"; readonly seconds: number };

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
