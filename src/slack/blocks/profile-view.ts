import type { Button, InputBlock, ModalView } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import { challenges } from "../../core/profile.js";
import { isSameSubject } from "../../core/seen-by-team.js";
import type { CardLimits } from "../../core/when-seen.js";
import type { Words } from "../../i18n/words.js";
import { button, section } from "./block-parts.js";
import { form, plain, selectInput, textInput } from "./form-parts.js";
import { hoursInputs } from "./hours-inputs.js";
import { cut } from "./mrkdwn.js";

/** «How social can you be?», for her direct message and her Home. */
export function profileButton({ profile: say }: Words): Button {
  return button("profile", say.open, "open");
}

/** UTF-16 units. */
export const longestTone = 300;
export const longestAnswer = 1000;
/** A list of subjects as it is typed. */
export const longestList = 1600;

type Asked = Pick<Desk, "profile" | "settings" | "subjects">;

/** Her answers as they are, to be given or revised. */
export function profileView(desk: Asked, usual: Pick<CardLimits, "hours">, words: Words): ModalView {
  const { profile: say } = words;
  const now = desk.profile;
  const lists = [
    ...subjectInputs("wanted", [say.wanted, say.wantedWords], now?.subjects ?? [], desk, words),
    ...subjectInputs("not_wanted", [say.notWanted, say.notWantedWords], now?.notSubjects ?? [], desk, words),
  ];
  const text = (name: string, label: string, hint: string, initial: string, most: number) =>
    textInput({ name, label, hint, initial: cut(initial, most), optional: true, most });
  return form("profile", say, words, [
    section(say.lead),
    ...lists,
    text("tone", say.tone, say.toneHint, now?.tone ?? "", longestTone),
    ...hoursInputs(desk.settings.hours, usual.hours, words),
    text("never_answer", say.neverAnswer, say.neverAnswerHint, now?.neverAnswer ?? "", longestAnswer),
    selectInput({
      name: "challenge",
      label: say.challenge,
      none: say.challengeNone,
      options: challenges.map((each) => ({ value: each, text: say.challenges[each] })),
      initial: now?.challenge ?? null,
    }),
    text("reproach", say.reproach, say.reproachHint, now?.reproach ?? "", longestAnswer),
  ]);
}

/** The team's list to choose from, where there is one, and a field for every other subject. */
function subjectInputs(
  name: string,
  [label, otherLabel]: readonly [string, string],
  chosen: readonly string[],
  { subjects }: Asked,
  { profile: say }: Words,
): InputBlock[] {
  const isIn = (list: readonly string[], subject: string) =>
    list.some((each) => isSameSubject(each, subject));
  const others = chosen.filter((subject) => !isIn(subjects, subject));
  const typed = textInput({
    name: `${name}_words`,
    label: subjects.length > 0 ? otherLabel : label,
    hint: say.listHint,
    initial: cut(others.join(", "), longestList),
    optional: true,
    most: longestList,
  });
  if (subjects.length === 0) return [typed];
  const options = subjects.map((each) => ({ text: plain(cut(each, 75)), value: each }));
  const picked = options.filter(({ value }) => isIn(chosen, value));
  return [
    {
      type: "input",
      block_id: name,
      label: plain(label),
      optional: true,
      element: {
        type: "multi_static_select",
        action_id: "value",
        placeholder: plain(say.pick),
        options,
        ...(picked.length > 0 ? { initial_options: picked } : {}),
      },
    },
    typed,
  ];
}
