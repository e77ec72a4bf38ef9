import { mostPosts } from "../x/list-timeline.js";
import type { TimelineCompared } from "./compare-timeline.js";

/** The answer of `--timeline`, in lines: links and times, no words of anybody's. */
export function sayTimeline(
  { foreign, notSeen }: TimelineCompared,
  listed: {
    readonly seen: number;
    readonly whole: boolean;
    readonly since: number;
    readonly withoutId: number;
  },
): readonly string[] {
  const reach = listed.whole
    ? `every one since ${when(listed.since)}`
    : `the newest, and X gives ${mostPosts.toLocaleString("en")} at most: older ones were not compared`;
  return [
    `Timeline: ${listed.seen} posts on the X account, ${reach}.`,
    foreign.length === 0
      ? "Firsthand sent each of them."
      : `Firsthand did not send ${foreign.length} of them. She may have posted them by hand:`,
    ...foreign.map(({ id, at }) => `  ${link(id)}  ${at === null ? "at a time X did not say" : when(at)}`),
    ...(listed.withoutId > 0 && foreign.length > 0
      ? [`Of what Firsthand sent, ${listed.withoutId} have no known X id: they may be among these.`]
      : []),
    ...notSeen.map(
      (id) =>
        `Remark: Firsthand sent ${link(id)}, and the timeline does not show it: it may lag, or she deleted it on X.`,
    ),
  ];
}

/** X finds the post by its id, whatever the account is called by now. */
function link(id: string): string {
  return `https://x.com/i/status/${id}`;
}

function when(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
