import type { Block, SeenMessage, SeenView } from "../../src/sandbox/slack/hands.js";
import { CAMILLE } from "./people.js";
import type { House } from "./start-house.js";

type At = "dm" | string;

export function conversation(house: House, user: string, at: At) {
  const found = house.slack.hands
    .look(user)
    .conversations.find(({ kind, id }) => (at === "dm" ? kind === "dm" : id === at));
  if (!found) throw new Error(`${user} sees no conversation ${at}`);
  return found;
}

/** The messages about the article at this link (not the lines in their threads), as this person sees them. */
export function messagesAbout(house: House, user: string, at: At, link: string): SeenMessage[] {
  return conversation(house, user, at).messages.filter(
    ({ blocks, threadTs }) =>
      threadTs === null && JSON.stringify(blocks).includes(`"url":${JSON.stringify(link)}`),
  );
}

export function messageAbout(house: House, user: string, at: At, link: string): SeenMessage | undefined {
  return messagesAbout(house, user, at, link)[0];
}

export function repliesTo(house: House, user: string, at: At, { ts }: SeenMessage): SeenMessage[] {
  return conversation(house, user, at).messages.filter(({ threadTs }) => threadTs === ts);
}

/** What the lines below the message about this article say, oldest first. */
export function linesBelow(house: House, user: string, at: At, link: string): string[] {
  const message = messageAbout(house, user, at, link);
  return message ? repliesTo(house, user, at, message).map(said) : [];
}

/** Waits for a message in this person's direct message, about no article, that says this. */
export function noticeTo(house: House, user: string, words: string): Promise<SeenMessage> {
  return house.until(`${user} is told «${words}»`, () =>
    conversation(house, user, "dm").messages.findLast(
      (message) => !message.ephemeral && (message.text.includes(words) || said(message).includes(words)),
    ),
  );
}

/** What only this person sees here, oldest first. */
export function privateAnswers(house: House, user: string, at: At): SeenMessage[] {
  return conversation(house, user, at).messages.filter(({ ephemeral }) => ephemeral);
}

/** The form on top of this person's screen. */
export function formOf(house: House, user: string): SeenView | undefined {
  return house.slack.hands.look(user).views.at(-1);
}

/** The buttons that still do something, by `action_id`; links lead away and decide nothing. */
export function liveButtons({ blocks }: Pick<SeenMessage, "blocks">): string[] {
  return elements(blocks).flatMap(({ action_id, url }) => (url === undefined ? [String(action_id)] : []));
}

/** A press on a button, or on the option of the menu that begins with its name. */
export function pressOn({ blocks }: Pick<SeenMessage, "blocks">, name: string) {
  const button = elements(blocks).some(({ action_id }) => action_id === name);
  const menus = elements(blocks).flatMap(({ options }) => (Array.isArray(options) ? options : []));
  const option = menus.map(({ value }) => String(value)).find((value) => value.split(" ")[0] === name);
  return button || option === undefined ? { actionId: name } : { actionId: "more", option };
}

/** What a button carries. */
export function buttonValue({ blocks }: Pick<SeenMessage, "blocks">, actionId: string): string {
  const button = elements(blocks).find(({ action_id }) => action_id === actionId);
  if (typeof button?.value !== "string") throw new Error(`no button ${actionId} with a value`);
  return button.value;
}

/** The post's text as a card shows it: the plain texts after the line that names the source. */
export function postShown(message: Pick<SeenMessage, "blocks">): string {
  return plainTexts(message).slice(1).join("");
}

/** Everything shown without markup, section by section. */
export function plainTexts({ blocks }: { blocks: readonly Block[] }): string[] {
  return blocks.flatMap(({ type, text }) => {
    const shown = text as { type: string; text: string } | undefined;
    return type === "section" && shown?.type === "plain_text" ? [shown.text] : [];
  });
}

/** Every word on a message or form, markup included. */
export function said({ blocks }: { blocks: readonly Block[] }): string {
  return texts(blocks).join("\n");
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "text" && typeof each === "string" ? [each] : texts(each),
  );
}

function elements(blocks: readonly Block[]): Record<string, unknown>[] {
  return blocks.flatMap(({ type, elements: inside }) =>
    type === "actions" ? (inside as Record<string, unknown>[]) : [],
  );
}

/** Her card for this link, with something to decide on. */
export function openCard(house: House, link: string): Promise<{ channel: string; card: SeenMessage }> {
  return house.until(`her card about ${link}`, () => {
    const card = messageAbout(house, CAMILLE, "dm", link);
    return (
      card &&
      liveButtons(card).includes("decline") && { channel: conversation(house, CAMILLE, "dm").id, card }
    );
  });
}

/** The posts created at X, and the requests that asked for one. */
export function creates(house: House) {
  return house.x.calls.filter(({ method, path }) => method === "POST" && path === "/2/tweets");
}

/** Waits for a private answer of these words; the newest one that says so. */
export function toldPrivately(
  house: House,
  user: string,
  at: At,
  words: string | RegExp,
): Promise<SeenMessage> {
  return house.until(`${user} is told «${words}»`, () =>
    privateAnswers(house, user, at).findLast(({ text }) =>
      typeof words === "string" ? text === words : words.test(text),
    ),
  );
}
