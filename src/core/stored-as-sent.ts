/**
 * Whether the text X says it stored is the one that was sent. In its answer to a create X writes every link as
 * t.co and spells out `&`, `<` and `>`; it may fold white space. Any other difference is another text.
 */
export function storedAsSent(sent: string, stored: string): boolean {
  const plain = folded(asRead(stored));
  const wanted = folded(sent);
  if (plain === wanted) return true;
  const pieces = plain.split(/https?:\/\/t\.co\/\w+/g);
  return pieces.length > 1 && leadsThrough(wanted, pieces);
}

/** What X says it stored, as a reader of X sees it: without `&`, `<` and `>` spelled out. */
export function asRead(stored: string): string {
  return stored.replace(/&(amp|lt|gt);/g, (entity) => unescaped[entity] ?? entity);
}

/** Between two pieces of ours stands a link: no white space, and a dot in it. Each piece is tried at every place once. */
function leadsThrough(text: string, [first = "", ...rest]: readonly string[]): boolean {
  if (text.length > mostUnits || !text.startsWith(first)) return false;
  let ends = new Set([first.length]);
  for (const piece of rest) ends = endsAfter(ends, piece, text);
  return ends.has(text.length);
}

/** Where this piece can end, when a link that begins at one of these places stands before it. */
function endsAfter(begins: ReadonlySet<number>, piece: string, text: string): Set<number> {
  const ends = new Set<number>();
  let begun: number | null = null;
  let dotted = false;
  for (let at = 0; at <= text.length; at++) {
    if (dotted && text.startsWith(piece, at)) ends.add(at + piece.length);
    if (text[at] === " ") {
      begun = null;
      dotted = false;
    } else {
      // The longest link before a place has every dot that a shorter one has.
      if (begins.has(at)) begun ??= at;
      if (text[at] === "." && begun !== null) dotted = true;
    }
  }
  return ends;
}

// X's own texts end at 25,000; a comparison of more is not worth its time.
const mostUnits = 25_000;

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

const unescaped: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
