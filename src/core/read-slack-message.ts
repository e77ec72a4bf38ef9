import { linkIn, unescapeSlack } from "./suggest-text.js";

/** What the form takes over from a colleague's message: a link (empty: there is none) and the words around it. */
export type FromMessage = { readonly link: string; readonly note: string };

/** A message as Slack hands it over. An unfurled link stands in the attachments, sometimes there alone. */
export type SlackMessage = {
  readonly text?: string | undefined;
  readonly attachments?: readonly {
    readonly from_url?: string;
    readonly original_url?: string;
    readonly title_link?: string;
  }[];
  readonly blocks?: unknown;
};

/** Reads the first link of a message and its words as they were seen: names and labels in the place of Slack's marks. */
export function readSlackMessage({ text = "", attachments = [], blocks }: SlackMessage): FromMessage {
  const links: string[] = [];
  const seen = text.replace(/<([^<>]*)>/g, (_, mark: string) => sayMark(mark, links));
  const found = links.length === 0 ? /https?:\/\/[^\s<>|]+/i.exec(seen)?.[0] : undefined;
  const bare = found && (linkIn(found) ?? found);
  const attached = attachments.map((one) => one.original_url ?? one.from_url ?? one.title_link);
  const link =
    links[0] ?? bare ?? attached.find((address) => address !== undefined) ?? linkInBlocks(blocks) ?? "";
  const words = unescapeSlack(bare === undefined ? seen : seen.replace(bare, () => ""))
    .replace(/[^\S\n]+/g, " ")
    .trim();
  return { link: unescapeSlack(link), note: words };
}

/** The first link becomes the form's own; of the others, and of people and places, the words that stood there. */
function sayMark(mark: string, links: string[]): string {
  const [target = "", label] = mark.split("|", 2);
  if (/^https?:\/\//i.test(target)) {
    links.push(target);
    const named = label !== undefined && !target.includes(label) ? label : "";
    return links.length === 1 ? named : named || target;
  }
  if (target.startsWith("!")) return label ?? (/^![a-z]+$/.test(target) ? `@${target.slice(1)}` : "");
  if (/^[@#]/.test(target)) return label ? `${target[0]}${label.replace(/^[@#]/, "")}` : "";
  return label ?? target;
}

/** Messages of apps may have no text: the first link of rich text in their blocks. */
function linkInBlocks(blocks: unknown, depth = 0): string | null {
  if (typeof blocks !== "object" || blocks === null || depth > 8) return null;
  const { type, url } = blocks as { readonly type?: unknown; readonly url?: unknown };
  if (type === "link" && typeof url === "string" && /^https?:\/\//i.test(url)) return url;
  for (const part of Object.values(blocks)) {
    const found = linkInBlocks(part, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
