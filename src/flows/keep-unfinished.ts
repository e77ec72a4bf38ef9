import type { DeliveryKey } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { ownWords, type Unfinished } from "../core/unfinished.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { Now, Ref, Store } from "./ports.js";

type Writing = {
  readonly presser: Presser;
  /** What handing in this very form is taken as: what was in it waits no more. */
  readonly once: DeliveryKey;
} & Pick<Unfinished, "subject" | "text">;
type Needs = { readonly store: Store; readonly now: Now };

/**
 * What she is writing waits for the next opening of its form, should she close it. Hers alone, while there is something
 * to decide; words that stand on the card already are none.
 */
export async function keepUnfinished(writing: Writing, needs: Needs): Promise<void> {
  await commitDecision(needs.store, () => decide(writing, needs));
}

async function decide(
  { presser, once, subject, text }: Writing,
  { store, now }: Needs,
): Promise<Decision<null>> {
  const nothing = { answer: null, change: null };
  const desk = await needDesk(store);
  if (!mayDecide(desk, presser)) return nothing;
  // The last keystroke may be counted after the form was handed in.
  if (await store.wasHandled(once)) return nothing;
  const expect: Ref[] = [{ table: "handled", key: once }];
  let waits = text;
  if (subject !== ownWords) {
    const suggestion = await store.suggestion(subject);
    if (suggestion?.state !== "shown" || !suggestion.revisionId) return nothing;
    expect.push({ table: "suggestion", id: suggestion.id, version: suggestion.version });
    if (text === (await store.revision(suggestion.revisionId))?.text) waits = "";
  }
  if (((await store.unfinished(subject))?.text ?? "") === waits) return nothing;
  const at = now();
  const row = { subject, deskId: desk.id, text: waits, at };
  return { answer: null, change: { at, expect, put: [{ table: "unfinished", row }], show: [], record: [] } };
}
