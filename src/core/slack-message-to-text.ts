import { restoreText } from "./restore-text.js";
import { unescapeSlack } from "./suggest-text.js";

export type SlackNames = {
  readonly emojiByName: ReadonlyMap<string, string>;
  /** What people are called, by their ids: as it was seen after the `@`. */
  readonly people: ReadonlyMap<string, string>;
};

/**
 * A message as its writer saw it, from the text that Slack hands over: emoji by name, `& < >` as entities, links,
 * people and places in angle brackets. A link that stood behind other words is written after them: nothing is lost. Stars and
 * underscores stay: what Slack made bold cannot be told from what was typed. Source: Slack, «Formatting text for app surfaces».
 */
export function slackMessageToText(raw: string, names: SlackNames): string {
  return raw
    .split(/<([^<>]*)>/)
    .map((piece, at) => (at % 2 === 0 ? restoreText(piece, names.emojiByName).text : said(piece, names)))
    .join("");
}

/** Whom a message names by id alone, each once. */
export function namedIn(raw: string): readonly string[] {
  return [...new Set([...raw.matchAll(/<@([UW][A-Z0-9]+)>/g)].map(([, id = ""]) => id))];
}

function said(mark: string, { people }: SlackNames): string {
  const bar = mark.indexOf("|");
  const target = unescapeSlack(bar < 0 ? mark : mark.slice(0, bar));
  const label = bar < 0 ? "" : unescapeSlack(mark.slice(bar + 1));
  const id = target.slice(1);
  switch (target[0]) {
    case "@":
      return `@${label.replace(/^@/, "") || people.get(id) || id}`;
    case "#":
      return `#${label.replace(/^#/, "") || id}`;
    case "!":
      return label || `@${id.replace(/^subteam\^/, "")}`;
    default:
      return linked(target, label);
  }
}

function linked(target: string, label: string): string {
  const [, scheme, address = ""] = /^(https?:\/\/|mailto:|tel:)([\s\S]+)$/i.exec(target) ?? [];
  // No mark of Slack's own: as it stands.
  if (scheme === undefined) return label === "" ? `<${target}>` : `<${target}|${label}>`;
  const written = /^http/i.test(scheme) ? target : address;
  if (label === "" || label === target || label === address) return label || written;
  return `${label} ${written}`;
}
