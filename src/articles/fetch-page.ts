import type { LinkRefusal, Unreadable } from "../core/article.js";
import { checkHop } from "./check-link.js";
import { fetchOnce, type Limits } from "./fetch-once.js";
import { type Resolve, resolveSafely } from "./resolve-safely.js";

/** How many redirects are followed. */
const MOST_HOPS = 5;

export type Fetched =
  | {
      readonly kind: "page";
      /** Where the page was found, after redirects. */
      readonly url: URL;
      readonly bytes: Buffer;
      /** There was more than was read. */
      readonly cut: boolean;
      readonly contentType: string;
    }
  | { readonly kind: "refused"; readonly why: LinkRefusal }
  | { readonly kind: "unreadable"; readonly why: Unreadable };

export type FetchNeeds = {
  readonly resolve: Resolve;
  readonly allowedHosts: readonly string[];
  readonly limits: Limits;
};

/**
 * Fetches a page over the public internet, following redirects; every address on the way is checked before, and is the
 * one connected to. Rejects with the network's error, or with the signal's reason.
 */
export async function fetchPage(link: URL, needs: FetchNeeds, signal: AbortSignal): Promise<Fetched> {
  let url = link;
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const refusal = checkHop(url, needs.allowedHosts);
    if (refusal !== null) return { kind: "refused", why: refusal };
    const resolved = await unlessAborted(resolveSafely(url, needs.resolve, needs.allowedHosts), signal);
    if (resolved.kind !== "addresses") return resolved;
    const answered = await fetchOnce(url, resolved.addresses, needs.limits, signal);
    if (answered.kind !== "redirect") return answered.kind === "page" ? { ...answered, url } : answered;
    url = answered.to;
  }
  return { kind: "unreadable", why: "too_many_redirects" };
}

/** A look-up cannot be stopped, only no longer waited for. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
