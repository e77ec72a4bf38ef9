import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import { knowMembers, type Members } from "../../src/slack/membership.js";
import type { SlackClients } from "../../src/slack/slack-clients.js";
import { nadia } from "../db/builders.js";
import { BOT } from "../sandbox/slack/local-slack-fixture.js";
import { type Office, olga as olgaId, openOffice, teamChannel } from "./an-office.js";

const olga = olgaId as SlackUserId;
let office: Office;
let members: Members;
beforeEach(async () => {
  office = await openOffice();
  members = knowMembers(teamChannel, office.clients, office.log);
});
afterEach(() => office.close());

const asked = () => office.slack.calls.filter(({ method }) => method === "conversations.members").length;

describe("who is a member of the team channel", () => {
  test("a yes is remembered", async () => {
    expect(await members.isMember(nadia)).toBe("member");
    expect(await members.isMember(nadia)).toBe("member");
    expect(asked()).toBe(1);
  });
  test("a no is asked again each time", async () => {
    expect(await members.isMember(olga)).toBe("not_member");
    await office.slack.hands.join({ user: olga, channel: teamChannel });
    expect(await members.isMember(olga)).toBe("member");
    expect(asked()).toBe(2);
  });
  test("who joins is one at once, who leaves is asked about again", async () => {
    members.joined(olga);
    expect(await members.isMember(olga)).toBe("member");
    expect(asked()).toBe(0);
    members.left(olga);
    expect(await members.isMember(olga)).toBe("not_member");
    expect(asked()).toBe(1);
  });
  test("one person's yes says nothing of another", async () => {
    await members.isMember(nadia);
    expect(await members.isMember(olga)).toBe("not_member");
  });
  test("is found on whatever page of the list", async () => {
    const many = Array.from({ length: 2_300 }, (_, n) => `U0MANY${n}`);
    await office.close();
    office = await openOffice({
      channels: [{ id: teamChannel, name: "comms", isPrivate: true, members: [...many, BOT, nadia] }],
    });
    members = knowMembers(teamChannel, office.clients, office.log);
    expect(await members.isMember(nadia)).toBe("member");
    expect(asked()).toBe(3);
  });
});

describe("when Slack does not say", () => {
  test.each([
    ["an error", { kind: "error", error: "internal_error" }],
    ["a server error", { kind: "http", status: 503 }],
    ["a rate limit", { kind: "rate_limited", retryAfterSeconds: 30 }],
    ["a cut connection", { kind: "reset" }],
  ] as const)("%s: it is unknown, neither yes nor no, and asked again", async (_, fault) => {
    office.slack.faults.next("conversations.members", fault);
    expect(await members.isMember(nadia)).toBe("unknown");
    expect(await members.isMember(nadia)).toBe("member");
  });
  test("silence: it is unknown after two seconds, early enough for a command's answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      const silent = {
        prompt: { conversations: { members: () => new Promise(() => {}) } },
      } as unknown as Pick<SlackClients, "prompt">;
      const answer = knowMembers(teamChannel, silent, office.log).isMember(nadia);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await answer).toBe("unknown");
    } finally {
      vi.useRealTimers();
    }
  });
});
