import type { ApprovingAct } from "../core/approval.js";
import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, Digest, Instant, PostId } from "../core/ids.js";
import type { Presser } from "../core/may-decide.js";
import type { Post } from "../core/post.js";
import type { Revision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import type { TextProblem } from "../core/text-problem.js";
import type { CardPlace } from "./card-place.js";

/** One approving act of the executive, as Slack delivered it. */
export type ApprovePress = {
  readonly act: ApprovingAct;
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  /** Where the words stood that she pressed on, and as what they came back from Slack. */
  readonly seen: Seen;
  /** Her own wording, exactly as she confirmed it; null approves the wording on the card. */
  readonly ownText: string | null;
  /** Null: now, plus the hold. */
  readonly postAt: Instant | null;
  /** The scheduled post that this approval takes the place of; it ends with the same commit. */
  readonly instead?: PostId | undefined;
  readonly delivery: DeliveryKey;
};

/**
 * `card`: the digest of its wording and buttons as the press brought them along (null: it brought none). `form`: the
 * words that stood in it when it was handed in (null: it holds none), and the form itself, accepted once (null: it has
 * no id, and is none of Slack's).
 */
export type Seen =
  | { readonly kind: "card"; readonly digest: Digest | null }
  | { readonly kind: "form"; readonly words: string | null; readonly once: DeliveryKey | null };

export type ApproveAnswer =
  | { readonly kind: "approved"; readonly post: Post }
  | { readonly kind: "not_hers" }
  /** Decided already, or given up: the present state is the answer. */
  | { readonly kind: "settled_before" }
  /** The card she pressed on is not the card of this wording any more: it is drawn anew. */
  | { readonly kind: "stale_card" }
  /** The right card or form, but not with what it showed when it was drawn: she reads the exact words first. */
  | { readonly kind: "altered_card"; readonly revision: Revision; readonly suggestion: Suggestion }
  /** A colleague raised a concern that she has not seen: she reads it first. */
  | { readonly kind: "concern"; readonly revision: Revision; readonly suggestion: Suggestion }
  | { readonly kind: "text"; readonly problem: TextProblem }
  | { readonly kind: "time"; readonly problem: "past" | "too_far" }
  | { readonly kind: "no_account" }
  | { readonly kind: "stopped"; readonly frozen: boolean };
