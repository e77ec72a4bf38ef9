import type { Desk } from "../core/desk.js";
import { isRefused } from "../core/seen-by-team.js";
import { longestNote } from "../core/suggest-text.js";
import type { Suggestion } from "../core/suggestion.js";
import type { Store } from "../flows/ports.js";
import type { Words } from "../i18n/words.js";
import { sayDecided } from "./blocks/say-decided.js";
import { type SuggestFields, type SuggestPurpose, suggestView } from "./blocks/suggest-view.js";
import type { FormOutcome } from "./form-outcome.js";
import { privately } from "./private-answer.js";
import { type HandedIn, typedIn } from "./suggest-fields.js";
import type { RememberedPurpose } from "./suggest-purpose.js";

type Given = {
  readonly purpose: RememberedPurpose;
  readonly suggestion: Suggestion | null;
  readonly handed: HandedIn;
  readonly desk: Desk;
  readonly words: Words;
};

type Looked =
  /** The reason stands with what it matters for: she reads both. */
  | { readonly kind: "goes"; readonly fields: SuggestFields }
  | { readonly kind: "in_the_way"; readonly outcome: FormOutcome };

/** A subject she does not want is said to be one before anything is sent; with a reason it is sent all the same. */
export async function refusedSubject(given: Given, store: Pick<Store, "latestPost">): Promise<Looked> {
  const { handed, purpose, suggestion, desk, words } = given;
  const { fields, reason, preview } = handed;
  const { subject, note } = fields;
  // Under a subject it had before, its reason was asked for then.
  const asksNow = purpose.kind !== "edit" || suggestion?.subject !== subject;
  const say = words.profile;
  if (reason === "") {
    if (!asksNow || !isRefused(subject, desk)) return { kind: "goes", fields };
    const drawn = await purposeOf(given, store);
    const view = suggestView({ purpose: drawn, fields, desk, words, preview, refused: true });
    const says = privately(say.refused(subject ?? ""), typedIn(fields, words));
    return { kind: "in_the_way", outcome: { kind: "becomes", view, says } };
  }
  const whole = [note, reason].filter((each) => each !== "").join("\n\n");
  if (whole.length > longestNote) {
    const errors = { reason: say.reasonTooLong(longestNote) };
    return { kind: "in_the_way", outcome: { kind: "stays", errors } };
  }
  return { kind: "goes", fields: { ...fields, note: whole } };
}

async function purposeOf(
  { purpose, suggestion, desk, words }: Given,
  store: Pick<Store, "latestPost">,
): Promise<SuggestPurpose> {
  if (purpose.kind === "new" || !suggestion) return { kind: "new" };
  if (purpose.kind === "edit") return { kind: "edit", suggestion };
  const latest = await store.latestPost(suggestion.id);
  const decided = words.suggesting.preview.decided(sayDecided({ suggestion, latest }, desk, words));
  return { kind: "insist", suggestion, decided };
}
