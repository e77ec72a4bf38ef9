import type { LinkRefusal } from "../core/article.js";
import { cleanLink } from "../core/clean-link.js";
import type { Desk } from "../core/desk.js";
import type { DeliveryKey, Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Suggestion, Urgency } from "../core/suggestion.js";
import type { CardLimits, WhenSeen } from "../core/when-seen.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";
import { mayInsist, type Repeat, repeated } from "./repeat-article.js";
import { seenWhen } from "./seen-when.js";
import { hourBefore, liftsAt } from "./within-the-hour.js";

/** A team member's suggestion, checked to come from one. */
export type SuggestAsk = {
  readonly by: SlackUserId;
  readonly link: string;
  readonly note: string;
  readonly reproach: string | null;
  readonly subject: string | null;
  readonly urgency: Urgency;
  /** Their own wording; null leaves the quoted headline. */
  readonly draft: string | null;
  /** The decided suggestion of the same article that is asked about again, for the reason in the note. */
  readonly insistsOn: SuggestionId | null;
  readonly delivery: DeliveryKey;
};

/** What a suggestion says of itself when nobody was asked for more than a link. */
export const plainAsk = { reproach: null, subject: null, urgency: "any_time", insistsOn: null } as const;

export type SuggestAnswer =
  | { readonly kind: "taken_in"; readonly suggestion: Suggestion; readonly seen: WhenSeen }
  | { readonly kind: "refused"; readonly why: LinkRefusal }
  | { readonly kind: "too_many"; readonly most: number; readonly liftsAt: Instant }
  | { readonly kind: "line_full"; readonly most: number }
  | Repeat;

type Needs = {
  readonly store: Store;
  readonly checkLink: (link: string) => LinkRefusal | null;
  readonly limits: CardLimits & { readonly perHour: number };
  readonly now: Now;
  readonly newId: NewId;
};

/** Suggestions undecided at most: years of cards, and no flood fills the disk. */
export const longestLine = 5_000;

/** Takes a suggestion in. Durable when this returns; the article itself is read afterwards. */
export function suggestArticle(ask: SuggestAsk, needs: Needs): Promise<Settled<SuggestAnswer>> {
  return commitDecision<SuggestAnswer>(needs.store, () => decide(ask, needs));
}

async function decide(ask: SuggestAsk, needs: Needs): Promise<Decision<SuggestAnswer>> {
  const refuse = (answer: SuggestAnswer): Decision<SuggestAnswer> => ({ answer, change: null });
  const { store } = needs;
  const refusal = needs.checkLink(ask.link);
  if (refusal) return refuse({ kind: "refused", why: refusal });
  const now = needs.now();
  const { perHour } = needs.limits;
  const crowd = await tooMany(ask.by, now, needs);
  if (crowd) return refuse(crowd);
  const desk = await needDesk(store);
  const clean = cleanLink(ask.link);
  const newest = await store.newestLinked([clean]);
  if (newest && newest.id !== ask.insistsOn) return repeated(ask, newest, desk, needs);
  // What was decided may be given back to her meanwhile: then there is nothing to insist on.
  if (newest && !mayInsist(newest)) return repeated(ask, newest, desk, needs);
  const inLine = (await store.countIn("waiting")) + (await store.countIn("reading"));
  if (inLine >= longestLine) return refuse({ kind: "line_full", most: longestLine });
  const suggestion = born(ask, { desk, clean, insistsOn: newest?.id ?? null, now }, needs);
  return {
    answer: { kind: "taken_in", suggestion, seen: await seenWhen(suggestion, needs) },
    change: {
      at: now,
      expect: [
        { table: "links", links: [clean], newest: newest?.id ?? null, besides: null },
        // Decided it still is: what she takes back meanwhile is insisted on by nobody.
        ...(newest ? [{ table: "suggestion", id: newest.id, version: newest.version } as const] : []),
        // Near the limit many at once would find the same room; far from it counting again is work for nothing.
        ...(inLine > longestLine / 2 ? [{ table: "line", fewerThan: longestLine } as const] : []),
        ...(perHour > 0
          ? [{ table: "suggested_by", person: ask.by, from: hourBefore(now), fewerThan: perHour } as const]
          : []),
      ],
      put: [{ table: "suggestion", row: suggestion }],
      show: [],
      handled: ask.delivery,
      record: [
        {
          kind: "suggested",
          at: now,
          who: ask.by,
          about: { suggestion: suggestion.id, ...(newest ? { insists: newest.id } : {}) },
        },
      ],
    },
  };
}

type Birth = {
  readonly desk: Desk;
  readonly clean: string;
  readonly insistsOn: SuggestionId | null;
  readonly now: Instant;
};

function born(ask: SuggestAsk, { desk, clean, insistsOn, now }: Birth, { newId }: Needs): Suggestion {
  return {
    id: newId<SuggestionId>(),
    version: 0,
    deskId: desk.id,
    kind: "suggested",
    state: "reading",
    link: ask.link,
    cleanLink: clean,
    otherCleanLink: null,
    article: null,
    unreadable: null,
    refusal: null,
    note: ask.note,
    reproach: ask.reproach,
    subject: ask.subject,
    urgency: ask.urgency,
    seconds: 0,
    teamDraft: ask.draft,
    suggestedBy: ask.by,
    suggestedAt: now,
    revisionId: null,
    shownAt: null,
    decidedAt: null,
    declineReason: null,
    declineNote: null,
    setback: null,
    concernAt: null,
    keptRevisionId: null,
    mergedInto: null,
    insistsOn,
    snoozedUntil: null,
    handedNote: null,
    offeredWeek: null,
  };
}

async function tooMany(by: SlackUserId, now: Instant, needs: Needs): Promise<SuggestAnswer | null> {
  const most = needs.limits.perHour;
  if (most === 0) return null;
  const recent = await needs.store.suggestionsBy(by, hourBefore(now));
  const lifts = liftsAt(
    recent.map(({ suggestedAt }) => suggestedAt),
    most,
  );
  return lifts === null ? null : { kind: "too_many", most, liftsAt: lifts };
}
