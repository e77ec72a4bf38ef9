import type { LinkRefusal } from "../core/article.js";
import { cleanLink } from "../core/clean-link.js";
import type { DeliveryKey, Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import { type CardLimits, type WhenSeen, whenSeen } from "../core/when-seen.js";
import { dayStart } from "../core/zone-time.js";
import { commitDecision, type Settled } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";

/** A team member's suggestion, checked to come from one. */
export type SuggestAsk = {
  readonly by: SlackUserId;
  readonly link: string;
  readonly note: string;
  /** Their own wording; null leaves the quoted headline. */
  readonly draft: string | null;
  readonly delivery: DeliveryKey;
};

export type SuggestAnswer =
  | { readonly kind: "taken_in"; readonly suggestion: Suggestion; readonly seen: WhenSeen }
  | { readonly kind: "refused"; readonly why: LinkRefusal }
  | { readonly kind: "too_many"; readonly most: number; readonly liftsAt: Instant };

type Needs = {
  readonly store: Store;
  readonly checkLink: (link: string) => LinkRefusal | null;
  readonly limits: CardLimits & { readonly perHour: number };
  readonly now: Now;
  readonly newId: NewId;
};

const hourMs = 3_600_000;

/** Takes a suggestion in. Durable when this returns; the article itself is read afterwards. */
export function suggestArticle(ask: SuggestAsk, needs: Needs): Promise<Settled<SuggestAnswer>> {
  return commitDecision<SuggestAnswer>(needs.store, async () => {
    const refusal = needs.checkLink(ask.link);
    if (refusal) return { answer: { kind: "refused", why: refusal }, change: null };
    const now = needs.now();
    const crowd = await tooMany(ask.by, now, needs);
    if (crowd) return { answer: crowd, change: null };
    const desk = await needDesk(needs.store);
    const suggestion: Suggestion = {
      id: needs.newId<SuggestionId>(),
      version: 0,
      deskId: desk.id,
      state: "reading",
      link: ask.link,
      cleanLink: cleanLink(ask.link),
      article: null,
      unreadable: null,
      refusal: null,
      note: ask.note,
      teamDraft: ask.draft,
      suggestedBy: ask.by,
      suggestedAt: now,
      revisionId: null,
      shownAt: null,
      decidedAt: null,
      declineReason: null,
      declineNote: null,
      setback: null,
    };
    return {
      answer: { kind: "taken_in", suggestion, seen: await seenWhen(now, needs) },
      change: {
        at: now,
        expect: [],
        put: [{ table: "suggestion", row: suggestion }],
        show: [],
        handled: ask.delivery,
        record: [{ kind: "suggested", at: now, who: ask.by, about: { suggestion: suggestion.id } }],
      },
    };
  });
}

async function tooMany(by: SlackUserId, now: Instant, needs: Needs): Promise<SuggestAnswer | null> {
  const most = needs.limits.perHour;
  if (most === 0) return null;
  // An hour later to the millisecond it has lifted: liftsAt is kept.
  const recent = await needs.store.suggestionsBy(by, now - hourMs + 1);
  if (recent.length < most) return null;
  const oldest = Math.min(...recent.map((suggestion) => suggestion.suggestedAt));
  return { kind: "too_many", most, liftsAt: oldest + hourMs };
}

/** When a suggestion at the end of the line now would be seen. */
async function seenWhen(now: Instant, needs: Needs): Promise<WhenSeen> {
  const desk = await needDesk(needs.store);
  const line = {
    undecided: await needs.store.countIn("shown"),
    ahead: (await needs.store.countIn("waiting")) + (await needs.store.countIn("reading")),
    sentToday: await needs.store.cardsSince(dayStart(now, desk.homeZone)),
  };
  return whenSeen(desk, line, needs.limits, now);
}
