import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../src/exit-codes.js";
import { runBot } from "./run-bot.js";
import { freePort, type House, type Mode, startHouse } from "./start-house.js";
import { whereSecretsStand } from "./where-secrets-stand.js";

const opened: House[] = [];
afterAll(async () => {
  for (const house of opened) await house.close();
});

async function houseWithoutBot(mode: Mode): Promise<House> {
  const house = await startHouse({ mode, withBot: false });
  opened.push(house);
  return house;
}

/** Runs the bot to its end; answers its code and its lines. */
async function startInVain(house: House, env: Record<string, string>) {
  const run = runBot({ ...house.env, ...env });
  house.runs.push(run);
  const { code } = await run.gone;
  expect(whereSecretsStand(house), "places where a secret stands").toEqual([]);
  return { code, lines: run.errorLines() };
}

describe("a start that cannot succeed", () => {
  it.each<[way: string, mode: Mode]>([
    ["for Socket Mode", "socket"],
    ["for HTTP", "http"],
  ])(
    "names every wrong variable %s on a line of its own, with code 78, and never what it held",
    async (_, mode) => {
      const house = await houseWithoutBot(mode);
      const { code, lines } = await startInVain(house, {
        SLACK_BOT_TOKEN: "CANARY-not-a-bot-token",
        SLACK_TEAM_ID: "CANARY",
        EXECUTIVE_ID: "",
        X_API_URL: "https://CANARY.example.org",
        FIRSTHAND_KEY: "CANARY",
        HOLD_SECONDS: "CANARY",
        ...(mode === "http" && { PORT: "CANARY" }),
      });
      expect(code).toBe(exitCodes.config);
      expect(lines.map((line) => line.split(" ")[0])).toEqual([
        "SLACK_BOT_TOKEN",
        ...(mode === "http" ? ["PORT"] : []),
        "SLACK_TEAM_ID",
        "EXECUTIVE_ID",
        "X_API_URL",
        "HOLD_SECONDS",
        "FIRSTHAND_KEY",
      ]);
      for (const line of lines) expect(line).toMatch(/^\w+ is (missing|malformed): expected .+\. \S.+$/);
    },
  );

  it("says in a sentence that Slack cannot be reached, or has no answer now, with code 75", async () => {
    const unreachable = {
      code: exitCodes.temporary,
      lines: ["Slack could not be reached. Nothing was started; try again later."],
    };
    const socket = await houseWithoutBot("socket");
    const nobody = `http://127.0.0.1:${await freePort()}/api/`;
    expect(await startInVain(socket, { SLACK_API_URL: nobody })).toEqual(unreachable);
    const http = await houseWithoutBot("http");
    http.slack.faults.next("auth.test", { kind: "http", status: 503 });
    expect(await startInVain(http, {})).toEqual(unreachable);
  });

  it("says what Slack does not accept, with code 78", async () => {
    const house = await houseWithoutBot("socket");
    const wrongToken = await startInVain(house, { SLACK_BOT_TOKEN: "xoxb-another-one" });
    expect(wrongToken.code).toBe(exitCodes.config);
    expect(wrongToken.lines.join()).toMatch(/^Slack does not accept SLACK_BOT_TOKEN: [^\n,]+\.$/);
    const wrongTeam = await startInVain(house, { SLACK_TEAM_ID: "T0ELSEWHERE" });
    expect(wrongTeam.code).toBe(exitCodes.config);
    expect(wrongTeam.lines).toEqual(["SLACK_BOT_TOKEN belongs to another workspace than SLACK_TEAM_ID."]);
    const nobody = await startInVain(house, { EXECUTIVE_ID: "U0NOBODY01" });
    expect(nobody.code).toBe(exitCodes.config);
    expect(nobody.lines).toEqual([
      "EXECUTIVE_ID names nobody in this workspace: copy it from her Slack profile.",
    ]);
  });

  it("says that the app's own token is refused with code 78, and that Slack gives no socket now with 75", async () => {
    const house = await houseWithoutBot("socket");
    const refused = await startInVain(house, { SLACK_APP_TOKEN: "xapp-1-another-one" });
    expect(refused.code).toBe(exitCodes.config);
    expect(refused.lines.join()).toMatch(/^Slack does not accept SLACK_APP_TOKEN: [^\n,]+\.$/);
    house.slack.faults.next("apps.connections.open", { kind: "http", status: 500 });
    const later = await startInVain(house, {});
    expect(later).toEqual({
      code: exitCodes.temporary,
      lines: ["Slack could not be heard. Nothing was started; try again later."],
    });
  });

  it("says that the port is taken, with code 75", async () => {
    const house = await houseWithoutBot("http");
    const taken = createServer().listen(Number(house.env.PORT), "127.0.0.1");
    await once(taken, "listening");
    const { code, lines } = await startInVain(house, {});
    taken.close();
    expect(code).toBe(exitCodes.temporary);
    expect(lines).toEqual(["PORT is in use by another program. Stop that one, or choose another port."]);
  });

  it("says that the database's path is none, with code 78", async () => {
    const house = await houseWithoutBot("socket");
    const folder = await mkdtemp(join(tmpdir(), "firsthand-test-"));
    await mkdir(join(folder, "firsthand.db"));
    const { code, lines } = await startInVain(house, { DATABASE_PATH: join(folder, "firsthand.db") });
    await rm(folder, { recursive: true });
    expect(code).toBe(exitCodes.config);
    expect(lines).toEqual(["DATABASE_PATH does not name a database that can be opened or made there."]);
  });
});
