import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { auditHouse } from "../../src/audit/audit-house.js";
import { sayFinding } from "../../src/audit/say-finding.js";
import type { RecordHead } from "../../src/core/record.js";
import type { OpenDatabase } from "../../src/db/open-database.js";
import { ring } from "../db/builders.js";
import { aBusyHouse, type BusyHouse, behindTheFences, chainAnew, copyOf } from "./a-busy-house.js";

/** A busy house for the tests of one file; each test lays hands on a copy of its own. */
export function laidHandsOn() {
  let house: BusyHouse;
  let database: OpenDatabase;
  beforeAll(async () => {
    house = await aBusyHouse();
  });
  beforeEach(() => {
    database = copyOf(house);
  });
  afterEach(() => database.close());
  afterAll(() => house.desk.close());

  const audit = (heads: RecordHead[] = []) => auditHouse(database, { ring, heads }).findings;
  const rows = (query: string) => database.sqlite.prepare(query).pluck().all();
  return {
    house: () => house,
    database: () => database,
    audit,
    rows,
    tamper: (...statements: string[]) => behindTheFences(database, ...statements),
    chainAnew: () => chainAnew(database),
    /** The number of the first line of this kind about this. */
    lineOf: (kind: string, about = "") =>
      Number(rows(`SELECT seq FROM record WHERE kind = '${kind}' AND about LIKE '%${about}%'`)[0]),
    /** What was found, as an operator reads it; nobody's words are ever among it. */
    said(heads: RecordHead[] = []): string[] {
      const sentences = audit(heads).map(sayFinding);
      expect(sentences.join("\n")).not.toContain("CANARY");
      return sentences;
    },
  };
}
