import type { CardKey } from "../core/card-key.js";
import type { SlackChannelId, SlackTs } from "../core/ids.js";
import type { Revision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import type { Store } from "./ports.js";

/** The message that was pressed on, as Slack names it. */
export type CardPlace = { readonly channel: SlackChannelId; readonly ts: SlackTs };

/**
 * The wording that stood on the card when it was pressed, or null when this is not the recorded card of the
 * suggestion's newest wording (rule 3: the message pressed on is the message recorded; rule 1: with its digest).
 */
export async function pressedCard(
  press: { readonly card: CardPlace; readonly key: CardKey },
  suggestion: Suggestion,
  store: Pick<Store, "message" | "revision">,
): Promise<Revision | null> {
  const newest = await newestOnCard(press.card, suggestion, store);
  return newest && newest.id === press.key.revisionId && newest.digest === press.key.digest ? newest : null;
}

/** The newest wording, or null when this message is not the recorded card. */
async function newestOnCard(
  place: CardPlace,
  suggestion: Suggestion,
  store: Pick<Store, "message" | "revision">,
): Promise<Revision | null> {
  const card = await store.message("card", suggestion.id);
  if (!card || card.channel !== place.channel || card.ts !== place.ts) return null;
  return suggestion.revisionId && store.revision(suggestion.revisionId);
}

/**
 * The newest wording, where her own words follow it: the form they stand in may have been opened on an older wording of
 * this suggestion, but on one that there was.
 */
export async function followedOnCard(
  press: { readonly card: CardPlace; readonly key: CardKey },
  suggestion: Suggestion,
  store: Pick<Store, "message" | "revision">,
): Promise<Revision | null> {
  const { revisionId, digest } = press.key;
  const opened = await store.revision(revisionId);
  if (opened?.suggestionId !== suggestion.id || opened.digest !== digest) return null;
  return newestOnCard(press.card, suggestion, store);
}
