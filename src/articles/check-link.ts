import { isIP } from "node:net";
import type { LinkRefusal } from "../core/article.js";
import { readUrl } from "../core/read-url.js";
import { nameOf } from "./host-name.js";
import { isPublicAddress } from "./safe-address.js";
import { isSecretLink } from "./secret-link.js";
import { isSecretPlace } from "./secret-places.js";

/** Longest link taken, in UTF-16 code units. */
const LONGEST_LINK = 2_000;
/** Longest name the DNS can hold. */
const LONGEST_HOST = 253;

/** What the URL parser forgives, or shows as nothing: white space, controls, formats, halves of letters. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Surrogate}]/u;
/** Persian and Indic addresses are spelled with them, behind the host. */
const JOINERS = /[\u200c\u200d]/g;

/** Names that never leave a company's or a machine's own network. */
const PRIVATE_SUFFIXES = [
  "localhost",
  "local",
  "localdomain",
  "internal",
  "intranet",
  "lan",
  "corp",
  "home",
  "private",
  "home.arpa",
];

/**
 * What can be said against a link before anything is looked up: its form, its length, a password or another secret in
 * it, its port, an address of its own that is not public. `allowedHosts` (`host:port`) may be read besides the public
 * internet. Null means nothing so far: the name may still resolve to a private address.
 */
export function checkLink(link: string, allowedHosts: readonly string[] = []): LinkRefusal | null {
  if (link.length > LONGEST_LINK) return "too_long";
  // What the parser forgives other readers of the same link do not: what they would open is not what was checked.
  const authority = /^https?:\/\/([^/?#]+)/i.exec(link)?.[1];
  if (
    authority === undefined ||
    UNSEEN.test(authority) ||
    UNSEEN.test(link.replace(JOINERS, "")) ||
    authority.includes("\\")
  )
    return "not_a_web_address";
  if (authority.includes("@")) return "credentials_in_link";
  const url = readUrl(link);
  if (url === null) return "not_a_web_address";
  return checkHop(url, allowedHosts) ?? (isSecretLink(url) ? "secret_link" : null);
}

/** The rules each address on the way is held to, redirects included: where it leads, not how it is written. */
export function checkHop(url: URL, allowedHosts: readonly string[]): LinkRefusal | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return "not_a_web_address";
  if (url.username !== "" || url.password !== "") return "credentials_in_link";
  if (url.hostname.length > LONGEST_HOST) return "too_long";
  if (isAllowedHost(url, allowedHosts)) return null;
  if (isPrivateHost(hostOf(url))) return "private_address";
  if (!["", "80", "443"].includes(url.port)) return "port_not_allowed";
  return isSecretPlace(url) ? "secret_link" : null;
}

/** Whether `allowedHosts` names this address's host and port, written out. */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowedHosts.includes(`${url.hostname}:${port}`);
}

/** The host as a resolver takes it: an IPv6 address without brackets, a name without its closing dot. */
export function hostOf(url: URL): string {
  return nameOf(url).replace(/^\[|\]$/g, "");
}

function isPrivateHost(host: string): boolean {
  if (isIP(host) !== 0) return !isPublicAddress(host);
  if (!host.includes(".")) return true;
  return PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`));
}
