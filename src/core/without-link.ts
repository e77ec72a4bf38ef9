/** Signs that close a sentence or a bracket behind a link and are no part of it. */
const closing = "[.,;:!?…)\\]»\"'”’]*";

/** Whether a text carries this link as a link of its own, not as a piece of another. */
export function carriesLink(text: string, link: string): boolean {
  return link !== "" && occurrence(link).test(text);
}

/**
 * A text without this link, wherever it stands, and without the white space that its going would leave: of the space on
 * both of its sides that with more line breaks stays; none at the ends of the text and before a closing sign. All else
 * stays, character by character.
 */
export function withoutLink(text: string, link: string): string {
  if (link === "") return text;
  const linked = occurrence(link);
  for (let left = text; ; ) {
    const found = linked.exec(left);
    if (!found) return left;
    const before = left.slice(0, found.index);
    const after = left.slice(found.index + link.length);
    const [start, end] = [before.trimEnd(), after.trimStart()];
    const atAnEnd = start === "" || end === "";
    left = start + (atAnEnd ? "" : between(before.slice(start.length), spaceBefore(after, end))) + end;
  }
}

/** Where no space follows, a closing sign does: it goes to the word before. Where none goes before, a bracket opened. */
function between(before: string, after: string): string {
  if (before === "" || after === "") return "";
  return lineBreaks(after) > lineBreaks(before) ? after : before;
}

const spaceBefore = (whole: string, rest: string) => whole.slice(0, whole.length - rest.length);
const lineBreaks = (space: string) => space.split("\n").length;

function occurrence(link: string): RegExp {
  const literal = link.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}/=&?%#_-])${literal}(?=${closing}(?:\\s|$))`, "u");
}
