import { isAscii, isUtf8 } from "node:buffer";
import { Parser } from "htmlparser2";

/** How far into a page its own word on its charset is looked for, in bytes: some put it behind their scripts. */
const META_WITHIN = 64 * 1024;
/** Open elements at which the looking ends. */
const DEEPEST = 64;

const SINGLE_BYTE = /^(windows|iso-8859)-\d+$/;

/**
 * A page's charset, as the Encoding Standard names it: by its byte order mark, else the header, else its own word, else
 * UTF-8 when it is valid UTF-8, else windows-1252. Where the bytes gainsay what is said of them, the bytes are believed.
 */
export function pageCharset(bytes: Buffer, contentType: string): string {
  const marked = fromMark(bytes);
  if (marked !== null) return marked;
  const header = known(inContentType(contentType));
  const said = header ?? fromMeta(bytes);
  if (said === null) return isWhollyUtf8(bytes) ? "utf-8" : "windows-1252";
  // Letters of one byte each do not fall into valid UTF-8 by chance: such a page only says what its server was set to.
  if (SINGLE_BYTE.test(said) && !isAscii(bytes) && isWhollyUtf8(bytes)) return "utf-8";
  if (said !== "utf-8" || isWhollyUtf8(bytes) || holdsSomeUtf8(bytes)) return said;
  const own = header === null ? null : fromMeta(bytes);
  return own === null || own === "utf-8" ? "windows-1252" : own;
}

function fromMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // No mark, but markup in letters of two bytes: `<` and another of ASCII.
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] !== 0) return "utf-16be";
  return null;
}

/** What the page says: the XML declaration, `<meta charset>`, or `<meta http-equiv content>`; not what stands in a comment, a script or a description. */
function fromMeta(bytes: Buffer): string | null {
  const start = bytes.toString("latin1", 0, META_WITHIN);
  const declared = known(/^\s*<\?xml\b[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]);
  if (declared !== null && !declared.startsWith("utf-16")) return declared;
  let found: string | null = null;
  let meta = new Map<string, string>();
  let depth = 0;
  const parser = new Parser({
    onopentagname() {
      meta = new Map();
      depth += 1;
      if (depth > DEEPEST) parser.pause();
    },
    onattribute(name, value) {
      if (["charset", "http-equiv", "content"].includes(name) && !meta.has(name)) meta.set(name, value);
    },
    onclosetag(name) {
      depth -= 1;
      if (name !== "meta" || found !== null) return;
      const isType = meta.get("http-equiv")?.trim().toLowerCase() === "content-type";
      found = known(meta.get("charset")) ?? (isType ? known(inContentType(`;${meta.get("content")}`)) : null);
      if (found !== null) parser.pause();
    },
  });
  parser.write(start);
  // A page that could be read as ASCII so far cannot be UTF-16, whatever it says.
  return found !== null && (found as string).startsWith("utf-16") ? "utf-8" : found;
}

function inContentType(contentType: string): string | undefined {
  return /[;\s]charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1];
}

/** The charset's canonical name by the Encoding Standard («latin1» is windows-1252); null for a label that is none. */
function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Valid UTF-8, but for a letter the limit may have cut in two. */
function isWhollyUtf8(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
}

/** Whether any letter beyond ASCII is written in UTF-8: a page of UTF-8 with broken places, not a page of something else. */
function holdsSomeUtf8(bytes: Buffer): boolean {
  return /[\u00c2-\u00df][\u0080-\u00bf](?![\u0080-\u00bf])|[\u00e1-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/.test(
    bytes.toString("latin1"),
  );
}
