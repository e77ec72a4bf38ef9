import type { KnownBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import { seenByTeam } from "../../core/seen-by-team.js";
import { longestNote } from "../../core/suggest-text.js";
import type { Words } from "../../i18n/words.js";
import { contextWith, section } from "./block-parts.js";
import { textInput } from "./form-parts.js";
import { cut, escapeMrkdwn } from "./mrkdwn.js";
import { sayHours } from "./say-hours.js";

/** What she wants to speak about, how and when, for whoever suggests: nothing else that she answered. Her words stay plain. */
export function herWishes(desk: Pick<Desk, "profile" | "settings">, words: Words): KnownBlock[] {
  const { team: say } = words.profile;
  const seen = seenByTeam(desk);
  if (!seen) return [];
  const lines = [
    ...(seen.subjects.length > 0 ? [`${say.wants} ${seen.subjects.join(", ")}`] : []),
    ...(seen.notSubjects.length > 0 ? [`${say.wantsNot} ${seen.notSubjects.join(", ")}`] : []),
    ...(seen.tone === "" ? [] : [`${say.tone} ${seen.tone}`]),
    ...(seen.hours === null ? [] : [`${say.hours} ${sayHours(seen.hours, words)}`]),
  ];
  return lines.length > 0 ? [contextWith(say.lead, lines)] : [];
}

/** Said before anything is sent: she does not want this subject, and what to do. */
export function reasonAsked(subject: string, { profile: say }: Words): KnownBlock[] {
  const input = textInput({
    name: "reason",
    label: say.reason,
    hint: say.reasonHint,
    optional: true,
    most: longestNote,
  });
  return [section(say.refused(escapeMrkdwn(cut(subject, 75)))), input];
}
