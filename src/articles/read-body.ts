import { pipeline, Readable } from "node:stream";
import { constants, createBrotliDecompress, createInflateRaw, createUnzip } from "node:zlib";

/** What is gathered at a time, in bytes. */
const ROOM = 64 * 1024;

/** What was read, at most `maxBytes` of it; `cut` when there was more. */
export type Body = { readonly bytes: Buffer; readonly cut: boolean };

/**
 * Reads and unpacks an answer's body, never holding more than `maxBytes` and one piece: what comes packed is counted
 * twice, as it arrives and as it swells. Null for an encoding not asked for (or several, as bombs have).
 * Rejects with the stream's error.
 */
export async function readBody(source: Readable, encoding: string, maxBytes: number): Promise<Body | null> {
  const packing = packingOf(encoding);
  if (packing === null) return null;
  if (packing === "none") return gather(source, maxBytes);
  let wasMore = false;
  const packed = atMost(source, maxBytes, () => {
    wasMore = true;
  });
  const start = await startOf(packed);
  if (start.length === 0) return { bytes: start, cut: wasMore };
  const whole = Readable.from(startingWith(start, packed), { objectMode: false });
  // The last stream's errors are what gathering throws; the callback is there because pipeline wants one.
  const body = await gather(
    pipeline(whole, unpackerOf(packing, start), () => undefined),
    maxBytes,
  );
  return { bytes: body.bytes, cut: body.cut || wasMore };
}

/** One buffer for all: a body that comes letter by letter is not a million small ones. */
async function gather(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Body> {
  const pieces: Buffer[] = [];
  let room = Buffer.alloc(0);
  let used = 0;
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (used + piece.length > room.length) {
      pieces.push(room.subarray(0, used));
      room = Buffer.allocUnsafe(Math.max(ROOM, piece.length));
      used = 0;
    }
    used += piece.copy(room, used);
    if (size > maxBytes) break;
  }
  const bytes = Buffer.concat([...pieces, room.subarray(0, used)]);
  return { bytes: bytes.subarray(0, maxBytes), cut: size > maxBytes };
}

type Packing = "gzip" | "deflate" | "br";

function packingOf(encoding: string): Packing | "none" | null {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return "none";
    case "gzip":
    case "x-gzip":
      return "gzip";
    case "deflate":
      return "deflate";
    case "br":
      return "br";
    default:
      return null;
  }
}

/** Servers that close a little early are common: what did arrive is enough. */
function unpackerOf(packing: Packing, start: Buffer) {
  const finishFlush = constants.Z_SYNC_FLUSH;
  if (packing === "br") return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  // «deflate» means zlib's wrapping; some servers leave the wrapping off, and browsers read that too.
  const wrapped = ((start[0] ?? 0) & 0x0f) === 8 && ((start[0] ?? 0) * 256 + (start[1] ?? 0)) % 31 === 0;
  return packing === "gzip" || wrapped ? createUnzip({ finishFlush }) : createInflateRaw({ finishFlush });
}

/** The first pieces: two bytes at least, where there are two. */
async function startOf(packed: AsyncGenerator<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const next = await packed.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
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
