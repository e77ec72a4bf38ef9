import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unseal } from "../../../src/core/approval.js";
import { compareSchema } from "../../../src/db/compare-schema.js";
import { findDamage } from "../../../src/db/find-damage.js";
import { openDatabase } from "../../../src/db/open-database.js";
import { readHouse } from "../../../src/db/read-house.js";
import { verifyRecord } from "../../../src/db/verify-record.js";
import { ring } from "../../db/builders.js";
import { compareHistories } from "./compare-histories.js";
import { fillHistory } from "./fill-history.js";
import { questions } from "./questions.js";
import { whenSuggested } from "./when-suggested.js";

const monthMs = 30 * 86_400_000;

describe("a filled history", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "firsthand-history-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is what the product would have stored: every rule stands, the record is whole, every seal holds", async () => {
    const path = join(folder, "filled.db");
    await fillHistory(path, 60, Date.now());
    const database = openDatabase(path);
    expect(compareSchema(database).differences).toEqual([]);
    expect(findDamage(database)).toEqual([]);
    const { breaks, lines } = verifyRecord(database);
    expect({ breaks, enough: lines > 180 }).toEqual({ breaks: [], enough: true });
    const { approvals, parts, unreadable } = readHouse(database);
    expect(unreadable).toEqual([]);
    expect(approvals.filter(({ agreed, ...stamp }) => unseal(agreed, stamp, ring))).toHaveLength(24);
    expect(new Set(parts.map(({ xPostId }) => xPostId)).size).toBe(24);
    const states = database.sqlite.prepare("SELECT DISTINCT state FROM suggestions ORDER BY state").pluck();
    expect(states.all()).toEqual(["approved", "declined"]);
    database.close();
  });

  it("answers every question rightly, beside a shorter one", async () => {
    const { figures, notes } = await compareHistories({ few: 200, many: 300, times: 2 });
    expect(figures).toHaveLength(questions.length + 1);
    expect(figures.every(({ value }) => value > 0)).toBe(true);
    expect(notes.join()).toContain("300 past suggestions against 200");
  });

  it("is as busy in the last weeks whether it is short or long", () => {
    const now = Date.now();
    const inTheLastMonth = (count: number) => {
      const when = whenSuggested(count, now);
      return Array.from({ length: count }, (_, number) => when(number)).filter((at) => at > now - monthMs);
    };
    expect(inTheLastMonth(1_000)).toHaveLength(inTheLastMonth(50_000).length);
    expect(inTheLastMonth(1_000).length).toBeGreaterThan(100);
  });
});
