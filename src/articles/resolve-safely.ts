import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { LinkRefusal, Unreadable } from "../core/article.js";
import { hostOf, isAllowedHost } from "./check-link.js";
import { isLoopbackAddress, isPublicAddress } from "./safe-address.js";

/** All IP addresses of a host name; rejects with the resolver's own error (`ENOTFOUND` …). */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export type Resolved =
  | { readonly kind: "addresses"; readonly addresses: readonly string[] }
  | { readonly kind: "refused"; readonly why: LinkRefusal }
  | { readonly kind: "unreadable"; readonly why: Unreadable };

/** The system's resolver, asked for every address it has. */
export async function resolveByDns(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

/**
 * The only addresses a connection for this link may go to. One address that is not public refuses all of them: a name
 * that answers both ways is an attack or a mistake. An allowed host may be loopback, and nothing else private.
 */
export async function resolveSafely(
  url: URL,
  resolve: Resolve,
  allowedHosts: readonly string[],
): Promise<Resolved> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  if (addresses.length === 0) return { kind: "unreadable", why: "no_such_host" };
  const allowed = isAllowedHost(url, allowedHosts);
  const safe = addresses.every(
    (address) => isPublicAddress(address) || (allowed && isLoopbackAddress(address)),
  );
  return safe ? { kind: "addresses", addresses } : { kind: "refused", why: "private_address" };
}
