import { pipeline, type Readable } from "node:stream";
import { constants, createBrotliDecompress, createUnzip } from "node:zlib";

/** What was read, at most `maxBytes` of it; `cut` when there was more. */
export type Body = { readonly bytes: Buffer; readonly cut: boolean };

/**
 * Reads and unpacks an answer's body, never holding more than `maxBytes` and one piece: what comes packed is counted
 * twice, as it arrives and as it swells. Null for an encoding not asked for (or several, as bombs have).
 * Rejects with the stream's error.
 */
export async function readBody(source: Readable, encoding: string, maxBytes: number): Promise<Body | null> {
  const unpack = unpacker(encoding);
  if (unpack === null) return null;
  // The last stream's errors are what the loop below throws; the callback is there because pipeline wants one.
  const packed = atMost(source, maxBytes, () => {
    cut = true;
  });
  const stream = unpack === "as_is" ? source : pipeline(packed, unpack, () => undefined);
  const pieces: Buffer[] = [];
  let size = 0;
  let cut = false;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > maxBytes) return { bytes: Buffer.concat(pieces).subarray(0, maxBytes), cut: true };
  }
  return { bytes: Buffer.concat(pieces), cut };
}

function unpacker(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return "as_is";
    case "gzip":
    case "x-gzip":
    case "deflate":
      // Servers that close a little early are common: what did arrive is enough.
      return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case "br":
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return null;
  }
}

/** Packed bytes that unpack to nothing would otherwise come for as long as time allows. */
async function* atMost(packed: Readable, maxBytes: number, onMore: () => void): AsyncGenerator<Buffer> {
  let left = maxBytes;
  for await (const piece of packed as AsyncIterable<Buffer>) {
    if (piece.length > left) return onMore();
    left -= piece.length;
    yield piece;
  }
}
