import type { Article, LinkRefusal, Unreadable } from "./article.js";
import type { DeskId, Instant, RevisionId, SlackUserId, SuggestionId } from "./ids.js";

/** Every state a suggestion can be in. The arrows between them are in transitions.ts. */
export const suggestionStates = [
  "reading",
  "rejected",
  "merged",
  "waiting",
  "shown",
  "approved",
  "declined",
  "handed_over",
  "withdrawn",
  "expired",
] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** One press each, on a card just declined. */
export const declineReasons = ["not_me", "not_now", "seen_enough", "not_sure"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Until when it is of use to her, in the suggester's eyes. In this order in the line: their names sort so. */
export const urgencies = ["today", "this_week", "any_time"] as const;
export type Urgency = (typeof urgencies)[number];

/** `own`: words of her own, with no article behind them; nobody but her sees it before it is posted. */
export const suggestionKinds = ["suggested", "own"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** An article, why it matters, a draft; or words of her own, which take the same way. */
export type Suggestion = {
  readonly id: SuggestionId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly kind: SuggestionKind;
  readonly state: SuggestionState;
  /** As it was given, byte for byte: what a draft carries. Empty for words of her own. */
  readonly link: string;
  /** The key under which a repeat is found; never posted. */
  readonly cleanLink: string;
  /** The same of the address the page itself gives, where that is another; known once it is read. */
  readonly otherCleanLink: string | null;
  readonly article: Article | null;
  readonly unreadable: Unreadable | null;
  readonly refusal: LinkRefusal | null;
  /** Why it matters to her, in the suggester's words. */
  readonly note: string;
  /** What she may be reproached for, and the answer to it; null: nothing was said. */
  readonly reproach: string | null;
  /** One of the desk's subjects. */
  readonly subject: string | null;
  readonly urgency: Urgency;
  /** Colleagues who second it now. */
  readonly seconds: number;
  /** The draft a person wrote with the suggestion; null: the card offers the quoted headline. */
  readonly teamDraft: string | null;
  readonly suggestedBy: SlackUserId;
  readonly suggestedAt: Instant;
  /** The newest revision; null while the article is being read. */
  readonly revisionId: RevisionId | null;
  readonly shownAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly declineReason: DeclineReason | null;
  /** A line of her own, for the suggester alone. */
  readonly declineNote: string | null;
  /** What came back when the last post did not go out; null when nothing needs saying. */
  readonly setback: Setback | null;
  /** Since when a colleague's concern stands that she has not seen; null: none does. Nothing is approved or sent then. */
  readonly concernAt: Instant | null;
  /** The revision whose hidden characters she kept on purpose. */
  readonly keptRevisionId: RevisionId | null;
  /** The suggestion of the same article that this one went into. */
  readonly mergedInto: SuggestionId | null;
  /** The decided suggestion of the same article that this one asks about again. */
  readonly insistsOn: SuggestionId | null;
  /** She looks at it again then, and not before; null: it is not snoozed. */
  readonly snoozedUntil: Instant | null;
  /** A line of her own, for the company's channel, where she handed it over. */
  readonly handedNote: string | null;
  /** The week whose message to her offers it again after it expired. */
  readonly offeredWeek: string | null;
};

/** Why the card stands before her again. */
export type Setback =
  | { readonly kind: "cancelled" }
  | { readonly kind: "missed" }
  /** The executive, the X account or the key changed since she pressed: the approval counts no more. */
  | { readonly kind: "lapsed" }
  | { readonly kind: "absent" }
  /** A colleague raised a concern that she had not seen when its time came. */
  | { readonly kind: "concern" }
  /** An older copy of the database was restored: it may have been posted in the time nobody remembers. */
  | { readonly kind: "restored" }
  | {
      readonly kind: "refused";
      readonly refusal: PostRefusal;
      readonly detail: string;
      /** When X takes posts again, where it said so. */
      readonly liftsAt?: Instant | undefined;
    };

/** X's refusals, by what the person can do about them. */
export const postRefusals = [
  "duplicate",
  "too_long",
  /** X said 401 and, asked at once who this is, named her account. */
  "access_doubted",
  "not_connected",
  "suspended",
  "no_credit",
  "rate_limited",
  "forbidden",
  "invalid",
] as const;
export type PostRefusal = (typeof postRefusals)[number];
