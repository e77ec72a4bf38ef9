import type { Look, TimelinePost } from "../flows/ports.js";
import { readTimeline } from "./read-timeline.js";
import type { XAnswer } from "./read-x-answer.js";

/** Which page is asked for: the first has no token. */
export type PageAsked = { readonly max_results: number; readonly pagination_token?: string };

/** X is paid by the post that is read: mostly few came since, so many are asked for only where more follow. */
const firstPage = 10;
const laterPages = 100;
const mostPages = 10;

/**
 * Reads her timeline page by page until nothing follows. What was read before a page failed, came again or was one
 * too many is still told: a match in it proves. Never throws.
 */
export async function lookAtTimeline(askPage: (page: PageAsked) => Promise<XAnswer>): Promise<Look> {
  const posts: TimelinePost[] = [];
  const tokens = new Set<string>();
  let asked: PageAsked = { max_results: firstPage };
  let whole = true;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = readTimeline(await askPage(asked));
    if (page.kind === "no_page") {
      return pages === 0 ? { kind: "not_seen", detail: page.detail } : { kind: "seen", posts, whole: false };
    }
    posts.push(...page.posts);
    whole &&= page.whole;
    if (page.next === null) return { kind: "seen", posts, whole };
    if (tokens.has(page.next)) break;
    tokens.add(page.next);
    asked = { max_results: laterPages, pagination_token: page.next };
  }
  return { kind: "seen", posts, whole: false };
}
