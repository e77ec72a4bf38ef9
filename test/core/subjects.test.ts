import { describe, expect, test } from "vitest";
import { longestSubject, mostSubjects, readSubjects } from "../../src/core/subjects.js";

const names = (typed: string) => {
  const read = readSubjects(typed);
  return read.kind === "subjects" ? read.subjects : read;
};
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `s${n}`);

describe("a list of subjects", () => {
  test.each([
    ["names between commas", "Energy, Work,Europe", ["Energy", "Work", "Europe"]],
    [
      "names on lines of their own, or between semicolons",
      "Energy\nWork; Europe",
      ["Energy", "Work", "Europe"],
    ],
    ["white space folded, and nothing between two commas", "  The  grid ,, , Work,", ["The grid", "Work"]],
    ["doubles dropped, whatever their capitals and accents' spelling", "Été, été, E\u0301te\u0301", ["Été"]],
    ["what nobody sees left out", "En\u202Eergy, W\u200Bork", ["Energy", "Work"]],
    ["none", " None ", []],
    ["as many as there may be", numbered(mostSubjects).join(), numbered(mostSubjects)],
    ["as long as they may be", "x".repeat(longestSubject), ["x".repeat(longestSubject)]],
  ])("%s", (_, typed, subjects) => {
    expect(names(typed)).toEqual(subjects);
  });
  test.each([
    ["no name at all", " , ;\n", { kind: "bad", why: "none_in_it" }],
    ["one too many", numbered(21).join(), { kind: "bad", why: "too_many", count: 21 }],
    ["one too long", `Work, ${"x".repeat(76)}`, { kind: "bad", why: "too_long" }],
  ])("%s is told apart", (_, typed, bad) => {
    expect(readSubjects(typed)).toEqual(bad);
  });
});
