import { describe, expect, it } from "vitest";
import { sameText } from "../../src/core/same-text.js";

describe("a text on the timeline is ours", () => {
  it.each([
    ["word for word", "Bravo à l’équipe 👏", "Bravo à l’équipe 👏"],
    ["composed by X", "cafe\u0301", "café"],
    ["trimmed", "  Bravo \n", "Bravo"],
    ["with white space folded", "Un\n\n\ndeux  trois", "Un\n\ndeux trois"],
    ["with a scheme before a bare link", "Lire example.com/a", "Lire http://example.com/a"],
    ["with a slash after a bare host", "Lire https://example.com", "Lire https://example.com/"],
    ["with a slash after a path", "Lire https://example.com/a?b=c", "Lire https://example.com/a/?b=c"],
    ["with the scheme turned to https", "http://example.com/a", "https://example.com/a"],
    ["with a host in small letters", "https://Example.COM/A", "https://example.com/A"],
    [
      "with a path in percent signs",
      "https://fr.wikipedia.org/wiki/Économie",
      "https://fr.wikipedia.org/wiki/%C3%89conomie",
    ],
    [
      "with several links",
      "a example.com b https://example.org?x=1&y=2",
      "a http://example.com b https://example.org/?x=1&y=2",
    ],
  ])("%s", (_how, ours, theirs) => {
    expect(sameText(ours, theirs)).toBe(true);
    expect(sameText(theirs, ours)).toBe(true);
  });

  it.each([
    ["a word differs", "Bravo à tous", "Bravo à toutes"],
    ["a letter's case differs", "Bravo", "bravo"],
    ["an accent differs", "ete", "été"],
    ["a word is missing", "Bravo à tous", "Bravo à"],
    ["something was added", "Bravo", "Bravo https://example.com"],
    ["the path differs", "https://example.com/a", "https://example.com/b"],
    ["the path's case differs", "https://example.com/a", "https://example.com/A"],
    ["the query differs", "https://example.com/a?x=1", "https://example.com/a?x=2"],
    ["the host differs", "https://example.com", "https://example.org"],
    ["words ran together", "un deux", "undeux"],
    ["the emoji differs", "👍", "👍🏽"],
  ])("not when %s", (_how, ours, theirs) => {
    expect(sameText(ours, theirs)).toBe(false);
  });

  it("also when it is very long", () => {
    const long = "a.".repeat(10_000);
    expect(sameText(long, `${long}\n`)).toBe(true);
    expect(sameText(long, `${long}b`)).toBe(false);
  });
});
