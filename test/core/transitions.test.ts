import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { livePostStates, partStates, postStates } from "../../src/core/post.js";
import { suggestionStates } from "../../src/core/suggestion.js";
import {
  mayStep,
  movePart,
  movePost,
  moveSuggestion,
  partArrows,
  postArrows,
  suggestionArrows,
} from "../../src/core/transitions.js";
import { aCard, anApproval, aPart, aPost, aRevision, aSuggestion } from "../db/builders.js";

// DESIGN «States», written out by hand.
const design = {
  suggestion: `
    reading -> waiting, reading -> rejected, reading -> merged
    waiting -> shown, shown -> waiting
    shown -> approved, shown -> declined, shown -> handed_over
    waiting -> withdrawn, waiting -> expired, shown -> withdrawn, shown -> expired
    expired -> waiting
    declined -> shown
    approved -> shown`,
  post: `
    scheduled -> running, scheduled -> cancelled, scheduled -> missed
    running -> done, running -> refused, running -> asking, running -> scheduled
    asking -> done, asking -> absent, asking -> partial
    partial -> running`,
  part: `
    pending -> publishing
    publishing -> published, publishing -> refused, publishing -> unknown, publishing -> pending
    unknown -> published, unknown -> absent
    published -> taking_down
    taking_down -> taken_down, taking_down -> published`,
};

const listed = (text: string) => (text.match(/\w+ -> \w+/g) ?? []).sort();
const drawn = (arrows: Record<string, readonly string[]>) =>
  Object.entries(arrows)
    .flatMap(([from, all]) => all.map((to) => `${from} -> ${to}`))
    .sort();
const tables = { suggestion: suggestionArrows, post: postArrows, part: partArrows } as const;

describe("the states are those of the design", () => {
  test.each(["suggestion", "post", "part"] as const)("every arrow of a %s, and no other", (noun) => {
    expect(drawn(tables[noun])).toEqual(listed(design[noun]));
  });
  test("every state has its row", () => {
    expect(Object.keys(suggestionArrows).sort()).toEqual([...suggestionStates].sort());
    expect(Object.keys(postArrows).sort()).toEqual([...postStates].sort());
    expect(Object.keys(partArrows).sort()).toEqual([...partStates].sort());
  });
  test("a post is live until it has ended without anything on X", () => {
    expect([...livePostStates]).toEqual(["scheduled", "running", "asking", "partial", "done"]);
    const ended = postStates.filter((state) => !livePostStates.some((live) => live === state));
    for (const state of ended) expect(postArrows[state]).toEqual([]);
  });
  test("nothing leads back to publishing once X may have it", () => {
    const reach = (from: string, seen: Set<string> = new Set()): Set<string> => {
      for (const to of (partArrows as Record<string, readonly string[]>)[from] ?? [])
        if (!seen.has(to)) reach(to, seen.add(to));
      return seen;
    };
    for (const state of ["unknown", "published", "refused", "absent"])
      expect(reach(state).has("publishing"), state).toBe(false);
  });
});

describe("moving", () => {
  const suggestion = aSuggestion();
  const approval = anApproval(aRevision(suggestion), aCard(suggestion));
  const post = aPost(approval);
  const part = aPart(post, approval);

  test("changes the state and nothing else", () => {
    expect(moveSuggestion(suggestion, "waiting")).toEqual({ ...suggestion, state: "waiting" });
    expect(movePost(post, "running")).toEqual({ ...post, state: "running" });
    expect(movePart(part, "publishing")).toEqual({ ...part, state: "publishing" });
  });
  test("goes along the arrows only, and staying is none", () => {
    for (const from of suggestionStates)
      for (const to of suggestionStates) {
        const move = () => moveSuggestion({ ...suggestion, state: from }, to);
        if (mayStep(suggestionArrows, from, to)) expect(move().state).toBe(to);
        else expect(move).toThrow(`no arrow from ${from} to ${to}`);
      }
    expect(() => movePost(post, "scheduled")).toThrow("no arrow");
    expect(() => movePart(part, "published")).toThrow("no arrow");
  });
});

const lifecycle = new URL("../../docs/lifecycle.md", import.meta.url);

describe.skipIf(!existsSync(lifecycle))("docs/lifecycle.md", () => {
  const text = existsSync(lifecycle) ? readFileSync(lifecycle, "utf8") : "";
  test.each([
    ["Suggestion", suggestionArrows],
    ["Post", postArrows],
    ["Part", partArrows],
  ] as const)("draws exactly the arrows of a %s", (heading, arrows) => {
    expect(arrowsUnder(heading, text)).toEqual(drawn(arrows));
  });
});

/** Lines like «`shown` → `approved` | `declined`» below one heading. */
function arrowsUnder(heading: string, text: string): string[] {
  const section = text.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/`(\w+)` → (`\w+`(?: \| `\w+`)*)/g)]
    .flatMap(([, from, all = ""]) => [...all.matchAll(/`(\w+)`/g)].map(([, to]) => `${from} -> ${to}`))
    .sort();
}
