import { Parser } from "htmlparser2";
import { plainText } from "./plain-text.js";

/** What templates write where they had nothing to say. */
const NOTHING =
  /^(undefined|null|nan|none|false|true|\[object object\]|(\{\{|<%|\$\{|%%).*(\}\}|%>|\}|%%))$/i;

/** One text of a page as a person reads it: plain, its doubled entities undone; empty for what a template left unsaid. */
export function saidText(raw: string): string {
  const text = plainText(withoutDoubled(raw));
  return NOTHING.test(text) ? "" : text;
}

/** Many systems escape twice: «L&amp;#8217;été». What would open markup stays as it is: it may be what the title is about. */
function withoutDoubled(text: string): string {
  if (!/&(#\d{2,7}|#x[\da-f]{2,6}|[a-z]\w{1,30});/i.test(text)) return text;
  const kept = text.replace(/&(lt|gt|#0*6[02]|#x0*3[ce]);|</gi, (found) =>
    found === "<" ? "&lt;" : `&amp;${found.slice(1)}`,
  );
  let plain = "";
  const parser = new Parser({ ontext: (piece) => (plain += piece) });
  parser.end(kept);
  return plain;
}
