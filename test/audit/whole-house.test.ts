import { describe, expect, test } from "vitest";
import { auditHouse } from "../../src/audit/audit-house.js";
import { sayFinding } from "../../src/audit/say-finding.js";
import { sealKey } from "../../src/core/approval.js";
import { openDatabase } from "../../src/db/open-database.js";
import { account, ring } from "../db/builders.js";
import { aBusyHouse, handTo } from "./a-busy-house.js";
import { laidHandsOn } from "./laid-hands-on.js";

const { house, database, rows, tamper, chainAnew, said } = laidHandsOn();

describe("a house nobody touched", () => {
  test("is whole, whatever became of its posts", () => {
    const { checked, findings } = auditHouse(database(), { ring, heads: [house().head] });
    expect(findings.map(sayFinding)).toEqual([]);
    expect(rows("SELECT DISTINCT state FROM posts ORDER BY state")).toEqual([
      "absent",
      "asking",
      "cancelled",
      "done",
      "missed",
      "refused",
      "scheduled",
    ]);
    expect(checked.join("\n")).toContain(
      `Record: ${house().head.seq} lines, the last ${house().head.seq}:${house().head.hash}.`,
    );
    expect(checked.join("\n")).toContain("Heads: 3, of which 1 told in weekly messages and 1 given here.");
  });
  test("is whole before anything has happened in it", () => {
    const fresh = openDatabase(":memory:");
    expect(auditHouse(fresh, { ring, heads: [] }).findings).toEqual([]);
    fresh.close();
  });
  test("is whole after it changed hands, with what was scheduled cancelled", async () => {
    const other = await aBusyHouse();
    await handTo(other.desk, { ...account, id: "1900000000000000002" as typeof account.id });
    const scheduled = other.desk.database.sqlite
      .prepare("SELECT 1 FROM posts WHERE state = 'scheduled'")
      .all();
    expect(scheduled).toEqual([]);
    expect(auditHouse(other.desk.database, { ring, heads: [] }).findings.map(sayFinding)).toEqual([]);
    other.desk.close();
  });
  test("is whole when a person was forgotten", () => {
    database().sqlite.exec("DELETE FROM pseudonyms");
    expect(said()).toEqual([]);
  });
  test("is whole with older keys beside the current one, and says apart that a key is missing", () => {
    const other = sealKey(Buffer.alloc(32, 8));
    const look = (keys: (typeof other)[]) => auditHouse(database(), { ring: keys, heads: [] }).findings;
    expect(look([other, ...ring])).toEqual([]);
    const count = rows("SELECT id FROM approvals").length;
    expect(look([other])).toEqual([{ on: "key", keyId: ring[0].id, approvals: count }]);
  });
  test("is whole with lines of a kind this audit does not know", () => {
    tamper(
      `UPDATE record SET kind = 'danced', about = '{"x":1}' WHERE kind = 'declined'`,
      "DELETE FROM weekly_heads",
    );
    chainAnew();
    expect(said()).toEqual([]);
  });
});
