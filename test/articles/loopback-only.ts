import net from "node:net";
import tls from "node:tls";
import { vi } from "vitest";
import { isLoopbackAddress } from "../../src/articles/safe-address.js";

/**
 * Keeps a test on this machine even where what it tests has failed: a connection to anywhere else is noted and never
 * opened. Undone by `vi.restoreAllMocks()`.
 */
export function loopbackOnly(): { readonly strayed: string[] } {
  const strayed: string[] = [];
  const fence = (options: net.TcpNetConnectOpts) => {
    options.lookup?.(options.host ?? "", { all: true }, (_error, found) => {
      for (const { address } of Array.isArray(found) ? found : [{ address: found }])
        if (net.isIP(options.host ?? "") === 0 && !isLoopbackAddress(address)) strayed.push(address);
    });
    if (net.isIP(options.host ?? "") !== 0 && !isLoopbackAddress(options.host ?? ""))
      strayed.push(options.host ?? "");
    if (options.lookup === undefined && net.isIP(options.host ?? "") === 0) strayed.push(options.host ?? "");
    if (strayed.length > 0) throw new Error(`a connection strayed to ${strayed.at(-1)}`);
  };
  const [connect, secure] = [net.connect, tls.connect];
  vi.spyOn(net, "connect").mockImplementation(((options: net.TcpNetConnectOpts) => {
    fence(options);
    return connect(options);
  }) as typeof net.connect);
  vi.spyOn(tls, "connect").mockImplementation(((options: tls.ConnectionOptions & net.TcpNetConnectOpts) => {
    fence(options);
    return secure(options);
  }) as typeof tls.connect);
  return { strayed };
}

/** A resolver for tests: knows no name, and asks nobody. */
export async function knowsNoName(hostname: string): Promise<readonly string[]> {
  throw Object.assign(new Error(`no such name here: ${hostname}`), { code: "ENOTFOUND" });
}
