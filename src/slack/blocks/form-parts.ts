import { createHash } from "node:crypto";
import type { InputBlock, KnownBlock, ModalView, PlainTextElement } from "@slack/types";
import { longestPost, weigh } from "../../core/text-weight.js";
import type { Words } from "../../i18n/words.js";
import { context } from "./block-parts.js";
import { hiddenLines } from "./hidden-lines.js";
import { cut } from "./mrkdwn.js";

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

type SelectInput = {
  readonly name: string;
  readonly label: string;
  /** What stands there while nothing is chosen; without it something always is. */
  readonly none?: string;
  /** Values of 75 characters at most. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly initial: string | null;
};

export function selectInput({ name, label, none, options, initial }: SelectInput): InputBlock {
  const offered = options.map(({ value, text }) => ({ text: plain(cut(text, 75)), value }));
  const chosen = offered.find(({ value }) => value === initial);
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    optional: none !== undefined,
    element: {
      type: "static_select",
      action_id: "value",
      options: offered,
      ...(none === undefined ? {} : { placeholder: plain(none) }),
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
}

/** The blocks of a form that are drawn anew while somebody types: all ids of a place begin with its name. */
export const livePlaces = { draft: "count", article: "article" } as const;

/** A place keeps its blocks only as long as they say the same: Slack holds on to what has the same id. */
export function placed(place: string, blocks: readonly KnownBlock[]): KnownBlock[] {
  const digest = createHash("sha256").update(JSON.stringify(blocks)).digest("base64url").slice(0, 16);
  return blocks.map((block, at) => ({ ...block, block_id: `${place}_${digest}_${at}` }));
}

/** Under a draft: its weighted count, and what hides in it. */
export function draftLines(text: string, words: Words): KnownBlock[] {
  return placed(livePlaces.draft, [countLine(text, words), ...hiddenLines(text, words)]);
}

function countLine(text: string, { forms: say }: Words): KnownBlock {
  const { documented, tooLongToCount } = weigh(text);
  const over = documented - longestPost;
  const line =
    over > 0 || tooLongToCount
      ? say.countOver(documented, longestPost, over)
      : say.count(documented, longestPost);
  return context(line);
}
