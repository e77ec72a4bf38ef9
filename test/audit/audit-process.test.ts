import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import { startLocalX } from "../../src/sandbox/x/start-local-x.js";
import { aChange, account, executive, morning, newId } from "../db/builders.js";
import { clientOf } from "../sandbox/x/x-client.js";
import { aBusyHouse, type BusyHouse, behindTheFences, copyOf } from "./a-busy-house.js";
import { runAudit } from "./run-audit.js";

// Built by `npm test` before the suite: what runs here is the command an operator runs.

let house: BusyHouse;
let folder: string;
let path: string;
beforeAll(async () => {
  house = await aBusyHouse();
});
afterAll(() => house.desk.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-audit-"));
  path = join(folder, "firsthand.db");
  writeFileSync(path, house.desk.database.sqlite.serialize(), { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = Buffer.alloc(32, 7).toString("base64");
const env = (given: Record<string, string> = {}) => ({ DATABASE_PATH: path, FIRSTHAND_KEY: key, ...given });
const xKeys = {
  X_API_KEY: "CANARYkey",
  X_API_KEY_SECRET: "CANARYsecret",
  X_ACCESS_TOKEN: "CANARYtoken",
  X_ACCESS_TOKEN_SECRET: "CANARYtokensecret",
};

/** Runs it; whatever it says, nothing secret and nobody's words are in it. */
async function audit(given: Record<string, string>, ...args: string[]) {
  const run = await runAudit(given, ...args);
  const everything = [...run.out, ...run.err].join("\n");
  for (const secret of [key, "CANARY", "merger", executive, account.handle])
    expect(everything).not.toContain(secret);
  return run;
}

describe("a whole house", () => {
  test("ends with «Whole.» and 0, and no file is made or changed", async () => {
    const before = readFileSync(path);
    const { seq, hash } = house.head;
    const { code, out, err } = await audit(env(), "--head", `${seq}:${hash}`);
    expect([code, out.at(-1), err]).toEqual([0, "Whole.", []]);
    expect(out).toContain(`Record: ${seq} lines, the last ${seq}:${hash}.`);
    expect(readdirSync(folder)).toEqual(["firsthand.db"]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
  test("is read beside a Firsthand that holds the lock and goes on writing", async () => {
    const database = openDatabase(path);
    const store = openStore(database, { newId });
    let running = true;
    let written = 0;
    const done = audit(env()).finally(() => {
      running = false;
    });
    while (running) {
      const entry = { kind: "declined", at: morning, who: executive, about: {} } as const;
      expect(await store.commit(aChange({ record: [entry, entry] }))).toEqual({ kind: "done" });
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { code, out } = await done;
    database.close();
    expect([code, out.at(-1)]).toEqual([0, "Whole."]);
    expect(written).toBeGreaterThan(1);
    expect((await audit(env())).out).toContainEqual(
      expect.stringContaining(`Record: ${house.head.seq + 2 * written} lines`),
    );
  });
  test("cut off in the middle of its work, its log is read too", async () => {
    const database = openDatabase(path);
    const entry = { kind: "declined", at: morning, who: executive, about: {} } as const;
    await openStore(database, { newId }).commit(aChange({ record: [entry] }));
    // What a killed process leaves behind: the file and its log, not brought together.
    const left = join(folder, "left.db");
    for (const end of ["", "-wal"]) writeFileSync(`${left}${end}`, readFileSync(`${path}${end}`));
    database.close();
    const { code, out } = await audit(env({ DATABASE_PATH: left }));
    expect([code, out.at(-1)]).toEqual([0, "Whole."]);
    expect(out).toContainEqual(expect.stringContaining(`Record: ${house.head.seq + 1} lines`));
  });
});

describe("a house somebody laid hands on", () => {
  const tampered = (...statements: string[]) => {
    const copy = copyOf(house);
    behindTheFences(copy, ...statements);
    writeFileSync(path, copy.sqlite.serialize());
    copy.close();
  };

  test("ends with the number of findings and 1", async () => {
    tampered("UPDATE approvals SET text = 'CANARY'", "UPDATE record SET about = 'CANARY' WHERE seq = 3");
    const { code, out, err } = await audit(env());
    expect([code, err]).toEqual([1, []]);
    expect(out).toContain("Line 3 of the record is not the line that was written.");
    const findings = out.filter((line) => /^(The|Line)\b/.test(line)).length;
    expect(out.at(-1)).toBe(`${findings} findings.`);
  });
  test("with its end cut off, is found out by the head of a weekly message", async () => {
    const to = house.head.seq - 1;
    tampered(
      `DELETE FROM record WHERE seq > ${to}`,
      `UPDATE record_head SET seq = ${to}, hash = (SELECT hash FROM record WHERE seq = ${to})`,
    );
    expect((await audit(env())).code).toBe(0);
    const { code, out } = await audit(env(), "--head", `${house.head.seq}:${house.head.hash}`);
    expect([code, out.at(-1)]).toEqual([1, "1 finding."]);
  });
  test("is said at no greater length than anybody reads", async () => {
    tampered(
      `INSERT INTO record WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1999)
        SELECT i, (SELECT id FROM desks), 1, 'declined', NULL, '{}', 'x', 'y' FROM n`,
    );
    const { code, out } = await audit(env());
    expect([code, out.at(-1)]).toEqual([1, "1002 findings."]);
    expect(out.at(-2)).toBe("… and 802 more.");
    expect(out.length).toBeLessThan(220);
  });
});

describe("what cannot be audited", () => {
  test("without a key and without a file: one sentence, 78, and nothing is made", async () => {
    const without = await audit({ DATABASE_PATH: path });
    expect([without.code, without.out, without.err]).toEqual([
      78,
      [],
      [
        expect.stringMatching(
          /^FIRSTHAND_KEY is missing: expected one or more random keys .*as the bot has it\.$/,
        ),
      ],
    ]);
    const missing = join(folder, "no", "such.db");
    const gone = await audit(env({ DATABASE_PATH: missing }));
    expect([gone.code, gone.out, gone.err]).toEqual([78, [], [`There is no database at ${missing}.`]]);
    expect(readdirSync(folder)).toEqual(["firsthand.db"]);
    expect((await audit(env({ FIRSTHAND_KEY: "CANARY" }))).err[0]).toMatch(/^FIRSTHAND_KEY is malformed/);
  });
  test.each<[string, (sqlite: Database.Database) => void, string]>([
    [
      "a newer one",
      (sqlite) => sqlite.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e12)"),
      "newer Firsthand",
    ],
    [
      "an older one",
      (sqlite) =>
        sqlite.exec(
          "DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)",
        ),
      "older Firsthand",
    ],
    [
      "somebody else's",
      (sqlite) => sqlite.exec("DROP TABLE __drizzle_migrations"),
      "no database of Firsthand",
    ],
  ])("%s is refused in a sentence", async (_, change, words) => {
    const sqlite = new Database(path);
    change(sqlite);
    sqlite.close();
    const { code, out, err } = await audit(env());
    expect([code, out]).toEqual([78, []]);
    expect(err).toEqual([expect.stringContaining(words)]);
  });
  test("what is no database at all is refused in a sentence", async () => {
    writeFileSync(path, "CANARY".repeat(500));
    expect(await audit(env())).toMatchObject({
      code: 78,
      err: [`The file ${path} is no database of Firsthand.`],
    });
    expect(await audit(env({ DATABASE_PATH: folder }))).toMatchObject({
      code: 78,
      err: [expect.stringContaining("cannot be read")],
    });
  });
  test("arguments that are not understood are refused, and --help says which there are", async () => {
    for (const args of [["--head", "12"], ["--head", "x:CANARY"], ["--hed"], ["stray"]])
      expect(await audit(env(), ...args)).toMatchObject({ code: 78, out: [], err: [expect.any(String)] });
    const { code, out } = await audit({}, "--help");
    expect(code).toBe(0);
    expect(out.join("\n")).toMatch(/--head SEQ:HASH.*--timeline/s);
  });
});

describe("the timeline", () => {
  test("needs the variables of X, and says which are missing", async () => {
    const { code, err } = await audit(env({ X_API_KEY: "CANARY" }), "--timeline");
    expect(code).toBe(78);
    expect(err.map((line) => line.split(" is ")[0])).toEqual([
      "X_API_KEY_SECRET",
      "X_ACCESS_TOKEN",
      "X_ACCESS_TOKEN_SECRET",
    ]);
  });
  test("lists what Firsthand did not send; that is an answer and no finding", async () => {
    const her = {
      id: account.id,
      handle: account.handle,
      name: "Camille",
      accessToken: xKeys.X_ACCESS_TOKEN,
      accessTokenSecret: xKeys.X_ACCESS_TOKEN_SECRET,
    };
    const app = { apiKey: xKeys.X_API_KEY, apiKeySecret: xKeys.X_API_KEY_SECRET };
    const x = await startLocalX({ ...app, accounts: [her], now: () => morning + 5_000 });
    const keys = { appKey: app.apiKey, appSecret: app.apiKeySecret };
    const { data } = await clientOf(x, her, keys).v2.tweet("CANARY by hand");
    const { code, out } = await audit(env({ ...xKeys, X_API_URL: x.url }), "--timeline");
    await x.close();
    expect([code, out.at(-1)]).toEqual([0, "Whole."]);
    expect(out).toContain(`  https://x.com/i/status/${data.id}  2026-11-23T09:00:05Z`);
    expect(x.problems).toEqual([]);
  });
  test("that cannot be read ends with 75, so that nobody takes silence for an answer", async () => {
    const gone = await startLocalX({ apiKey: "", apiKeySecret: "", accounts: [] });
    await gone.close();
    const { code, out } = await audit(env({ ...xKeys, X_API_URL: gone.url }), "--timeline");
    expect(code).toBe(75);
    expect(out).toContainEqual(expect.stringMatching(/^Timeline: it could not be read/));
  });
});
