import type { DeliveryKey, SlackUserId } from "../core/ids.js";
import { longestSubject, mostSubjects, type ReadSubjects, readSubjects } from "../core/subjects.js";
import { keepSubjects } from "../flows/keep-subjects.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { context, verbatim } from "./blocks/block-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { type PrivateAnswer, privately } from "./private-answer.js";

type Asked = {
  readonly by: SlackUserId;
  /** Emoji restored; empty asks for the list. */
  readonly list: string;
  readonly typed: { readonly label: string; readonly text: string };
  readonly delivery: DeliveryKey;
};

/** `/suggest subjects`: tells the list of what suggestions can be about, or replaces it. */
export async function subjectsCommand(
  { by, list, typed, delivery }: Asked,
  words: Words,
  needs: Pick<BotNeeds, "store" | "now">,
): Promise<PrivateAnswer> {
  const say = words.suggesting.subjects;
  if (list.trim() === "") {
    const { subjects } = await needDesk(needs.store);
    if (subjects.length === 0) return privately(`${say.none} ${say.usage}`);
    return listed(say.now, subjects, words);
  }
  const read = readSubjects(list);
  if (read.kind === "bad") return privately(`${sayBad(read, words)} ${say.usage}`, typed);
  await keepSubjects({ by, subjects: read.subjects, delivery }, needs);
  if (read.subjects.length === 0) return privately(say.emptied);
  return listed(say.kept, read.subjects, words);
}

/** Names stay as they were typed, whatever they look like. */
function listed(lead: string, subjects: readonly string[], words: Words): PrivateAnswer {
  const answer = privately(lead);
  const { usage } = words.suggesting.subjects;
  return { ...answer, blocks: [...answer.blocks, ...verbatim(subjects.join("\n")), context(usage)] };
}

function sayBad(bad: Extract<ReadSubjects, { kind: "bad" }>, words: Words): string {
  const say = words.suggesting.subjects;
  switch (bad.why) {
    case "none_in_it":
      return say.empty;
    case "too_many":
      return say.tooMany(bad.count, mostSubjects);
    case "too_long":
      return say.tooLong(longestSubject);
    default:
      return bad satisfies never;
  }
}
