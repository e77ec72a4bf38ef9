import type { AnyBlock, KnownBlock } from "@slack/types";
import { withoutHidden } from "../core/show-hidden.js";
import { longestLink, longestNote, readSuggestText } from "../core/suggest-text.js";
import { type Urgency, urgencies } from "../core/suggestion.js";
import { textProblem } from "../core/text-problem.js";
import { weigh } from "../core/text-weight.js";
import type { Words } from "../i18n/words.js";
import { livePlaces } from "./blocks/form-parts.js";
import type { SuggestFields } from "./blocks/suggest-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { fieldChoice, fieldText } from "./field-text.js";
import { restoreTyped } from "./restore-typed.js";
import { textProblemLine } from "./text-problem-line.js";

type View = Parameters<typeof fieldText>[0] & { readonly blocks?: readonly AnyBlock[] };

/** What was handed in, as the person saw it; words that are only read lose what hides in them, and `left` counts it. */
export type HandedIn = {
  readonly fields: SuggestFields;
  /** Why a subject she does not want is suggested all the same; empty where nobody was asked. */
  readonly reason: string;
  /** What the form shows of the article. */
  readonly preview: readonly KnownBlock[];
  readonly left: number;
};

export function readFields(view: View, needs: BotNeeds): HandedIn {
  const plainly = (name: string) => withoutHidden(restoreTyped(fieldText(view, name), needs).trim());
  const [note, reproach, reason] = [plainly("note"), plainly("reproach"), plainly("reason")];
  return {
    reason: reason.text.trim(),
    preview: (view.blocks ?? []).filter(isPreview),
    left: note.left + reproach.left + reason.left,
    fields: {
      link: fieldText(view, "url").trim(),
      note: note.text.trim(),
      reproach: reproach.text.trim(),
      subject: fieldChoice(view, "subject"),
      urgency: urgencyNamed(fieldChoice(view, "urgency")),
      draft: restoreTyped(fieldText(view, "draft"), needs),
    },
  };
}

function isPreview(block: AnyBlock): block is KnownBlock {
  return block.block_id?.startsWith(`${livePlaces.article}_`) ?? false;
}

function urgencyNamed(value: string | null): Urgency {
  return urgencies.find((each) => each === value) ?? "any_time";
}

export type FieldErrors = Readonly<Record<string, string>>;

/** What is wrong in the field of the link, by its name; empty when nothing is. */
export function linkErrors({ link }: SuggestFields, words: Words): FieldErrors {
  const say = words.suggesting.fields;
  if (link.length > longestLink) return { url: words.answers.linkTooLong };
  const read = readSuggestText(link);
  if (read.kind === "bad" && read.why === "two_links") return { url: say.twoLinks };
  return read.kind === "suggest" && read.note === "" ? {} : { url: say.link };
}

/** What is wrong in the other fields. Hidden characters of a draft are no error: she decides about them. */
export function wordErrors(
  { note, reproach, subject, draft }: SuggestFields,
  subjects: readonly string[],
  words: Words,
): FieldErrors {
  const say = words.suggesting.fields;
  const tooLong = (text: string) =>
    text.length > longestNote ? say.tooLong(text.length, longestNote) : null;
  const errors = {
    note: tooLong(note),
    reproach: tooLong(reproach),
    subject: subject === null || subjects.includes(subject) ? null : say.noSubject,
    draft: draftError(draft, words),
  };
  return Object.fromEntries(
    Object.entries(errors).filter((each): each is [string, string] => each[1] !== null),
  );
}

function draftError(draft: string, words: Words): string | null {
  if (draft === "") return null;
  const problem = textProblem(draft);
  if (problem === "empty") return words.suggesting.fields.onlySpaces;
  return problem === "too_long" ? textProblemLine(problem, weigh(draft).documented, words) : null;
}

/** Everything that was typed, to be given back. */
export function typedIn({ link, note, reproach, draft }: SuggestFields, words: Words, reason = "") {
  const text = [link, note, reason, reproach, draft].filter((each) => each !== "").join("\n");
  return { label: words.answers.youTyped, text };
}

/** What the answer adds about what hides in the words. */
export function remarksOn({ fields, left }: HandedIn, words: Words): string[] {
  const say = words.suggesting.hidden;
  const problem = fields.draft === "" ? null : textProblem(fields.draft);
  const inDraft = problem === "hidden_characters" || problem === "look_alikes";
  return [...(inDraft ? [say.inDraft] : []), ...(left > 0 ? [say.left(left)] : [])];
}
