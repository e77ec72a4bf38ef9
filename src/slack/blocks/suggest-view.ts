import type { InputBlock, KnownBlock, ModalView, RichTextBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import { longestNote } from "../../core/suggest-text.js";
import { type Suggestion, type Urgency, urgencies } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks } from "./article-blocks.js";
import { articlePreview } from "./article-preview.js";
import { section } from "./block-parts.js";
import { draftLines, form, mostInField, plain, selectInput, textInput } from "./form-parts.js";
import { herWishes, reasonAsked } from "./her-wishes.js";
import { cut } from "./mrkdwn.js";

/** What stands in the form: typed, taken from a message, or said before. */
export type SuggestFields = {
  readonly link: string;
  readonly note: string;
  readonly reproach: string;
  readonly subject: string | null;
  readonly urgency: Urgency;
  readonly draft: string;
};

export const blankFields: SuggestFields = {
  link: "",
  note: "",
  reproach: "",
  subject: null,
  urgency: "any_time",
  draft: "",
};

/** What handing the form in does. */
export type SuggestPurpose =
  | { readonly kind: "new" }
  /** `decided`: what became of it, in words of ours. */
  | { readonly kind: "insist"; readonly suggestion: Suggestion; readonly decided: string }
  | { readonly kind: "edit"; readonly suggestion: Suggestion };

export type SuggestDrawing = {
  readonly purpose: SuggestPurpose;
  readonly fields: SuggestFields;
  readonly desk: Pick<Desk, "homeZone" | "subjects" | "profile" | "settings">;
  /** The subject was said to be refused: a reason is asked for. */
  readonly refused?: boolean;
  /** What the form shows of the article already. */
  readonly preview?: readonly KnownBlock[];
  readonly words: Words;
};

/** The one form of a suggestion: to make it, to ask once more about a decided one, to edit one. */
export function suggestView({ purpose, fields, desk, words, refused, preview }: SuggestDrawing): ModalView {
  const { suggest } = words.forms;
  const { insist, edit } = words.suggesting;
  const rest = [...lesserInputs(fields, desk, words), ...draftInput(fields, words)];
  const wishes = [...herWishes(desk, words), ...(refused ? reasonAsked(fields.subject ?? "", words) : [])];
  switch (purpose.kind) {
    case "new": {
      const begins = { kind: fields.link === "" ? "empty" : "reading" } as const;
      return form("suggest", suggest, words, [
        ...wishes,
        linkInput(fields, words),
        ...(preview ?? articlePreview(begins, desk.homeZone, words).blocks),
        noteInput(fields, suggest, true),
        ...rest,
      ]);
    }
    case "insist": {
      const lead = [
        ...wishes,
        section(purpose.decided),
        ...articleShown(purpose.suggestion, desk.homeZone, words),
      ];
      const blocks = [...lead, noteInput(fields, insist, false), ...rest];
      return form("suggest", insist, words, blocks, writePurpose("insist", purpose.suggestion));
    }
    case "edit": {
      const lead = [...wishes, ...articleShown(purpose.suggestion, desk.homeZone, words)];
      const blocks = [...lead, noteInput(fields, suggest, true), ...rest];
      return form("suggest", edit, words, blocks, writePurpose("edit", purpose.suggestion));
    }
    default:
      return purpose satisfies never;
  }
}

function writePurpose(kind: SuggestPurpose["kind"], { id }: Suggestion): string {
  return `${kind} ${id}`;
}

/** It tells at every character, so that the article is read while it is typed. */
function linkInput({ link }: SuggestFields, { forms: { suggest: say } }: Words): InputBlock {
  return {
    type: "input",
    block_id: "url",
    label: plain(say.url),
    hint: plain(say.urlHint),
    dispatch_action: true,
    element: {
      type: "url_text_input",
      action_id: "value",
      focus_on_load: true,
      dispatch_action_config: { trigger_actions_on: ["on_character_entered", "on_enter_pressed"] },
      ...(link ? { initial_value: link.slice(0, mostInField) } : {}),
    },
  };
}

type NoteWords = { readonly note: string; readonly noteHint: string };

function noteInput({ note }: SuggestFields, say: NoteWords, optional: boolean): InputBlock {
  return textInput({
    name: "note",
    label: say.note,
    hint: say.noteHint,
    initial: cut(note, longestNote),
    optional,
    most: longestNote,
  });
}

function lesserInputs(
  { reproach, subject, urgency }: SuggestFields,
  { subjects }: SuggestDrawing["desk"],
  { forms: { suggest: say } }: Words,
): InputBlock[] {
  // A subject that is no longer on the list stays with what was suggested under it.
  const offered = subject === null || subjects.includes(subject) ? subjects : [...subjects, subject];
  return [
    textInput({
      name: "reproach",
      label: say.reproach,
      hint: say.reproachHint,
      initial: cut(reproach, longestNote),
      optional: true,
      most: longestNote,
    }),
    ...(offered.length === 0
      ? []
      : [
          selectInput({
            name: "subject",
            label: say.subject,
            none: say.noSubject,
            options: offered.map((each) => ({ value: each, text: each })),
            initial: subject,
          }),
        ]),
    selectInput({
      name: "urgency",
      label: say.urgency,
      options: urgencies.map((each) => ({ value: each, text: say.urgencies[each] })),
      initial: urgency,
    }),
  ];
}

function draftInput({ draft }: SuggestFields, words: Words): KnownBlock[] {
  const say = words.forms.suggest;
  const initial = draft.slice(0, mostInField);
  const input = textInput({
    name: "draft",
    label: say.draft,
    hint: say.draftHint,
    initial,
    optional: true,
    most: mostInField,
    counted: true,
  });
  return [input, ...draftLines(initial, words)];
}

/** The article that cannot be another one here: its title and source, and its link as it was given. */
function articleShown(suggestion: Suggestion, zone: string, words: Words): KnownBlock[] {
  const blocks = articleBlocks(suggestion, zone, words, "without_picture");
  return suggestion.article === null ? blocks : [...blocks, linkShown(suggestion.link)];
}

function linkShown(link: string): RichTextBlock {
  const element = { type: "link" as const, url: link, text: cut(link, 300) };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}
