import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import type { LocalSlackOptions } from "../../../src/sandbox/slack/local-slack-options.js";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import {
  ALL_SCOPES,
  BOARD,
  BOT,
  CAMILLE,
  COMMS,
  GENERAL,
  NADIA,
  workspaceOptions,
} from "./local-slack-fixture.js";
import { quietLogger } from "./quiet-logger.js";

let slack: LocalSlack;
afterEach(() => slack.close());

async function started(over: Partial<LocalSlackOptions> = {}, token = "xoxb-test-token") {
  slack = await startLocalSlack(workspaceOptions(over));
  return new WebClient(token, {
    logger: quietLogger,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { data?: { error: string; needed?: string; response_metadata?: { messages?: string[] } } }) =>
      error.data ?? Promise.reject(error),
  );

describe("tokens", () => {
  it("a wrong token, a missing one, and the app token in the bot's place are told apart", async () => {
    const client = await started();
    const as = (token: string | undefined) =>
      refusal(new WebClient(token, { logger: quietLogger, slackApiUrl: slack.apiUrl }).auth.test());
    expect(await as("xoxb-other")).toMatchObject({ error: "invalid_auth" });
    expect(await as(undefined)).toMatchObject({ error: "not_authed" });
    expect(await as("xapp-test-token")).toMatchObject({ error: "not_allowed_token_type" });
    expect(await refusal(client.apps.connections.open({}))).toMatchObject({
      error: "not_allowed_token_type",
    });
    expect(await refusal(client.apiCall("chat.shout"))).toMatchObject({ error: "unknown_method" });
    expect(slack.problems).toHaveLength(5);
  });

  it("the log of calls keeps arguments and never a token", async () => {
    const client = await started();
    await client.users.info({ user: NADIA });
    await fetch(`${slack.apiUrl}auth.test`, {
      method: "POST",
      body: new URLSearchParams({ token: "xoxb-test-token" }),
    });
    expect(slack.calls.map(({ method, ok }) => ({ method, ok }))).toEqual([
      { method: "users.info", ok: true },
      { method: "auth.test", ok: true },
    ]);
    expect(JSON.stringify(slack.calls)).not.toContain("xoxb-");
  });
});

const CALLS: [string, string, Record<string, unknown>][] = [
  ["chat.postMessage", "chat:write", { channel: COMMS, text: "hello" }],
  ["chat.update", "chat:write", { channel: COMMS, ts: "1.1", text: "hello" }],
  ["chat.delete", "chat:write", { channel: COMMS, ts: "1.1" }],
  ["chat.postEphemeral", "chat:write", { channel: COMMS, user: NADIA, text: "hello" }],
  ["conversations.open", "im:write", { users: NADIA }],
  ["users.info", "users:read", { user: NADIA }],
  ["users.list", "users:read", {}],
  ["bots.info", "users:read", { bot: "B0NOBODY" }],
  ["team.info", "team:read", {}],
  ["conversations.info", "channels:read", { channel: COMMS }],
  ["conversations.info", "groups:read", { channel: BOARD }],
  ["conversations.members", "channels:read", { channel: COMMS }],
  ["conversations.members", "groups:read", { channel: BOARD }],
  ["conversations.history", "channels:history", { channel: COMMS }],
  ["conversations.history", "groups:history", { channel: BOARD }],
  ["conversations.replies", "channels:history", { channel: COMMS, ts: "1.1" }],
];

describe("scopes", () => {
  it.each(CALLS)("%s is refused without %s and names it", async (method, scope, args) => {
    const client = await started({ scopes: ALL_SCOPES.filter((each) => each !== scope) });
    expect(await refusal(client.apiCall(method, args))).toMatchObject({
      error: "missing_scope",
      needed: scope,
    });
    expect(slack.usedScopes()).toEqual([]);
    expect(slack.problems).toEqual([expect.stringContaining(`needs ${scope}`)]);
  });

  it.each(CALLS)("%s with nothing but %s is not stopped by scopes", async (method, scope, args) => {
    const client = await started({ scopes: [scope] });
    expect((await refusal(client.apiCall(method, args)))?.error).not.toBe("missing_scope");
    expect(slack.usedScopes()).toEqual([scope]);
  });

  it("the history of a direct message needs im:history", async () => {
    const client = await started({ scopes: ["chat:write", "im:write"] });
    const { channel } = await client.conversations.open({ users: CAMILLE });
    expect(await refusal(client.conversations.history({ channel: channel?.id ?? "" }))).toMatchObject({
      error: "missing_scope",
      needed: "im:history",
    });
  });

  it("good answers carry the granted scopes in a header", async () => {
    await started({ scopes: ["chat:write"] });
    const answer = await fetch(`${slack.apiUrl}auth.test`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-test-token" },
    });
    expect(answer.headers.get("x-oauth-scopes")).toBe("chat:write");
    expect(await answer.json()).toMatchObject({ ok: true, user_id: BOT, team_id: "T0FIRST001" });
  });
});

describe("messages", () => {
  it("a message to a person opens the one direct message between them", async () => {
    const client = await started();
    const posted = await client.chat.postMessage({ channel: CAMILLE, text: "hello" });
    const opened = await client.conversations.open({ users: CAMILLE });
    expect(posted.channel).toMatch(/^D/);
    expect(opened.channel?.id).toBe(posted.channel);
    expect(await refusal(client.conversations.open({ users: "U0NOBODY" }))).toMatchObject({
      error: "user_not_found",
    });
  });

  it("the bot writes only where it is, and cannot see private channels it is not in", async () => {
    const client = await started({
      channels: [
        { id: GENERAL, name: "general", isPrivate: false, members: [NADIA] },
        { id: BOARD, name: "board", isPrivate: true, members: [NADIA] },
      ],
    });
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: "hello" }));
    expect(await post(GENERAL)).toMatchObject({ error: "not_in_channel" });
    expect(await post(BOARD)).toMatchObject({ error: "channel_not_found" });
    expect(await post("C0NOWHERE")).toMatchObject({ error: "channel_not_found" });
  });

  it("an edit keeps what it does not mention, and only the bot's own messages can be edited", async () => {
    const client = await started();
    const { ts = "" } = await client.chat.postMessage({
      channel: COMMS,
      text: "first",
      blocks: [{ type: "divider" }],
      metadata: { event_type: "card", event_payload: { id: "s1" } },
    });
    await client.chat.update({ channel: COMMS, ts, text: "second" });
    const [message] = slack.hands.look(NADIA).conversations.find(({ id }) => id === COMMS)?.messages ?? [];
    expect(message).toMatchObject({
      text: "second",
      edited: true,
      blocks: [{ type: "divider" }],
      metadata: { event_payload: { id: "s1" } },
    });
    await slack.hands.say({ user: NADIA, channel: COMMS, text: "mine" });
    const hers = slack.hands.look(NADIA).conversations.find(({ id }) => id === COMMS)?.messages[1]?.ts ?? "";
    const update = (channel: string, which: string, text: string) =>
      refusal(client.chat.update({ channel, ts: which, text }));
    expect(await update(COMMS, hers, "x")).toMatchObject({ error: "cant_update_message" });
    expect(await update(COMMS, "1.000001", "x")).toMatchObject({ error: "message_not_found" });
    expect(await update(CAMILLE, ts, "x")).toMatchObject({ error: "channel_not_found" });
    expect(await update(COMMS, ts, "x".repeat(4001))).toMatchObject({ error: "msg_too_long" });
  });

  it("history pages backwards, leaves replies out, and shows metadata only when asked", async () => {
    const client = await started();
    const post = (text: string, more = {}) =>
      client.chat.postMessage({ channel: COMMS, text, ...more }).then(({ ts }) => ts ?? "");
    const first = await post("one", { metadata: { event_type: "card", event_payload: { id: "s1" } } });
    await post("reply", { thread_ts: first });
    await post("shouted reply", { thread_ts: first, reply_broadcast: true });
    const last = await post("two");
    const history = await client.conversations.history({ channel: COMMS, limit: 2 });
    expect(history.messages?.map(({ text }) => text)).toEqual(["two", "shouted reply"]);
    expect(history.has_more).toBe(true);
    const older = await client.conversations.history({
      channel: COMMS,
      cursor: history.response_metadata?.next_cursor ?? "",
      include_all_metadata: true,
    });
    expect(older.messages).toMatchObject([{ text: "one", reply_count: 2, metadata: { event_type: "card" } }]);
    const between = await client.conversations.history({ channel: COMMS, oldest: first, latest: last });
    expect(between.messages?.map(({ text }) => text)).toEqual(["shouted reply"]);
    const edges = await client.conversations.history({
      channel: COMMS,
      oldest: first,
      latest: last,
      inclusive: true,
    });
    expect(edges.messages?.map(({ text }) => text)).toEqual(["two", "shouted reply", "one"]);
    expect(edges.messages?.at(-1)?.metadata).toBeUndefined();
    const thread = await client.conversations.replies({ channel: COMMS, ts: first });
    expect(thread.messages?.map(({ text }) => text)).toEqual(["one", "reply", "shouted reply"]);
  });

  it("an ephemeral message is seen by its one reader and by nobody else", async () => {
    const client = await started();
    await client.chat.postEphemeral({ channel: COMMS, user: NADIA, text: "for Nadia" });
    const seenBy = (user: string) =>
      slack.hands
        .look(user)
        .conversations.find(({ id }) => id === COMMS)
        ?.messages.map(({ text }) => text);
    expect(seenBy(NADIA)).toEqual(["for Nadia"]);
    expect(seenBy(CAMILLE)).toEqual([]);
    expect(
      await refusal(client.chat.postEphemeral({ channel: COMMS, user: CAMILLE, text: "x" })),
    ).toMatchObject({ error: "user_not_in_channel" });
    expect((await client.conversations.history({ channel: COMMS })).messages).toEqual([]);
  });

  it("a person sees no private channel and no direct message of others", async () => {
    await started();
    const seen = slack.hands.look(NADIA).conversations;
    expect(seen.map(({ id }) => id)).not.toContain(BOARD);
    expect(seen.filter(({ kind }) => kind === "dm")).toHaveLength(1);
    expect(seen.find(({ id }) => id === COMMS)?.member).toBe(true);
  });
});
