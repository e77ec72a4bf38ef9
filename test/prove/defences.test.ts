import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { writtenTriggers } from "../../src/db/fence-triggers.js";
import { allDefences } from "./defences/all-defences.js";
import { without } from "./defences/defence.js";
import { judge } from "./defences/try-defence.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const textOf = (file: string) => readFileSync(join(repository, file), "utf8");
const names = allDefences.map(({ name }) => name);

describe("the list of defences", () => {
  test("finds the words of each exactly once where it says they stand, and changes them", () => {
    const wrong = allDefences.flatMap((defence) => {
      const text = textOf(defence.file);
      try {
        return without(defence, text) === text ? [`${defence.name}: changes nothing`] : [];
      } catch (error) {
        return [String(error)];
      }
    });
    expect(wrong).toEqual([]);
  });
  test("names only tests that are there", () => {
    const files = [...new Set(allDefences.flatMap(({ held }) => held.by))];
    expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
  });
  test("names each defence once, and only others as covers", () => {
    expect(new Set(names).size).toBe(names.length);
    for (const { name, coveredBy } of allDefences)
      if (coveredBy !== undefined) expect(names.filter((other) => other !== name)).toContain(coveredBy);
  });
  test("says of each what it serves: a threat there is, or a rule", () => {
    const promised = allDefences.flatMap(({ serves }) => serves);
    for (const each of promised) {
      const [, kind, number] = /^(T|rule )(\d+)$/.exec(each) ?? [];
      expect(Number(number), each).toBeLessThanOrEqual(kind === "T" ? 38 : 10);
    }
  });
  test("has every trigger that refuses, once", () => {
    const standing = [...writtenTriggers(join(repository, "drizzle")).values()];
    const refuse = standing.filter((trigger) => trigger.includes("RAISE(ABORT"));
    expect(allDefences.filter(({ snippet }) => snippet.includes("RAISE(ABORT"))).toHaveLength(refuse.length);
  });
});

describe("a defence taken away", () => {
  const defence = { ...(allDefences[0] as (typeof allDefences)[number]), snippet: "a && ", instead: "" };

  test("is refused by name where its words stand twice, or not at all", () => {
    expect(without(defence, "if (a && b)")).toBe("if (b)");
    for (const text of ["if (b)", "if (a && a && b)"])
      expect(() => without(defence, text)).toThrow(defence.name);
  });

  const ran = (...said: string[]) => ({ file: "t", name: "n", said });
  test.each([
    ["nothing failed", { ran: [ran(), ran()], broken: [] }],
    ["nothing ran", { ran: [], broken: [] }],
    ["a file could not be loaded", { ran: [ran("AssertionError: no")], broken: ["t: SyntaxError"] }],
    ["what failed was no code", { ran: [ran("ReferenceError: x is not defined")], broken: [] }],
    ["what failed had hung", { ran: [ran("Error: Test timed out in 15000ms.")], broken: [] }],
  ])("is not caught where %s", (_, run) => {
    expect(judge(run).kind).toBe("not_caught");
  });
  test.each([
    ["AssertionError: expected 1 to be 2", true],
    ["SqliteError: fence: only the executive of the desk approves", false],
  ])("is caught by «%s»", (said, asserted) => {
    expect(judge({ ran: [ran(), ran(said)], broken: [] })).toEqual({ kind: "caught", failed: 1, asserted });
  });
});
