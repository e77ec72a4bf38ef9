import type { Desk } from "../core/desk.js";
import type { DeliveryKey, Instant, SlackUserId } from "../core/ids.js";
import { type Second, secondId } from "../core/second.js";
import type { Suggestion, SuggestionState } from "../core/suggestion.js";
import type { CardLimits, WhenSeen } from "../core/when-seen.js";
import type { Decision } from "./commit-decision.js";
import { cardIfShown, newsOf, newsOfLine } from "./messages-wanted.js";
import type { Change, Now, PostWhole, Row, Store } from "./ports.js";
import { seenWhen } from "./seen-when.js";

/** The article was suggested before: what became of that, and what this makes of it. */
export type Repeat =
  /** It waits or stands before her: this person seconds it now. */
  | { readonly kind: "seconded"; readonly suggestion: Suggestion; readonly seen: WhenSeen | null }
  | { readonly kind: "seconded_before"; readonly suggestion: Suggestion; readonly seen: WhenSeen | null }
  | { readonly kind: "yours_already"; readonly suggestion: Suggestion; readonly seen: WhenSeen | null }
  /** `latest`: what stands or stood on X of it. */
  | {
      readonly kind: "decided_before";
      readonly suggestion: Suggestion;
      readonly latest: PostWhole | null;
      readonly mayInsist: boolean;
    };

type Repeating = { readonly by: SlackUserId; readonly note: string; readonly delivery: DeliveryKey };
type Needs = { readonly store: Store; readonly limits: CardLimits; readonly now: Now };

const open: readonly SuggestionState[] = ["reading", "waiting", "shown"];
const decided: readonly SuggestionState[] = ["approved", "declined", "handed_over", "expired"];

/** Whether colleagues can still add to it: never to words of her own. */
export function isOpen({ kind, state }: Suggestion): boolean {
  return kind === "suggested" && open.includes(state);
}

/** One insists on a decision once: not on one that was insisted on already. */
export function mayInsist({ kind, state, insistsOn }: Suggestion): boolean {
  return kind === "suggested" && decided.includes(state) && insistsOn === null;
}

/** One article is one suggestion: a second `/suggest` of it is a second, or asks whether to insist. */
export async function repeated(
  { by, note, delivery }: Repeating,
  suggestion: Suggestion,
  desk: Desk,
  needs: Needs,
): Promise<Decision<Repeat>> {
  const { store } = needs;
  const at = needs.now();
  const nothing: Change = { at, expect: [], put: [], show: [], handled: delivery, record: [] };
  if (!isOpen(suggestion)) {
    const latest = await store.latestPost(suggestion.id);
    const answer = { kind: "decided_before", suggestion, latest, mayInsist: mayInsist(suggestion) } as const;
    return { answer, change: nothing };
  }
  const seen = suggestion.state === "shown" ? null : await seenWhen(suggestion, needs);
  if (suggestion.suggestedBy === by) {
    return { answer: { kind: "yours_already", suggestion, seen }, change: nothing };
  }
  const { second, counted } = await secondedBy({ by, note, at }, suggestion, store);
  const change = { ...(await secondedChange([second], counted, desk, at, store)), handled: delivery };
  const kind = counted.seconds === suggestion.seconds ? "seconded_before" : "seconded";
  return { answer: { kind, suggestion: counted, seen }, change };
}

/** A person's second with this note, and the suggestion that counts it. A note is added to, never replaced by nothing. */
export async function secondedBy(
  { by, note, at }: { readonly by: SlackUserId; readonly note: string; readonly at: Instant },
  suggestion: Suggestion,
  store: Pick<Store, "second">,
): Promise<{ readonly second: Second; readonly counted: Suggestion }> {
  const before = await store.second(secondId(suggestion.id, by));
  const again = before !== null && before.undoneAt === null;
  const fresh = {
    id: secondId(suggestion.id, by),
    version: 0,
    deskId: suggestion.deskId,
    suggestionId: suggestion.id,
    userId: by,
    note: "",
    at,
  };
  const second: Second = {
    ...(before ?? fresh),
    note: note === "" ? (before?.note ?? "") : note,
    undoneAt: null,
  };
  return { second, counted: { ...suggestion, seconds: suggestion.seconds + (again ? 0 : 1) } };
}

/** @param seconds of this suggestion, which counts them */
export async function secondedChange(
  seconds: readonly Second[],
  suggestion: Suggestion,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "inLine">,
): Promise<Change> {
  const put: Row[] = [
    ...seconds.map((row): Row => ({ table: "second", row })),
    { table: "suggestion", row: suggestion },
  ];
  return {
    at,
    expect: [],
    put,
    show: [
      ...cardIfShown(suggestion, desk),
      ...newsIfStanding(suggestion, desk),
      ...(await newsOfLine(suggestion, store)),
    ],
    record: seconds.map(({ userId: who, undoneAt }) => {
      const undone = undoneAt === null ? {} : { undone: 1 };
      return { kind: "seconded", at, who, about: { suggestion: suggestion.id, ...undone } };
    }),
  };
}

/** While the article is being read, neither message stands yet: what was seconded is told with them. */
function newsIfStanding(suggestion: Suggestion, desk: Desk) {
  return suggestion.state === "reading" ? [] : newsOf(suggestion, desk);
}
