import type { IncomingMessage } from "node:http";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * A page elsewhere can point its own name at 127.0.0.1 and talk to us through a visitor's browser (DNS rebinding), or
 * post here from its own origin. Both are told apart by Host and Origin, which a browser never lets a page forge.
 */
export function fromThisMachine(request: IncomingMessage): boolean {
  const host = request.headers.host;
  if (host === undefined || !isLoopback(`http://${host}`)) return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${host}`;
}

function isLoopback(address: string): boolean {
  try {
    return LOOPBACK.has(new URL(address).hostname);
  } catch {
    return false;
  }
}
