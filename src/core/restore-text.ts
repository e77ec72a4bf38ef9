/** A text as it was typed, as far as that can be known. */
export type RestoredText = {
  readonly text: string;
  /** She may have seen another text than what was handed over: it was restored, or a link in it holds an emoji's name. */
  readonly changed: boolean;
  /** Names of emoji that only the workspace has: X cannot show them. Left in the text as `:name:`. */
  readonly unknown: readonly string[];
};

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * Undoes what Slack may do to typed text: emoji handed back as `:name:` or `:name::skin-tone-3:`, and `&`, `<`, `>` as
 * entities. One pass: what comes out is not read again. Clock times, and names inside links, stay; whether such a name was
 * an emoji nobody can tell.
 */
export function restoreText(raw: string, emojiByName: ReadonlyMap<string, string>): RestoredText {
  const unknown = new Set<string>();
  const named = restoreOutsideLinks(raw, emojiByName, unknown);
  const text = named.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
  const changed = text !== raw || namesEmojiInLink(raw, emojiByName);
  return { text, changed, unknown: [...unknown] };
}

/** The emoji alone, where the entities have been undone already: undone twice, a typed `&lt;` would be lost. */
export function restoreEmojiNames(text: string, emojiByName: ReadonlyMap<string, string>): string {
  return restoreOutsideLinks(text, emojiByName, new Set());
}

function restoreOutsideLinks(
  text: string,
  emojiByName: ReadonlyMap<string, string>,
  unknown: Set<string>,
): string {
  return linksApart(text)
    .map((piece, at) => (at % 2 === 1 ? piece : restoreEmoji(piece, emojiByName, unknown)))
    .join("");
}

function namesEmojiInLink(text: string, emojiByName: ReadonlyMap<string, string>): boolean {
  const links = linksApart(text).filter((_, at) => at % 2 === 1);
  return links.some((link) => restoreEmoji(link, emojiByName, new Set()) !== link);
}

/** Texts and links in turn, beginning with a text. */
function linksApart(text: string): string[] {
  return text.split(/(https?:\/\/\S+)/i);
}

function restoreEmoji(text: string, emojiByName: ReadonlyMap<string, string>, unknown: Set<string>): string {
  const shortcode = /:([\p{Ll}\p{Lo}\p{M}\p{N}_+'-]{1,100})(::skin-tone-[2-6](?:-[2-6])?)?:/gu;
  let result = "";
  let end = 0;
  for (let match = shortcode.exec(text); match; match = shortcode.exec(text)) {
    const name = match[1] ?? "";
    const toned = emojiByName.get(name + (match[2] ?? ""));
    const plain = emojiByName.get(name);
    const length = toned ? match[0].length : name.length + 2;
    const emoji = toned ?? plain;
    if (emoji && !isClock(text, match.index, name)) {
      result += text.slice(end, match.index) + emoji;
      end = match.index + length;
      shortcode.lastIndex = end;
    } else {
      if (!emoji && /\p{L}/u.test(name)) unknown.add(name);
      // The closing colon may open the next name.
      shortcode.lastIndex = match.index + name.length + 1;
    }
  }
  return result + text.slice(end);
}

/** `1:100:2` is a time or a score, though `100` names an emoji. */
function isClock(text: string, index: number, name: string): boolean {
  const [before, after] = [text[index - 1] ?? "", text[index + name.length + 2] ?? ""];
  return [name, before, after].every((part) => /^\d+$/.test(part));
}
