import type { SchemaDifference } from "../db/compare-schema.js";
import type { RecordBreak } from "../db/verify-record.js";

/** What can be wrong with one row: each completes «The approval … ». */
export const rowWrongs = {
  revision: {
    unreadable: "cannot be read",
    other_digest: "is not the wording its digest was made of",
    other_digest_recorded: "has another digest in the record",
  },
  approval: {
    unreadable: "cannot be read",
    seal_broken: "is not what was sealed: it was changed, or its seal was",
    no_revision: "is of a revision that is not there",
    other_text: "has another text or other pictures than its revision",
    other_digest: "carries another digest than its revision",
    unrecorded: "has no line in the record",
    recorded_twice: "has more than one line in the record",
    other_digest_recorded: "has another digest in the record",
    other_post_recorded: "led to another post than the record says",
    other_approver: "is by somebody else than the record says",
    not_executive: "is by somebody who was not the executive when it was given",
    other_account: "is for another X account than the desk had when it was given",
    no_post: "has no post",
    several_posts: "has more than one post",
  },
  post: {
    unreadable: "cannot be read",
    no_approval: "has no approval",
    not_as_approved: "has another suggestion or time than its approval",
    no_part: "has no part",
    several_parts: "has more parts than its approval has texts",
    no_outcome: "has ended, and the record holds no outcome of it",
    other_outcome: "stands otherwise than its last line in the record says",
  },
  part: {
    unreadable: "cannot be read",
    no_post: "belongs to a post that is not there",
    other_text: "has another text than its approval",
    unattempted: "was sent, and the record holds no attempt of it",
    attempted_again: "was sent again, though it may have stood on X already",
    other_outcome: "stands otherwise than the last line of its post in the record says",
    other_x_post: "has another X id than the record says",
    not_asked_down: "is taken down, and the record does not say that she asked for it",
  },
  line: {
    unreadable: "does not say what a line of its kind says",
    approval_gone: "tells of an approval that is not there",
    revision_gone: "tells of a revision that is not there",
    attempt_of_nothing: "tells of an attempt whose post, part and approval do not belong together",
    post_gone: "tells of a post that is not there",
  },
} as const;

type RowWrongs = typeof rowWrongs;
export type RowFinding = {
  [On in keyof RowWrongs]: {
    readonly on: On;
    /** Of a line: its number. */
    readonly id: string;
    readonly wrong: keyof RowWrongs[On];
  };
}[keyof RowWrongs];

/** Who remembers an end of the record. */
export type HeadKeeper =
  | { readonly kind: "database" }
  | { readonly kind: "weekly"; readonly week: string }
  | { readonly kind: "given" };

export type Finding =
  | RowFinding
  /** SQLite's own words, which hold no values. */
  | { readonly on: "file"; readonly says: string }
  | ({ readonly on: "fence" } & SchemaDifference)
  | { readonly on: "record"; readonly broken: RecordBreak }
  /** `lines`: the number of the last line that stands. */
  | {
      readonly on: "head";
      readonly of: HeadKeeper;
      readonly seq: number;
      readonly wrong: "cut" | "rewritten" | "behind";
      readonly lines: number;
    }
  /** Lines stand, and the database remembers no end. */
  | { readonly on: "no_head" }
  | { readonly on: "key"; readonly keyId: string; readonly approvals: number }
  | { readonly on: "x_post"; readonly xPostId: string; readonly parts: number };
