/**
 * Whether the text X says it stored is the one that was sent. In its answer to a create X writes every link as
 * t.co and spells out `&`, `<` and `>`; it may fold white space. Any other difference is another text.
 */
export function storedAsSent(sent: string, stored: string): boolean {
  const plain = folded(stored.replace(/&(amp|lt|gt);/g, (entity) => unescaped[entity] ?? entity));
  const wanted = folded(sent);
  if (plain === wanted) return true;
  const pieces = plain.split(/https?:\/\/t\.co\/\w+/g);
  return pieces.length > 1 && leadsThrough(wanted, pieces);
}

/** Between two pieces of ours stands a link: something without white space, whole or not as X saw it. */
function leadsThrough(text: string, pieces: readonly string[]): boolean {
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\S+?");
  return text.length <= mostUnits && new RegExp(`^${pattern}$`, "u").test(text);
}

// X's own texts end at 25,000; a comparison of more is not worth its time.
const mostUnits = 25_000;

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

const unescaped: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
