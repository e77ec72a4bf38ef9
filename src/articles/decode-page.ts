import iconv from "iconv-lite";

/** How far into a page its own word on its charset is looked for, in bytes. */
const META_WITHIN = 4_096;

/** Decodes a page by its byte order mark, else the header, else its meta element, else UTF-8 when it is valid UTF-8, else windows-1252. */
export function decodePage(bytes: Buffer, contentType: string): string {
  const charset = fromMark(bytes) ?? known(inContentType(contentType)) ?? fromMeta(bytes) ?? guess(bytes);
  // The runtime's own decoder of windows-1252 and its kin is wrong in Node 20 (nodejs/node#56542).
  if (/^(windows|iso-8859)-\d+$/.test(charset) && iconv.encodingExists(charset))
    return iconv.decode(bytes, charset);
  return new TextDecoder(charset).decode(bytes);
}

function fromMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function fromMeta(bytes: Buffer): string | null {
  const start = bytes.toString("latin1", 0, META_WITHIN);
  for (const [meta] of start.matchAll(/<meta\b[^>]*>/gi)) {
    const charset = known(/\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(meta)?.[1]);
    // A page that could be read as ASCII so far cannot be UTF-16, whatever it says.
    if (charset !== null) return charset.startsWith("utf-16") ? "utf-8" : charset;
  }
  return null;
}

function inContentType(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1];
}

/** The charset's canonical name by the Encoding Standard («latin1» is windows-1252); null for a label that is none. */
function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function guess(bytes: Buffer): string {
  try {
    // As a stream: a page cut in the middle of a letter is still UTF-8.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
