import { describe, expect, test } from "vitest";
import { storedAsSent } from "../../src/core/stored-as-sent.js";

const tco = (name: string) => `https://t.co/${name}`;

describe("what X stored is what was sent", () => {
  test.each([
    ["word for word", "Worth a read.", "Worth a read."],
    ["a link written as t.co", "Read https://journal.example/a?b=1#c now", `Read ${tco("Ab1")} now`],
    [
      "several links",
      "https://a.example/1 and https://b.example/2, then https://c.example/3",
      `${tco("A")} and ${tco("B")}, then ${tco("C")}`,
    ],
    ["a bare domain", "See journal.com/a now", `See ${tco("A")} now`],
    ["a link that ends the text", "Read https://journal.example/a", `Read ${tco("A")}`],
    ["a link that is the text", "https://journal.example/a", tco("A")],
    ["a link in brackets", "Read it (https://journal.example/a).", `Read it (${tco("A")}).`],
    [
      "some links wrapped and others left",
      "https://a.example/1 https://b.example/2",
      `https://a.example/1 ${tco("B")}`,
    ],
    ["a t.co link of her own", `See ${tco("hers")}`, `See ${tco("hers")}`],
    ["signs spelled as entities", "R&D <3 > 2", "R&amp;D &lt;3 &gt; 2"],
    ["an entity she wrote herself", "write &amp; for &", "write &amp;amp; for &amp;"],
    ["white space folded", " Two  spaces\n\nand lines. ", "Two spaces and lines."],
    ["white space kept", "Two  spaces\n\nand lines.", "Two  spaces\n\nand lines."],
    ["accents composed otherwise", "De\u0301ja\u0300", "D\u00e9j\u00e0"],
    [
      "signs that mean something to a pattern",
      "[a](b) $1 ^.* {2} | \\d? a.com",
      `[a](b) $1 ^.* {2} | \\d? ${tco("A")}`,
    ],
    [
      "the longest text X takes",
      `${"x".repeat(24_900)} https://a.example/1`,
      `${"x".repeat(24_900)} ${tco("A")}`,
    ],
  ])("%s", (_, sent, stored) => {
    expect(storedAsSent(sent, stored)).toBe(true);
  });

  // X's t.co does not tell where it leads: of links that changed places, or lead elsewhere, nothing can be seen here.
  test("links in another order cannot be told apart", () => {
    const sent = "https://a.example/1 https://b.example/2";
    expect(storedAsSent(sent, `${tco("B")} ${tco("A")}`)).toBe(true);
  });
});

describe("what X stored is another text", () => {
  test.each([
    ["one letter changed", "Worth a read.", "Worth a reed."],
    ["one letter in another case", "Worth a read.", "worth a read."],
    ["one letter changed beside a link", "Worth it https://a.example/1", `Worth is ${tco("A")}`],
    ["a word dropped", "Worth a good read https://a.example/1", `Worth a read ${tco("A")}`],
    ["a word added", "Worth a read", "Worth a good read"],
    ["a link added", "Worth a read.", `Worth a read. ${tco("A")}`],
    ["a link added to one of hers", "Read https://a.example/1", `Read ${tco("A")} ${tco("B")}`],
    ["a link dropped", "Read https://a.example/1 now", "Read now"],
    ["one of two links dropped", "https://a.example/1 https://b.example/2", tco("A")],
    ["a word made a link", "Worth a read", `Worth ${tco("A")} read`],
    ["a word and a link made one link", "Read this https://a.example/1", `Read ${tco("A")}`],
    ["a link of hers with a changed address", "See https://a.example/1", "See https://b.example/1"],
    ["the end cut off", "A long text, and its end", "A long text"],
    ["nothing", "Worth a read.", ""],
    ["only a link", "Worth a read.", tco("A")],
    ["an entity she wrote, resolved", "write &amp;", "write &amp;"],
    ["hidden characters dropped", "a\u200db", "ab"],
    ["something longer than any text of X's", "x", "x".repeat(30_000)],
  ])("%s", (_, sent, stored) => {
    expect(storedAsSent(sent, stored)).toBe(false);
  });

  test("is told at once, whatever X answers", () => {
    const sent = "a.b,".repeat(60);
    const stored = `${`${tco("A")},`.repeat(12)}!`;
    const began = performance.now();
    expect(storedAsSent(sent, stored)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
