import { describe, expect, test } from "vitest";
import { secretWords } from "./a-busy-house.js";
import { laidHandsOn } from "./laid-hands-on.js";

const { house, database, tamper, said } = laidHandsOn();

describe("the fences and the file", () => {
  test.each([
    ["a trigger gone", "DROP TRIGGER record_update", "The trigger record_update of the database is missing."],
    ["an index gone", "DROP INDEX posts_one_live", "The index posts_one_live of the database is missing."],
    [
      "a column added",
      "ALTER TABLE parts ADD extra text",
      "The table parts of the database is not as it was written.",
    ],
    [
      "a trigger of one's own",
      "CREATE TRIGGER mine AFTER INSERT ON posts BEGIN SELECT 1; END",
      "The trigger mine of the database was written by no migration.",
    ],
  ])("%s", (_, statement, sentence) => {
    database().sqlite.exec(statement);
    expect(said()).toEqual([sentence]);
  });
  test("a trigger weakened", () => {
    database().sqlite.exec(
      "DROP TRIGGER record_update; CREATE TRIGGER record_update BEFORE UPDATE ON record WHEN 0 BEGIN SELECT 1; END",
    );
    expect(said()).toEqual(["The trigger record_update of the database is not as it was written."]);
  });
  test("an arrow added between states", () => {
    tamper("INSERT INTO arrows VALUES ('post', 'done', 'scheduled')");
    expect(said()).toEqual(["The arrow post done → scheduled of the database was written by no migration."]);
  });
  test("a table gone stops what hangs on it, and the rest is still said", () => {
    tamper("UPDATE record SET at = 1 WHERE seq = 2");
    database().sqlite.exec("DROP TABLE notices; ALTER TABLE approvals RENAME TO hidden");
    expect(said()).toEqual(
      expect.arrayContaining([
        "The table notices of the database is missing.",
        "The table hidden of the database was written by no migration.",
        expect.stringContaining("The database file is damaged: some of it could not be read (SQLITE_ERROR)"),
      ]),
    );
  });
  test("what somebody put in the place of an id is not repeated", () => {
    tamper(
      `UPDATE approvals SET id = '${secretWords}' WHERE id = '${house().posts.published.post.approvalId}'`,
    );
    expect(said().join("\n")).toContain("(no id of ours)");
  });
});
