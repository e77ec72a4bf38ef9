import type { DeliveryKey } from "../core/ids.js";
import { restoreText } from "../core/restore-text.js";
import type { Seen } from "../flows/approve.js";
import { wordsStanding } from "./blocks/pressed-blocks.js";
import type { BotNeeds } from "./bot-needs.js";
import type { FormOrigin } from "./card-form.js";
import { fieldText } from "./field-text.js";

type HandedIn = Parameters<typeof fieldText>[0] & { readonly id?: string; readonly blocks?: unknown };

/**
 * What stood in a form of ours when it was handed in: in its field, else in the blocks that show the words. Slack may
 * spell emoji and signs otherwise there: what is the wording in either spelling is that wording.
 */
export async function formSeen(
  view: HandedIn,
  { key }: FormOrigin,
  { store, emojiNames }: Pick<BotNeeds, "store" | "emojiNames">,
): Promise<Seen> {
  const stood = "text" in view.state.values ? fieldText(view, "text") : wordsStanding(view.blocks);
  const wording = (await store.revision(key.revisionId))?.text;
  const restored = stood !== null && restoreText(stood, emojiNames()).text === wording;
  return {
    kind: "form",
    words: restored ? (wording ?? null) : stood,
    once: view.id ? formOnce(view.id) : null,
  };
}

/** What handing in this very form is taken as: once. */
export function formOnce(viewId: string): DeliveryKey {
  return `view ${viewId}` as DeliveryKey;
}
