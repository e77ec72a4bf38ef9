import type { Now, ReadArticle } from "../flows/ports.js";

type Options = {
  readonly now: Now;
  /** Links remembered at most. */
  readonly most?: number;
  /** How long an article that was read counts as fresh; milliseconds. */
  readonly keptMs?: number;
};

type Reading = { readonly since: number; readonly read: ReturnType<ReadArticle> };

/**
 * The reader, asked once for what a form and then the suggestion want to know of the same page. Only what was read is
 * remembered: a page that could not be is tried again. Who asks while it is being read waits for the same answer.
 */
export function rememberArticles(
  readArticle: ReadArticle,
  { now, most = 200, keptMs = 600_000 }: Options,
): ReadArticle {
  const known = new Map<string, Reading>();
  return (link) => {
    const before = known.get(link);
    if (before && Math.abs(now() - before.since) < keptMs) return before.read;
    known.delete(link);
    const reading: Reading = { since: now(), read: readArticle(link) };
    known.set(link, reading);
    for (const [oldest] of known) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    const forget = () => {
      if (known.get(link) === reading) known.delete(link);
    };
    reading.read.then(({ kind }) => {
      if (kind !== "read") forget();
    }, forget);
    return reading.read;
  };
}
