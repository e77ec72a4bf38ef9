import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, RevisionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { textRevision } from "../core/revision.js";
import { withoutLink } from "../core/without-link.js";
import { type CardPlace, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type DropLinkPress = {
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  readonly delivery: DeliveryKey;
};

export type DropLinkAnswer =
  | { readonly kind: "dropped" }
  /** The wording does not carry the link of its article. */
  | { readonly kind: "no_link" }
  /** It is nothing but the link. */
  | { readonly kind: "nothing_left" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "stale_card" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/** The same wording without the article's link, as the card's newest. It approves nothing: she reads it there first. */
export function dropLink(press: DropLinkPress, needs: Needs): Promise<Settled<DropLinkAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(press: DropLinkPress, needs: Needs): Promise<Decision<DropLinkAnswer>> {
  const { store, now, newId } = needs;
  const at = now();
  const desk = await needDesk(store);
  const { presser, delivery } = press;
  const refuse = (kind: Exclude<DropLinkAnswer["kind"], "dropped">): Decision<DropLinkAnswer> => ({
    answer: { kind },
    change: refusedPress(press, kind, at),
  });
  if (!mayDecide(desk, presser)) return refuse("not_hers");
  const suggestion = await store.suggestion(press.key.suggestionId);
  if (suggestion?.state !== "shown") return refuse("settled_before");
  const shown = await pressedCard(press, suggestion, store);
  if (!shown) {
    const redraw = { ...refusedPress(press, "stale_card", at), show: [cardOf(suggestion, desk)] };
    return { answer: { kind: "stale_card" }, change: redraw };
  }
  const text = withoutLink(shown.text, suggestion.link);
  if (text === shown.text) return refuse("no_link");
  if (text.trim() === "") return refuse("nothing_left");
  const revision = textRevision({
    id: newId<RevisionId>(),
    deskId: desk.id,
    suggestionId: suggestion.id,
    number: shown.number + 1,
    text,
    // Whose words they are does not change with the link.
    source: shown.source,
    author: presser.userId,
    createdAt: at,
  });
  const about = { suggestion: suggestion.id, revision: revision.id, digest: revision.digest };
  return {
    answer: { kind: "dropped" },
    change: {
      at,
      expect: [],
      put: [
        { table: "revision", row: revision },
        { table: "suggestion", row: { ...suggestion, revisionId: revision.id } },
      ],
      show: [cardOf(suggestion, desk), ...(await remindersSaid(suggestion, desk, store))],
      handled: delivery,
      record: [{ kind: "revised", at, who: presser.userId, about }],
    },
  };
}
