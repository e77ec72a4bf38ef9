import type { InputBlock, KnownBlock, ModalView, PlainTextElement } from "@slack/types";
import { longestPost, weigh } from "../../core/text-weight.js";
import type { Words } from "../../i18n/words.js";
import { context } from "./block-parts.js";

/** Every input answers to `block_id` by its name and `action_id` «value» (CONTRACT «Modals»). */
export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: true };
}

/** A form with its submit button. @param metadata ids and digests only (CONTRACT «Modals»). */
export function form(
  callbackId: string,
  say: { readonly title: string; readonly submit: string },
  words: Words,
  blocks: KnownBlock[],
  metadata = "",
): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: metadata,
    title: plain(say.title),
    submit: plain(say.submit),
    close: plain(words.forms.cancel),
    blocks,
  };
}

/** Slack's own limit for a text field that has a limit. */
export const mostInField = 3000;

type TextInput = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly optional?: boolean;
  readonly most: number;
  /** Tells the app at every character, for the live count. */
  readonly counted?: boolean;
};

export function textInput({ name, label, hint, initial, optional, most, counted }: TextInput): InputBlock {
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    ...(hint ? { hint: plain(hint) } : {}),
    optional: optional ?? false,
    ...(counted ? { dispatch_action: true } : {}),
    element: {
      type: "plain_text_input",
      action_id: "value",
      multiline: true,
      max_length: most,
      ...(initial ? { initial_value: initial } : {}),
      ...(counted
        ? { dispatch_action_config: { trigger_actions_on: ["on_character_entered" as const] } }
        : {}),
    },
  };
}

/** The weighted count under a draft. Its block id changes with the count, or Slack keeps the old one. */
export function countLine(text: string, { forms: say }: Words): KnownBlock {
  const { documented, tooLongToCount } = weigh(text);
  const over = documented - longestPost;
  const line =
    over > 0 || tooLongToCount
      ? say.countOver(documented, longestPost, over)
      : say.count(documented, longestPost);
  return { ...context(line), block_id: `count_${documented}` };
}
