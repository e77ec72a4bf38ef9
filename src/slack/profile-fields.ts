import { challenges, type Profile } from "../core/profile.js";
import { isSameSubject } from "../core/seen-by-team.js";
import { withoutHidden } from "../core/show-hidden.js";
import { longestSubject, mostSubjects, readSubjects } from "../core/subjects.js";
import type { Words } from "../i18n/words.js";
import { longestAnswer, longestTone } from "./blocks/profile-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { fieldChoice, fieldChoices, fieldText } from "./field-text.js";
import { readHours } from "./hours-fields.js";
import { restoreTyped } from "./restore-typed.js";

type View = Parameters<typeof fieldText>[0];

export type ReadProfile =
  | {
      readonly kind: "read";
      readonly answers: Omit<Profile, "answeredAt">;
      readonly hours: string | null;
    }
  | { readonly kind: "wrong"; readonly errors: Readonly<Record<string, string>> };

/** Her answers as she saw them in the form, or what is wrong, by field. */
export function readProfile(view: View, words: Words, needs: Pick<BotNeeds, "emojiNames">): ReadProfile {
  const plainly = (name: string, most: number) =>
    withoutHidden(restoreTyped(fieldText(view, name), needs))
      .text.trim()
      .slice(0, most);
  const hours = readHours(view, words);
  const wanted = readList(view, "wanted", words, needs);
  const notWanted = readList(view, "not_wanted", words, needs);
  const errors = {
    ...(hours.kind === "wrong" ? hours.errors : {}),
    ...wanted.errors,
    ...notWanted.errors,
    ...bothWays(wanted.subjects, notWanted.subjects, words),
  };
  if (Object.keys(errors).length > 0 || hours.kind === "wrong") return { kind: "wrong", errors };
  const answers = {
    subjects: wanted.subjects,
    notSubjects: notWanted.subjects,
    tone: plainly("tone", longestTone),
    neverAnswer: plainly("never_answer", longestAnswer),
    challenge: challenges.find((each) => each === fieldChoice(view, "challenge")) ?? null,
    reproach: plainly("reproach", longestAnswer),
  };
  return { kind: "read", answers, hours: hours.hours };
}

type List = { readonly subjects: readonly string[]; readonly errors: Readonly<Record<string, string>> };

/** What was picked from the team's list and what was typed beside it, each once. */
function readList(
  view: View,
  name: string,
  { profile: say }: Words,
  needs: Pick<BotNeeds, "emojiNames">,
): List {
  const typed = restoreTyped(fieldText(view, `${name}_words`), needs);
  const all = [...fieldChoices(view, name), typed].join("\n");
  const read = readSubjects(all);
  if (read.kind === "subjects") return { subjects: read.subjects, errors: {} };
  const why = {
    none_in_it: null,
    too_many: say.tooMany(mostSubjects),
    too_long: say.tooLong(longestSubject),
  }[read.why];
  return { subjects: [], errors: why === null ? {} : { [`${name}_words`]: why } };
}

function bothWays(wanted: readonly string[], notWanted: readonly string[], { profile: say }: Words) {
  const both = notWanted.find((each) => wanted.some((other) => isSameSubject(each, other)));
  return both === undefined ? {} : { not_wanted_words: say.bothWays(both) };
}
