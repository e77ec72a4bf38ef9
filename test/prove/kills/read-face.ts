import { postRefusals } from "../../../src/core/suggestion.js";
import { fr } from "../../../src/i18n/fr.js";
import type { SeenMessage } from "../../../src/sandbox/slack/hands.js";
import { PROFILE } from "../../story/people.js";
import { buttonValue, liveButtons, postShown, said } from "../../story/read-screen.js";
import type { Face } from "./evidence.js";

const marked: readonly [button: string, kind: Face["kind"]][] = [
  ["approve", "offered"],
  ["cancel", "waiting"],
  ["it_appeared", "asking"],
  ["take_back", "declined"],
];

/** What a card of hers says, by its buttons first and its words where it has none. */
export function readFace(message: SeenMessage, at: number): Face {
  const buttons = liveButtons(message);
  const words = said(message);
  const xPost = words.match(/\/status\/(\d+)/)?.[1] ?? null;
  const kind = marked.find(([button]) => buttons.includes(button))?.[1] ?? withoutButtons(words, xPost);
  return {
    kind,
    text: postShown(message),
    value: kind === "offered" ? buttonValue(message, "approve") : null,
    setback: kind === "offered" ? setbackIn(words) : null,
    xPost: kind === "posted" ? xPost : null,
    ts: message.ts,
    at,
  };
}

function withoutButtons(words: string, xPost: string | null): Face["kind"] {
  if (xPost !== null || words.includes(fr.card.postedUnseen(PROFILE))) return "posted";
  if (words.includes(fr.card.posting)) return "posting";
  return words.includes(fr.card.looking) ? "looking" : "something else";
}

/** What no kill can bring about, such as an old copy of the database, is no reason here: it counts as none. */
function setbackIn(words: string): Face["setback"] {
  const { absent, cancelled, missed, lapsed, refused } = fr.card.setback;
  if (words.includes(absent)) return "absent";
  const others = [cancelled, missed, lapsed, ...postRefusals.map(refused)];
  return others.some((line) => words.includes(line)) ? "other" : null;
}
