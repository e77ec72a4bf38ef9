import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../src/sandbox/stage/page-files.js";

const root = repositoryRoot();
const page = readFileSync(join(root, "docs/threats.md"), "utf8");
const rows = page
  .split("\n")
  .filter((line) => /^\| T\d+ \|/.test(line))
  .map((line) => {
    const [id = "", threat = "", classes = "", against = "", held = ""] = line
      .split(" | ")
      .map((cell) => cell.replace(/^\| | \|$/g, ""));
    return { id, threat, classes: classes.split(", "), against, held };
  });

/** «`file › words of its title`», as often as it stands there. */
const references = (held: string) =>
  [...held.matchAll(/`([^`]+?) › ([^`]*)`/g)].map(([, file = "", words = ""]) => ({ file, words }));

describe("the page of threats", () => {
  it("has every threat of the list, once, in order", () => {
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 38 }, (_, n) => `T${n + 1}`));
  });

  it.each(rows)(
    "$id: its class is one of I, D and O, and what must not or must show names its tests",
    (row) => {
      expect(row.classes.filter((one) => !["I", "D", "O"].includes(one))).toEqual([]);
      const mustBeHeld = row.classes.some((one) => one !== "O");
      expect(references(row.held).length > 0).toBe(mustBeHeld);
    },
  );

  it.each(rows.flatMap(({ id, held }) => references(held).map((reference) => ({ id, ...reference }))))(
    "$id: «$words» stands in $file",
    ({ file, words }) => {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(readFileSync(join(root, file), "utf8")).toContain(words);
    },
  );

  const model = join(root, "../shared/facts/trust.md");
  it.skipIf(!existsSync(model))("classes each threat as the threat model does", () => {
    const listed = readFileSync(model, "utf8")
      .split("\n")
      .map((line) => /^\| (T\d+) \|.*?\| ([IDO][^|]*) \| /.exec(line))
      .filter((found) => found !== null)
      .map(([, id, classes = ""]) => [id, classes.match(/\b[IDO]\b/g)?.sort()]);
    expect(listed).toHaveLength(38);
    expect(rows.map(({ id, classes }) => [id, [...classes].sort()])).toEqual(listed);
  });
});
