import { describe, expect, test } from "vitest";
import { textProblem } from "../../src/core/text-problem.js";

describe("a text is taken as it stands", () => {
  test.each([
    ["plain words", "A good week for the grid."],
    ["exactly 280", "x".repeat(280)],
    ["a link and line breaks", "Read this:\n\nhttps://journal.example/article\n"],
    ["French spaces, accents and an emoji in one piece", "Enfin\u202f! «\u00a0Déjà\u00a0» 👩🏽‍🔬"],
    ["a decomposed accent", "De\u0301ja\u0300"],
    ["spaces at the end", "Yes.  "],
  ])("%s", (_, text) => {
    expect(textProblem(text)).toBeNull();
  });
});

describe("a text is not taken", () => {
  test.each([
    ["nothing", "", "empty"],
    ["white space only", " \n\u00a0\t", "empty"],
    ["281 characters", "x".repeat(281), "too_long"],
    ["more than can be counted", "x ".repeat(4000), "too_long"],
    ["a hidden character", "pay\u200bpal", "hidden_characters"],
    ["a text direction turned round", "abc\u202edef", "hidden_characters"],
    ["half a character", "broken \ud83d", "hidden_characters"],
    ["a Cyrillic letter in a link", "https://p\u0430ypal.com", "look_alikes"],
  ])("%s", (_, text, problem) => {
    expect(textProblem(text)).toBe(problem);
  });
});
