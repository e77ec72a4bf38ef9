import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { COMMS, NADIA, workspaceOptions } from "./local-slack-fixture.js";
import { quietLogger } from "./quiet-logger.js";

let slack: LocalSlack;
afterEach(() => slack.close());

async function started(options: { retries?: number; rejectRateLimitedCalls?: boolean } = {}) {
  slack = await startLocalSlack(workspaceOptions());
  return new WebClient("xoxb-test-token", {
    logger: quietLogger,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: options.retries ?? 0, minTimeout: 1 },
    rejectRateLimitedCalls: options.rejectRateLimitedCalls ?? false,
    timeout: 300,
  });
}
const texts = () =>
  slack.hands
    .look(NADIA)
    .conversations.find(({ id }) => id === COMMS)
    ?.messages.map(({ text }) => text);
/** Every fault that lasts, by name: whatever is neither an act nor a list of what went out. */
const lasting = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(slack.faults).filter(
      ([name, value]) => typeof value !== "function" && name !== "captured",
    ),
  );
const post = (client: WebClient, text = "hello") => client.chat.postMessage({ channel: COMMS, text });

describe("the Web API in trouble", () => {
  it("too many requests come with the time to wait", async () => {
    const client = await started({ rejectRateLimitedCalls: true });
    slack.faults.next("chat.postMessage", { kind: "rate_limited", retryAfterSeconds: 7 });
    await expect(post(client)).rejects.toMatchObject({ retryAfter: 7 });
    expect(texts()).toEqual([]);
    await post(client);
    expect(texts()).toEqual(["hello"]);
  });

  it("a server error stops the call before it has any effect", async () => {
    const client = await started();
    slack.faults.next("*", { kind: "http", status: 503 }, 2);
    await expect(post(client)).rejects.toMatchObject({ statusCode: 503 });
    await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
    expect((await client.auth.test()).ok).toBe(true);
    expect(texts()).toEqual([]);
  });

  it("an internal error is an answer like another", async () => {
    const client = await started();
    slack.faults.next("chat.postMessage", { kind: "error", error: "internal_error" });
    await expect(post(client)).rejects.toMatchObject({ data: { error: "internal_error" } });
    expect(slack.calls.at(-1)).toMatchObject({ ok: false, error: "internal_error" });
    expect(slack.problems).toEqual([]);
  });

  it("a lost answer leaves the effect, so a client that tries again posts twice", async () => {
    const client = await started({ retries: 1 });
    slack.faults.next("chat.postMessage", { kind: "lost_answer" });
    await post(client);
    expect(texts()).toEqual(["hello", "hello"]);
  });

  it("a reset before the effect leaves nothing", async () => {
    const client = await started();
    slack.faults.next("chat.postMessage", { kind: "reset" });
    await expect(post(client)).rejects.toThrow();
    expect(texts()).toEqual([]);
  });

  it("a call can hang for ever", async () => {
    const client = await started();
    slack.faults.next("chat.postMessage", { kind: "hang" });
    await expect(post(client)).rejects.toThrow();
    expect(texts()).toEqual([]);
  });

  it("a held call has no effect until it is released", async () => {
    const client = await started();
    const held = slack.faults.hold("chat.postMessage");
    const posted = post(client);
    await held.arrived;
    expect(texts()).toEqual([]);
    held.release();
    await posted;
    expect(texts()).toEqual(["hello"]);
  });

  it("a dead picture refuses the message and is nobody's mistake", async () => {
    const client = await started();
    slack.faults.refuseImages = (url) => url.includes("dead");
    const image = (url: string) =>
      client.chat.postMessage({
        channel: COMMS,
        text: "picture",
        blocks: [{ type: "image", image_url: url, alt_text: "a picture" }],
      });
    await expect(image("https://example.org/dead.png")).rejects.toMatchObject({
      data: {
        error: "invalid_blocks",
        response_metadata: { messages: [expect.stringContaining("downloading image failed")] },
      },
    });
    await image("https://example.org/fine.png");
    expect(slack.problems).toEqual([]);
    expect(texts()).toEqual(["picture"]);
  });

  it("a refused block says where, and is written down", async () => {
    const client = await started();
    const blocks = [
      { type: "header" as const, text: { type: "plain_text" as const, text: "x".repeat(151) } },
    ];
    await expect(client.chat.postMessage({ channel: COMMS, text: "a", blocks })).rejects.toMatchObject({
      data: {
        error: "invalid_blocks",
        response_metadata: { messages: [expect.stringContaining("/blocks/0/text/text")] },
      },
    });
    expect(slack.problems).toEqual([expect.stringContaining("less than 151 characters")]);
  });

  it("a reset forgets every fault", async () => {
    const client = await started();
    slack.faults.next("*", { kind: "hang" }, 5);
    const healthy = lasting();
    Object.assign(slack.faults, {
      alterText: "as_slack",
      refuseImages: () => true,
      refuseConnections: true,
      deliverTwice: 1,
      signatureSkewSeconds: 1,
      clockSkewSeconds: 1,
      alterBlocks: () => [],
      omitMessageBlocks: true,
    } satisfies Partial<LocalSlack["faults"]>);
    expect(Object.keys(lasting()).filter((name) => lasting()[name] === healthy[name])).toEqual([]);
    slack.faults.reset();
    await post(client);
    expect(lasting()).toEqual(healthy);
  });
});

describe("texts as Slack hands them back", () => {
  it("have entities, links in brackets and shortcodes, while people see what was typed", async () => {
    const client = await started();
    slack.faults.alterText = "as_slack";
    const typed = "R&D < 3 👋🏽 🇫🇷 https://example.org/?a=1&b=2 <@U0NADIA001> 👨‍👩‍👧 ©";
    await slack.hands.say({ user: NADIA, channel: COMMS, text: typed });
    const { messages } = await client.conversations.history({ channel: COMMS });
    expect(messages?.[0]?.text).toBe(
      "R&amp;D &lt; 3 :wave::skin-tone-4: :fr: <https://example.org/?a=1&amp;b=2> <@U0NADIA001> :man-woman-girl: ©",
    );
    expect(texts()).toEqual([typed]);
  });
});
