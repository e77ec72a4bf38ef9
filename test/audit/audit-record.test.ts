import { describe, expect, test } from "vitest";
import { lineHash, type RecordLine } from "../../src/db/record-line.js";
import { laidHandsOn } from "./laid-hands-on.js";

const { house, database, audit, rows, tamper, chainAnew, lineOf, said } = laidHandsOn();

describe("the record", () => {
  test("a line edited is found and named", () => {
    tamper(`UPDATE record SET about = replace(about, 'approve', 'schedule') WHERE seq = 4`);
    expect(said()).toEqual(["Line 4 of the record is not the line that was written."]);
  });
  test("a line edited together with its hash is found at the line after it", () => {
    const seq = lineOf("declined") - 1;
    const line = database()
      .sqlite.prepare<[number], RecordLine>(
        "SELECT seq, desk_id AS deskId, at, kind, who, about, prev_hash AS prevHash, hash FROM record WHERE seq = ?",
      )
      .get(seq);
    if (!line) throw new Error("no such line");
    tamper(`UPDATE record SET at = 1, hash = '${lineHash({ ...line, at: 1 })}' WHERE seq = ${seq}`);
    expect(said()).toEqual([
      `Line ${seq + 1} of the record was not written after the line that stands before it.`,
    ]);
  });
  test("a line removed in the middle is found and named", () => {
    const seq = lineOf("declined");
    tamper(`DELETE FROM record WHERE seq = ${seq}`);
    expect(said()).toEqual([`Line ${seq} of the record is missing.`]);
  });
  test("several lines removed in a row are one finding", () => {
    tamper("DELETE FROM record WHERE seq IN (1, 2)");
    expect(said()).toEqual(["Lines 1 to 2 of the record are missing."]);
  });
  test("the end cut off is found, though every fence stands as written", () => {
    const { seq } = house().head;
    tamper(`DELETE FROM record WHERE seq = ${seq}`);
    expect(said()).toEqual([
      `Line ${seq} was the last of the record when the database kept it, and the record ends at line ${seq - 1}: its end was cut off.`,
    ]);
  });
  test("the end cut off and the end remembered put back: a weekly message or a head handed over still tells", () => {
    const { seq } = house().head;
    const cut = (to: number) =>
      tamper(
        `DELETE FROM record WHERE seq > ${to}`,
        `UPDATE record_head SET seq = ${to}, hash = (SELECT hash FROM record WHERE seq = ${to})`,
      );
    cut(seq - 1);
    expect(audit()).toEqual([]);
    expect(audit([house().head])).toEqual([
      { on: "head", of: { kind: "given" }, seq, wrong: "cut", lines: seq - 1 },
    ]);
    const weekly = Number(rows("SELECT seq FROM weekly_heads")[0]);
    cut(weekly - 1);
    expect(audit()).toContainEqual({
      on: "head",
      of: { kind: "weekly", week: "2026-W48" },
      seq: weekly,
      wrong: "cut",
      lines: weekly - 1,
    });
  });
  test("a record written anew, whole in itself, is found by the heads", () => {
    tamper("UPDATE record SET at = at + 1 WHERE kind = 'suggested'");
    chainAnew();
    expect(audit([house().head])).toMatchObject([
      { on: "head", of: { kind: "weekly" }, wrong: "rewritten" },
      { on: "head", of: { kind: "given" }, wrong: "rewritten", seq: house().head.seq },
    ]);
  });
  test("an end remembered that was removed, or put back, is found", () => {
    tamper("DELETE FROM record_head");
    expect(audit()).toEqual([{ on: "no_head" }]);
    tamper("INSERT INTO record_head SELECT 1, seq, hash FROM record WHERE seq = 3");
    expect(audit()).toMatchObject([{ on: "head", of: { kind: "database" }, seq: 3, wrong: "behind" }]);
  });
  test("a head handed over that never was is found", () => {
    expect(audit([{ ...house().head, hash: "x".repeat(43) }])).toMatchObject([
      { of: { kind: "given" }, wrong: "rewritten" },
    ]);
  });
});
