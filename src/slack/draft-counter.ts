import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { draftLines, livePlaces } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { wordsOf } from "./reader-words.js";
import type { FormRedrawer } from "./redraw-form.js";
import { restoreTyped } from "./restore-typed.js";

export type Typing = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** The live count under a draft, and what hides in it: always those of the newest keystroke. */
export function countDraft(needs: BotNeeds, forms: FormRedrawer) {
  const newest = new Map<string, Typing["body"]>();
  return async ({ ack, body }: Typing): Promise<void> => {
    await ack();
    const { view } = body;
    const action = body.actions[0];
    if (!view || action?.type !== "plain_text_input") return;
    forms.seen(view);
    newest.set(view.id, body);
    const words = await wordsOf(body.user.id as SlackUserId, needs);
    if (newest.get(view.id) !== body) return;
    newest.delete(view.id);
    const blocks = draftLines(restoreTyped(action.value ?? "", needs), words);
    await forms.put(view.id, livePlaces.draft, { blocks });
  };
}
