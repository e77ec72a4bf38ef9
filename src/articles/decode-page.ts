import { setImmediate as nextTurn } from "node:timers/promises";
import iconv from "iconv-lite";
import { pageCharset } from "./page-charset.js";

/** Decoded between two turns of the event loop, in bytes: broken text of some charsets takes a thousand times longer than sound text. */
const PIECE = 16 * 1024;

/** A page's text, by the charset it is written in. The event loop goes on between two pieces. */
export async function decodePage(bytes: Buffer, contentType: string): Promise<string> {
  const decoder = decoderOf(pageCharset(bytes, contentType));
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await nextTurn();
    text += decoder.write(bytes.subarray(at, at + PIECE));
  }
  return text + (decoder.end() ?? "");
}

type Decoder = { write(bytes: Buffer): string; end(): string | undefined };

function decoderOf(charset: string): Decoder {
  // The runtime's own decoder of windows-1252 and its kin is wrong in Node 20 (nodejs/node#56542).
  if (/^(windows|iso-8859)-\d+$/.test(charset) && iconv.encodingExists(charset))
    return iconv.getDecoder(charset);
  const decoder = new TextDecoder(charset);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}
