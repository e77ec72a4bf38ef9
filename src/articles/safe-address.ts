import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Ordinary by the registries, yet answered inside a cloud: Azure's platform address. */
const NOT_PUBLIC_V4 = ["168.63.129.16/32"].map((range) => ipaddr.IPv4.parseCIDR(range));

const GLOBAL_V6 = ipaddr.IPv6.parseCIDR("2000::/3");
const NOT_PUBLIC_V6 = [
  "2001::/23", // IETF protocols: Teredo, ORCHID, benchmarking
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4: carries an IPv4 address, any of them
  "2620:4f:8000::/48", // AS112
  "3fff::/20", // documentation
].map((range) => ipaddr.IPv6.parseCIDR(range));

/** ISATAP: the last 64 bits spell an IPv4 address, behind one of these. */
const ISATAP = [0x0000, 0x0200];

/**
 * Whether a connection to this address leads out to the public internet. An allow list: what is not known to be public
 * is not. `address` is one IP address as a resolver gives it; anything else (a name, a zone id, an octal form) is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv4) return !NOT_PUBLIC_V4.some((range) => parsed.match(range));
  const [upper = 0, lower = 0] = parsed.parts.slice(4, 6);
  if (lower === 0x5efe && ISATAP.includes(upper)) return false;
  return parsed.match(GLOBAL_V6) && !NOT_PUBLIC_V6.some((range) => parsed.match(range));
}

/** Whether the address is this machine's own loopback: what an allowed host of the sandbox and the tests may resolve to. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === "loopback";
}
