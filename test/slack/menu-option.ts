import type { SeenMessage } from "../../src/sandbox/slack/hands.js";

/** What the option of a message's menu carries that begins with this word; undefined where none is offered. */
export function menuOption(
  message: Pick<SeenMessage, "blocks"> | undefined,
  word: string,
): string | undefined {
  const options = JSON.stringify(message?.blocks ?? []).matchAll(/"value":"([^"]*)"/g);
  return [...options].map(([, value]) => value).find((value) => value?.split(" ")[0] === word);
}

/** The menu's option where the word has no button of its own. */
export function pressOf(message: Pick<SeenMessage, "blocks"> | undefined, word: string) {
  const button = JSON.stringify(message?.blocks ?? []).includes(`"action_id":"${word}"`);
  const option = button ? undefined : menuOption(message, word);
  return option === undefined ? { actionId: word } : { actionId: "more", option };
}
