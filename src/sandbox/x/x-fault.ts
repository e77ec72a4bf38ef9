import type { XOperation } from "./x-operation.js";

/**
 * One way X, or what stands between, fails a request. `takesEffect`: X did what was asked all the same (the post is
 * stored, or deleted); the caller cannot see which from the answer.
 */
export type XFault =
  /** The connection is reset without an answer. */
  | { kind: "reset"; takesEffect: boolean }
  /** Never answered; `release()` closes the connection. */
  | { kind: "hang"; takesEffect: boolean }
  /** Answered when released. With `takesEffect` X acted on arrival, else it acts on release, listener or not. */
  | { kind: "slow"; takesEffect: boolean }
  /** 201 or 200 that ends in the middle, has no body, or is compressed and broken; or a proxy's 200 page, or 302. */
  | { kind: "garbled"; how: Garbling; takesEffect: boolean }
  | { kind: "status"; status: 401 | 402 | 500 | 502 | 503 | 504; takesEffect: boolean }
  /** 403 with X's words for a repeated text. */
  | { kind: "duplicate" }
  /** 403 for any other reason. */
  | { kind: "forbidden"; detail: string }
  /** 429: no headers at all, a spent window of 15 minutes, or a spent day (the window has room). */
  | { kind: "too_many"; headers: "none" | "window" | "day"; resetsInSeconds: number }
  /** 503 at once; X acts when released. */
  | { kind: "late" }
  /** Creates only: 201, and another text stored and echoed than was sent. */
  | { kind: "other_text"; text: string };

export type Garbling = "truncated" | "empty" | "html" | "redirect" | "corrupt_gzip";

/** A fault that was set up: how many requests met it, and how to let go what it holds (once, for good). */
export type ArmedFault = { readonly hits: number; release(): void };

export type XFaults = {
  /** The next `times` (default 1) requests for `on` (default creates) meet this fault, after faults armed earlier. */
  next(fault: XFault, options?: { on?: XOperation; times?: number }): ArmedFault;
  /**
   * New posts stay out of their author's timeline for its first `forReads` readings, or until released. They can be
   * looked up by id meanwhile.
   */
  hideNewPosts(options?: { forReads?: number }): { release(): void };
  /** Disarms what was not met yet and releases everything held. */
  clear(): void;
};
