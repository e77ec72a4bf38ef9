import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { openLog, slackLogger } from "../src/log.js";

function logTo(level = "info") {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: openLog(level, destination), lines };
}

const secrets = [
  "xoxb-111111111111-canary",
  "xoxe.xoxp-1-canary",
  "xapp-1-A111-canary",
  "Bearer canary.canary-canary",
  'OAuth oauth_consumer_key="canary", oauth_signature="canary%3D"',
  'oauth_token="canary"',
  "wss://wss-primary.slack.com/link/?ticket=canary&app_id=A1",
  `accessTokenSecret: ${"canary".repeat(8)}`,
  `{"token":"${"canary".repeat(8)}"}`,
  `the api key was ${"canary".repeat(8)}==`,
];

describe("the log", () => {
  it("writes one line of JSON with time, level, event and fields", () => {
    const { log, lines } = logTo();
    log("posted", { post: "abcdefghij0123456789", tries: 1, late: false, detail: null });
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? "");
    expect(line).toMatchObject({ level: "info", event: "posted", post: "abcdefghij0123456789", tries: 1 });
    expect(Object.keys(line).sort()).toEqual(["detail", "event", "late", "level", "post", "time", "tries"]);
    expect(new Date(line.time).toISOString()).toBe(line.time);
  });

  it("raises what went wrong to a warning, and keeps the level it was given", () => {
    const { log, lines } = logTo("warn");
    log("posted");
    log("post_unknown", { part: "p" });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: "warn", event: "post_unknown" }]);
  });

  it("blanks fields that are named like a secret, whatever they hold", () => {
    const { log, lines } = logTo();
    log("failed", { accessToken: "canary", api_key: "canary", Authorization: "canary", signingSecret: 5 });
    expect(lines.join()).not.toContain("canary");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ accessToken: "[secret]", signingSecret: "[secret]" });
  });

  it.each(secrets)("takes the secret out of «%s»", (secret) => {
    const { log, lines } = logTo();
    log("failed", { detail: `it said ${secret} and ended` });
    expect(lines.join()).not.toContain("canary");
    expect(lines.join()).toContain("it said");
  });

  it("keeps ids and digests as they are", () => {
    const { log, lines } = logTo();
    const digest = "x".repeat(43);
    log("approved", { revision: digest, keyId: "q83vEjRW", detail: "HTTP 503: Service Unavailable" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      revision: digest,
      keyId: "q83vEjRW",
      detail: "HTTP 503: Service Unavailable",
    });
  });
});

describe("the log Slack's libraries write to", () => {
  it("drops debug and info, where payloads stand", () => {
    const { log, lines } = logTo("debug");
    slackLogger(log).debug("payload", { text: "canary" });
    slackLogger(log).info("payload canary");
    expect(lines).toEqual([]);
  });

  it("tells warnings and errors in one short scrubbed sentence without payloads", () => {
    const { log, lines } = logTo();
    const logger = slackLogger(log);
    logger.warn("http request failed", { headers: "canary" }, "xoxb-1-canary");
    logger.error(Object.assign(new Error('An API error occurred: {"text":"canary"}'), { data: "canary" }));
    logger.error(`${"long ".repeat(100)}\ncanary`);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "slack_failed", severity: "warn", said: "http request failed  [slack token]" },
      { event: "slack_failed", severity: "error", said: "An API error occurred: " },
      { event: "slack_failed", severity: "error" },
    ]);
    expect(JSON.parse(lines[2] ?? "").said).toHaveLength(200);
    expect(lines.join()).not.toContain("canary");
  });
});
