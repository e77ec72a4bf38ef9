import type { Approval } from "../core/approval.js";
import type { Concern } from "../core/concern.js";
import type { Desk } from "../core/desk.js";
import type { DeliveryKey, Instant, PostId, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Message, MessageWanted } from "../core/message.js";
import type { Notice } from "../core/notice.js";
import type { Part, Post } from "../core/post.js";
import type { AuditEntry } from "../core/record.js";
import type { Reminder } from "../core/reminder.js";
import type { Revision } from "../core/revision.js";
import type { Second } from "../core/second.js";
import type { Suggestion } from "../core/suggestion.js";
import type { Unfinished } from "../core/unfinished.js";

/** A person Firsthand has met: only what words need. */
export type Person = {
  readonly userId: SlackUserId;
  readonly version: number;
  /** BCP 47, from Slack. */
  readonly locale: string;
  readonly zone: string;
  readonly seenAt: Instant;
};

/**
 * A row to write. `version` is the version it was read at: the write fails as `stale` when the row has moved on.
 * Version 0 inserts. Revisions and approvals are never written twice and carry no version.
 */
export type Row =
  | { readonly table: "desk"; readonly row: Desk }
  | { readonly table: "person"; readonly row: Person }
  | { readonly table: "suggestion"; readonly row: Suggestion }
  | { readonly table: "revision"; readonly row: Revision }
  | { readonly table: "approval"; readonly row: Approval }
  | { readonly table: "post"; readonly row: Post }
  | { readonly table: "part"; readonly row: Part }
  | { readonly table: "message"; readonly row: Message }
  | { readonly table: "notice"; readonly row: Notice }
  | { readonly table: "second"; readonly row: Second }
  | { readonly table: "concern"; readonly row: Concern }
  | { readonly table: "reminder"; readonly row: Reminder }
  /** Replaces what was there; carries no version. */
  | { readonly table: "unfinished"; readonly row: Unfinished }
  /** The head of the record as it stands when this is written, told in the week's message: once for each week. */
  | {
      readonly table: "weekly_head";
      readonly row: { readonly week: string; readonly deskId: Desk["id"]; readonly at: Instant };
    };

/** A row that was read, decided on and not written, and must still be at this version. */
export type Ref =
  | { readonly table: "desk"; readonly id: Desk["id"]; readonly version: number }
  | { readonly table: "suggestion"; readonly id: SuggestionId; readonly version: number }
  | { readonly table: "post"; readonly id: PostId; readonly version: number }
  /** This delivery has not been taken. */
  | { readonly table: "handled"; readonly key: DeliveryKey }
  /** Fewer than so many stand in the line, being read or waiting; or came from this person since then. */
  | { readonly table: "line"; readonly fewerThan: number }
  | {
      readonly table: "suggested_by";
      readonly person: SlackUserId;
      readonly from: Instant;
      readonly fewerThan: number;
    }
  /** `newest` still is what `newestLinked` finds for these links, or, `besides` a suggestion, `otherRead`. */
  | {
      readonly table: "links";
      readonly links: readonly string[];
      readonly newest: SuggestionId | null;
      readonly besides: SuggestionId | null;
    };

/** One change of the house, as data: all of it is stored, or none. */
export type Change = {
  readonly expect: readonly Ref[];
  readonly put: readonly Row[];
  readonly show: readonly MessageWanted[];
  /** The press or command behind this change, taken once; where a form was handed in, the form too. */
  readonly handled?: DeliveryKey | readonly DeliveryKey[] | undefined;
  readonly record: readonly AuditEntry[];
  /** When: messages wanted are due from here. */
  readonly at: Instant;
};

export type Committed =
  | { readonly kind: "done" }
  /** Somebody was faster: read again, decide again. */
  | { readonly kind: "stale" }
  /** This delivery was handled before. */
  | { readonly kind: "taken"; readonly key: DeliveryKey };
