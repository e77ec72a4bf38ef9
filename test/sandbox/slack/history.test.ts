import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { COMMS, workspaceOptions } from "./local-slack-fixture.js";
import { quietLogger } from "./quiet-logger.js";

let slack: LocalSlack;
afterEach(() => slack.close());

async function started() {
  slack = await startLocalSlack(workspaceOptions());
  return new WebClient("xoxb-test-token", {
    logger: quietLogger,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
}

async function posted(client: WebClient, texts: string[], more = {}): Promise<string[]> {
  const stamps: string[] = [];
  for (const text of texts) {
    const { ts } = await client.chat.postMessage({ channel: COMMS, text, ...more });
    stamps.push(ts ?? "");
  }
  return stamps;
}

const said = (answer: { messages?: { text?: string }[] }) => answer.messages?.map(({ text }) => text);
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { data?: { error?: string } }) => error.data?.error,
  );

describe("the history of a channel", () => {
  it("comes in pages that neither repeat nor lose a message while others are posted and deleted", async () => {
    const client = await started();
    const [, two = ""] = await posted(client, ["one", "two", "three", "four"]);
    const first = await client.conversations.history({ channel: COMMS, limit: 2 });
    expect(said(first)).toEqual(["four", "three"]);
    await posted(client, ["five"]);
    await client.chat.delete({ channel: COMMS, ts: two });
    const rest = await client.conversations.history({
      channel: COMMS,
      limit: 2,
      cursor: first.response_metadata?.next_cursor ?? "",
    });
    expect(said(rest)).toEqual(["one"]);
    expect(rest).toMatchObject({ has_more: false });
    expect(rest.response_metadata?.next_cursor ?? "").toBe("");
  });

  it("ends before its edges, or with them when they are to be included", async () => {
    const client = await started();
    const [one = "", two = "", three = ""] = await posted(client, ["one", "two", "three"]);
    const between = async (range: object) =>
      said(await client.conversations.history({ channel: COMMS, ...range }));
    expect(await between({ oldest: one })).toEqual(["three", "two"]);
    expect(await between({ latest: three })).toEqual(["two", "one"]);
    expect(await between({ oldest: one, latest: three })).toEqual(["two"]);
    expect(await between({ oldest: one, inclusive: true })).toEqual(["three", "two", "one"]);
    expect(await between({ latest: three, inclusive: true })).toEqual(["three", "two", "one"]);
    expect(await between({ latest: two, inclusive: true, limit: 1 })).toEqual(["two"]);
    expect(await between({ inclusive: true })).toEqual(["three", "two", "one"]);
  });

  it("takes no cursor and no timestamp it did not make", async () => {
    const client = await started();
    await posted(client, ["one"]);
    const asked = (args: object) => refusal(client.conversations.history({ channel: COMMS, ...args }));
    expect(await asked({ cursor: "bm90IG9uZQ==" })).toBe("invalid_cursor");
    expect(await asked({ latest: "yesterday" })).toBe("invalid_ts_latest");
    expect(await asked({ oldest: "2026-11-24" })).toBe("invalid_ts_oldest");
  });
});

describe("the replies of a thread", () => {
  it("come oldest first after the message they answer, whatever the edges, in pages", async () => {
    const client = await started();
    const [parent = ""] = await posted(client, ["parent"]);
    const [, second = ""] = await posted(client, ["a", "b", "c"], { thread_ts: parent });
    const thread = { channel: COMMS, ts: parent };
    const late = await client.conversations.replies({ ...thread, oldest: second });
    expect(said(late)).toEqual(["parent", "c"]);
    const first = await client.conversations.replies({ ...thread, limit: 2 });
    expect(said(first)).toEqual(["parent", "a"]);
    expect(first.has_more).toBe(true);
    const cursor = first.response_metadata?.next_cursor ?? "";
    expect(said(await client.conversations.replies({ ...thread, limit: 2, cursor }))).toEqual(["b", "c"]);
    expect(await refusal(client.conversations.replies({ ...thread, cursor: "x" }))).toBe("invalid_cursor");
  });

  it("show metadata only when asked for all of it", async () => {
    const client = await started();
    const [parent = ""] = await posted(client, ["parent"]);
    const metadata = { event_type: "line", event_payload: { id: "m1" } };
    await posted(client, ["marked"], { thread_ts: parent, metadata });
    const thread = { channel: COMMS, ts: parent };
    const plain = await client.conversations.replies(thread);
    expect(plain.messages?.map((message) => message.metadata)).toEqual([undefined, undefined]);
    const all = await client.conversations.replies({ ...thread, include_all_metadata: true });
    expect(all.messages?.map((message) => message.metadata)).toEqual([undefined, metadata]);
  });
});
