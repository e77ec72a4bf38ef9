import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canarySecrets, canaryTokens } from "./canary.js";
import { OTHER_ACCOUNT } from "./people.js";
import { type Searched, whereSecretsStand } from "./where-secrets-stand.js";

// No `+` and no `/`: the key must be found without them too.
const key = Buffer.alloc(32, "a key of thirty-two bytes, no dice").toString("base64");
const SECRETS = { ...canarySecrets(), other: canaryTokens(OTHER_ACCOUNT.id).accessTokenSecret, key };
const secrets = Object.values(SECRETS);

let folder: string;
let database: Database.Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firsthand-canary-"));
  database = new Database(join(folder, "firsthand.db"));
  database.exec("PRAGMA page_size = 512; PRAGMA journal_mode = WAL; CREATE TABLE told (words)");
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

function quiet(): Searched {
  const slack = { calls: [{ method: "auth.test", args: {} }], hands: { look: () => ({}) } };
  return { runs: [{ output: () => "started" }], slack, x: { calls: [] }, folder, secrets };
}

const LEAKS: Record<string, (house: Searched, secret: string) => Searched> = {
  "the bot's output, life 2": (house, secret) => ({
    ...house,
    runs: [...house.runs, { output: () => `Error: Bearer ${secret}` }],
  }),
  "the calls of Slack's API": (house, secret) => ({
    ...house,
    slack: { ...house.slack, calls: [{ method: "chat.update", args: { blocks: [{ text: secret }] } }] },
  }),
  "the calls of X's API": (house, secret) => ({
    ...house,
    x: { calls: [{ method: "GET", path: `/2/users/me?key=${encodeURIComponent(secret)}` }] },
  }),
  "what people see": (house, secret) => ({
    ...house,
    slack: { ...house.slack, hands: { look: () => ({ messages: [{ text: `It is ${secret}` }] }) } },
  }),
};

describe("the search for secrets", () => {
  it("finds none in a quiet house", () => {
    expect(whereSecretsStand(quiet())).toEqual([]);
  });

  it.each(Object.entries(SECRETS))("finds the %s wherever it leaks to", async (_name, secret) => {
    for (const [place, leak] of Object.entries(LEAKS)) {
      expect(whereSecretsStand(leak(quiet(), secret))).toEqual([place]);
    }
    database.prepare("INSERT INTO told VALUES (?)").run(secret);
    expect(whereSecretsStand(quiet())).toEqual(["the file firsthand.db-wal", "the table told"]);
    // Over several pages no piece in the file may be whole: the table says it all the same.
    database.prepare("DELETE FROM told").run();
    database.prepare("INSERT INTO told VALUES (?)").run(`${"-".repeat(490)}${secret}${"-".repeat(900)}`);
    expect(whereSecretsStand(quiet())).toContain("the table told");
    database.exec(
      "DELETE FROM told; PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)",
    );
    expect(whereSecretsStand(quiet())).toEqual([]);
    await writeFile(join(folder, "core.dump"), `\u0000\u0001${secret}\u0000`);
    expect(whereSecretsStand(quiet())).toEqual(["the file core.dump"]);
    await rm(join(folder, "core.dump"));
  });

  it("finds a secret in its other spellings, and the bytes of the key", () => {
    for (const secret of secrets) {
      const bytes = Buffer.from(secret);
      const spelled = [
        bytes.toString("hex"),
        encodeURIComponent(secret),
        ...["", "k", "k:"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
        Buffer.from(`key:${secret}:more`).toString("base64url"),
      ];
      for (const each of spelled) {
        const house = { ...quiet(), runs: [{ output: () => each }] };
        expect(whereSecretsStand(house), each).toEqual(["the bot's output, life 1"]);
      }
    }
    database.prepare("INSERT INTO told VALUES (?)").run(Buffer.from(key, "base64"));
    expect(whereSecretsStand(quiet())).toContain("the table told");
  });
});
