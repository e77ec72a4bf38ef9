import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Config, readConfig, variableNames } from "../src/config.js";

const root = new URL("../", import.meta.url);
const contract = new URL("../shared/CONTRACT.md", root);
const key = (fill: (at: number) => number) => Buffer.from(Array.from({ length: 32 }, (_, at) => fill(at)));
const current = key((at) => at);
const older = key((at) => 255 - at);

const whole = {
  SLACK_BOT_TOKEN: "xoxb-canary-bot-7f3a",
  SLACK_APP_TOKEN: "xapp-canary-app-7f3a",
  SLACK_TEAM_ID: "T0TEAM",
  EXECUTIVE_ID: "U0EXEC",
  TEAM_CHANNEL_ID: "C0COMMS",
  X_API_KEY: "canary-x-api-key",
  X_API_KEY_SECRET: "canary-x-api-key-secret",
  X_ACCESS_TOKEN: "canary-x-access",
  X_ACCESS_TOKEN_SECRET: "canary-x-access-secret",
  FIRSTHAND_KEY: current.toString("base64"),
};

function configFrom(env: NodeJS.ProcessEnv): Config {
  const read = readConfig(env);
  if (read.kind === "complaints") throw new Error(read.complaints.join("\n"));
  return read.config;
}

function complaintsFrom(env: NodeJS.ProcessEnv): readonly string[] {
  const read = readConfig(env);
  return read.kind === "complaints" ? read.complaints : [];
}

/** The variables complained of, given these beside a whole environment. */
function refused(change: NodeJS.ProcessEnv): readonly (string | undefined)[] {
  return complaintsFrom({ ...whole, ...change }).map((line) => line.split(" ")[0]);
}

describe("the configuration", () => {
  it("is read from the required variables alone, with the contract's defaults", () => {
    expect(configFrom(whole)).toEqual({
      slack: {
        botToken: whole.SLACK_BOT_TOKEN,
        apiUrl: undefined,
        teamId: "T0TEAM",
        mode: { kind: "socket", appToken: whole.SLACK_APP_TOKEN },
      },
      executiveId: "U0EXEC",
      teamChannelId: "C0COMMS",
      corporateChannelId: null,
      executiveZone: null,
      x: {
        apiKey: whole.X_API_KEY,
        apiKeySecret: whole.X_API_KEY_SECRET,
        tokens: { accessToken: whole.X_ACCESS_TOKEN, accessTokenSecret: whole.X_ACCESS_TOKEN_SECRET },
        apiUrl: null,
      },
      holdSeconds: 10,
      cards: { atOnce: 1, perDay: 5, hours: { kind: "weekly", days: [1, 2, 3, 4, 5], from: 480, to: 1200 } },
      suggestionsPerHour: 20,
      keys: [current],
      databasePath: "./data/firsthand.db",
      articleAllowedHosts: [],
      healthPort: null,
      logLevel: "info",
    });
  });

  it("takes HTTP mode when there is no app token", () => {
    const http = { ...whole, SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "canary-signing-9", PORT: "3000" };
    expect(configFrom(http).slack.mode).toEqual({
      kind: "http",
      signingSecret: "canary-signing-9",
      host: "127.0.0.1",
      port: 3000,
    });
    expect(configFrom({ ...http, HOST: "0.0.0.0" }).slack.mode).toMatchObject({ host: "0.0.0.0" });
  });

  it("reads every optional variable", () => {
    const config = configFrom({
      ...whole,
      SLACK_API_URL: "http://127.0.0.1:4601/api",
      CORPORATE_CHANNEL_ID: "G0CORP",
      EXECUTIVE_TIMEZONE: "Europe/Paris",
      X_API_URL: "http://localhost:4602/",
      HOLD_SECONDS: "0",
      CARDS_AT_ONCE: "0",
      CARDS_PER_DAY: "0",
      CARD_HOURS: "always",
      SUGGESTIONS_PER_HOUR: "0",
      FIRSTHAND_KEY: `${older.toString("base64url")}, ${current.toString("base64")}`,
      DATABASE_PATH: "/srv/firsthand/one.db",
      ARTICLE_ALLOWED_HOSTS: "127.0.0.1:4603, [::1]:4604",
      HEALTH_PORT: "9090",
      LOG_LEVEL: "debug",
    });
    expect(config).toMatchObject({
      slack: { apiUrl: "http://127.0.0.1:4601/api/" },
      corporateChannelId: "G0CORP",
      executiveZone: "Europe/Paris",
      x: { apiUrl: "http://localhost:4602" },
      holdSeconds: 0,
      cards: { atOnce: 0, perDay: 0, hours: { kind: "always" } },
      suggestionsPerHour: 0,
      keys: [older, current],
      databasePath: "/srv/firsthand/one.db",
      articleAllowedHosts: ["127.0.0.1:4603", "[::1]:4604"],
      healthPort: 9090,
      logLevel: "debug",
    });
  });

  it("ends a Slack address in one slash", () => {
    for (const url of [
      "https://slack.example/api",
      "https://slack.example/api/",
      "https://slack.example/api//",
    ])
      expect(configFrom({ ...whole, SLACK_API_URL: url }).slack.apiUrl).toBe("https://slack.example/api/");
  });
});

describe("complaints", () => {
  it("come all at once, one line each, in words: which, what was expected, where to get it", () => {
    const complaints = complaintsFrom({});
    expect(complaints.map((line) => line.split(" ")[0])).toEqual([
      "SLACK_BOT_TOKEN",
      "SLACK_APP_TOKEN",
      "SLACK_TEAM_ID",
      "EXECUTIVE_ID",
      "TEAM_CHANNEL_ID",
      "X_API_KEY",
      "X_API_KEY_SECRET",
      "FIRSTHAND_KEY",
    ]);
    for (const line of complaints) expect(line).toMatch(/^[A-Z_]+ is missing: expected [^\n]+\. [^\n]+$/);
  });

  it("name several malformed variables and a missing one together", () => {
    expect(
      refused({ SLACK_BOT_TOKEN: "nonsense", EXECUTIVE_ID: "camille", X_API_KEY: " ", HOLD_SECONDS: "601" }),
    ).toEqual(["SLACK_BOT_TOKEN", "EXECUTIVE_ID", "X_API_KEY", "HOLD_SECONDS"]);
  });

  it.each([
    ["SLACK_BOT_TOKEN", ["xapp-1-abcdef", "xoxp-1-abcdef", "xoxb-", "xoxb-…"]],
    ["SLACK_APP_TOKEN", ["xoxb-1-abcdef", "xapp-"]],
    [
      "SLACK_API_URL",
      ["http://slack.com/api/", "http://127.0.0.1/api/", "ftp://127.0.0.1:1/", "https://u:p@a.b/"],
    ],
    [
      "SLACK_API_URL",
      ["https://a.b/?q=1", "https://a.b/#x", "nonsense", "http://127.0.0.1.evil.example:80/"],
    ],
    ["SLACK_TEAM_ID", ["U0TEAM", "t0team", "T"]],
    ["EXECUTIVE_ID", ["C0EXEC", "@camille", "U0EXEC,U0OTHER"]],
    ["TEAM_CHANNEL_ID", ["#comms", "D0COMMS"]],
    ["CORPORATE_CHANNEL_ID", ["general"]],
    ["EXECUTIVE_TIMEZONE", ["Paris", "+02:00", "Europe/Nowhere"]],
    [
      "X_API_URL",
      ["https://api.x.com", "http://127.0.0.1", "http://192.168.0.1:80", "http://127.0.0.1:80/2/"],
    ],
    [
      "X_API_URL",
      ["http://u:p@127.0.0.1:80", "http://127.0.0.1:80?x", "http://127.0.0.1:99999", "http://0x7f.1:80"],
    ],
    ["HOLD_SECONDS", ["-1", "601", "1.5", "ten"]],
    ["CARDS_AT_ONCE", ["-1", "many"]],
    ["CARDS_PER_DAY", ["5.5", "1e3"]],
    ["CARD_HOURS", ["Mon-Fri", "8-20", "Mon-Fri 20:00-08:00", "Mon 08:00-24:30"]],
    ["SUGGESTIONS_PER_HOUR", ["20/h"]],
    [
      "ARTICLE_ALLOWED_HOSTS",
      ["example.com:80", "127.0.0.1", "127.0.0.1:1,10.0.0.1:1", "http://127.0.0.1:1"],
    ],
    ["HEALTH_PORT", ["0", "65536"]],
    ["LOG_LEVEL", ["loud"]],
  ])("refuse a %s that is none", (name, values) => {
    for (const value of values) expect([value, ...refused({ [name]: value })]).toEqual([value, name]);
  });

  it("refuse short, long and mistyped keys, also among good ones", () => {
    const good = current.toString("base64");
    const bad = [
      current.subarray(1).toString("base64"),
      Buffer.concat([current, current]).toString("base64"),
      current.toString("hex"),
      `${good.slice(0, 10)} ${good.slice(10)}`,
      `${good}=`,
      "",
    ];
    for (const value of bad.slice(0, -1))
      expect(refused({ FIRSTHAND_KEY: value })).toEqual(["FIRSTHAND_KEY"]);
    for (const value of bad)
      expect(refused({ FIRSTHAND_KEY: `${good},${value}` })).toEqual(["FIRSTHAND_KEY"]);
  });

  it("ask for the other half of HTTP mode and of her tokens", () => {
    expect(refused({ SLACK_APP_TOKEN: "" })).toEqual(["SLACK_APP_TOKEN"]);
    expect(refused({ SLACK_APP_TOKEN: "", PORT: "3000" })).toEqual(["SLACK_SIGNING_SECRET"]);
    expect(refused({ SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "canary-signing-9" })).toEqual(["PORT"]);
    expect(refused({ X_ACCESS_TOKEN: "" })).toEqual(["X_ACCESS_TOKEN"]);
    expect(refused({ X_ACCESS_TOKEN_SECRET: "" })).toEqual(["X_ACCESS_TOKEN_SECRET"]);
  });

  it("does not ask for her tokens: without them the bot runs and posts nothing", () => {
    const read = readConfig({ ...whole, X_ACCESS_TOKEN: "", X_ACCESS_TOKEN_SECRET: "" });
    expect(read.kind === "config" && read.config.x.tokens).toBe(null);
  });

  it("never hold any part of a value", () => {
    const values = Object.fromEntries(variableNames.map((name) => [name, `§canary ${name.length}§ äöü`]));
    const said = complaintsFrom(values).join("\n");
    expect(said.split("\n").length).toBeGreaterThanOrEqual(20);
    expect(said).not.toMatch(/canary|§|äöü/);
    const nearly = complaintsFrom({
      ...whole,
      SLACK_BOT_TOKEN: "xoxp-canary",
      FIRSTHAND_KEY: "Y2FuYXJ5",
    }).join();
    expect(nearly).not.toMatch(/canary|Y2Fu|xoxp/);
  });
});

describe("the example environment", () => {
  const example = readFileSync(new URL(".env.example", root), "utf8");
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

  it("names exactly the variables that are read, each below a sentence, none with a value", () => {
    expect([...named].sort()).toEqual([...variableNames].sort());
    for (const name of named) expect(example).toMatch(new RegExp(`^# [^\\n]+[.]\\n${name}=$`, "m"));
  });

  // The contract lies beside the checkout where the project is developed; elsewhere there is nothing to compare.
  it.skipIf(!existsSync(contract))("names exactly the variables of the contract", () => {
    const [, section = ""] = readFileSync(contract, "utf8").split(/^## Environment$/m);
    const rows = section.split(/^## /m)[0]?.matchAll(/^\|([^|]+)\|/gm) ?? [];
    const promised = [...rows].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
    );
    expect(promised.sort()).toEqual([...named].sort());
  });
});
