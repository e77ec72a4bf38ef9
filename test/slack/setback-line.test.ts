import { describe, expect, test } from "vitest";
import { postRefusals, type Setback } from "../../src/core/suggestion.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import type { Words } from "../../src/i18n/words.js";
import { setbackLine } from "../../src/slack/blocks/setback-line.js";
import { aDesk, morning } from "../db/builders.js";

const others = ["cancelled", "missed", "lapsed", "concern"] as const;
const all: Setback[] = [
  ...others.map((kind) => ({ kind })),
  ...postRefusals.map((refusal) => ({ kind: "refused" as const, refusal, detail: "HTTP 403" })),
];

describe.each([
  ["English", en, /[Nn]othing was (?:posted|sent)/],
  ["French", fr, /[Rr]ien n’a (?:été publié|donc été envoyé)/],
] as [string, Words, RegExp][])("in %s, what X or we did instead of posting", (_, words, nothing) => {
  const say = (setback: Setback) => setbackLine(setback, aDesk(), words);

  test.each(all)("says that nothing was posted and what to do now: %o", (setback) => {
    const [what = "", now = ""] = say(setback).split(nothing);
    expect(what.length).toBeGreaterThan(15);
    expect(now.replace(/[.;\s\u00a0]/g, "").length).toBeGreaterThan(10);
  });
  test("says something of its own for each", () => {
    expect(new Set(all.map(say)).size).toBe(all.length);
  });
  test("names the time at which a rate limit lifts, in her zone, where X said it", () => {
    const limited = { kind: "refused", refusal: "rate_limited", detail: "" } as const;
    const when = words.dates.dayAndTime(morning, "Europe/Paris");
    expect(say({ ...limited, liftsAt: morning })).toContain(when);
    expect(when).toContain("10:00");
    expect(say(limited)).not.toContain(when);
  });
});
