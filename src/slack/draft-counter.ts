import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { ownWords, type Unfinished } from "../core/unfinished.js";
import { keepUnfinished } from "../flows/keep-unfinished.js";
import { writtenIn } from "../flows/own-words.js";
import { draftLines, livePlaces } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { readOrigin } from "./card-form.js";
import { type Payload, presserOf } from "./delivery.js";
import { formOnce } from "./form-seen.js";
import { wordsOf } from "./reader-words.js";
import type { FormRedrawer } from "./redraw-form.js";
import { restoreTyped } from "./restore-typed.js";

export type Typing = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/**
 * The live count under a draft, and what hides in it: always those of the newest keystroke. What she writes in a form of
 * hers is kept with it.
 */
export function countDraft(needs: BotNeeds, forms: FormRedrawer) {
  const newest = new Map<string, Typing["body"]>();
  const last = new Map<string, Typing["body"]>();
  return async ({ ack, body }: Typing): Promise<void> => {
    await ack();
    const { view } = body;
    const action = body.actions[0];
    if (!view || action?.type !== "plain_text_input") return;
    forms.seen(view);
    newest.set(view.id, body);
    last.set(view.id, body);
    const words = await wordsOf(body.user.id as SlackUserId, needs);
    if (newest.get(view.id) !== body) return;
    newest.delete(view.id);
    const text = restoreTyped(action.value ?? "", needs);
    await forms.put(view.id, livePlaces.draft, { blocks: draftLines(text, words) });
    if (last.get(view.id) !== body) return;
    last.delete(view.id);
    const subject = unfinishedSubject(view);
    if (!subject) return;
    const form = formOnce(view.id);
    const once = subject === ownWords ? writtenIn(form) : form;
    await keepUnfinished({ presser: presserOf(body as Payload), once, subject, text }, needs);
  };
}

/** Whose text it is that waits should she close the form; null for a form of the team. */
function unfinishedSubject({
  callback_id: form,
  private_metadata: metadata,
}: Pick<NonNullable<Typing["body"]["view"]>, "callback_id" | "private_metadata">):
  | Unfinished["subject"]
  | null {
  if (form === "own_post") return ownWords;
  return form === "rewrite" ? (readOrigin(metadata, "rewrite")?.key.suggestionId ?? null) : null;
}
