import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import type { PersonOptions } from "../../src/sandbox/slack/local-slack-options.js";
import { knowMembers, type Members } from "../../src/slack/membership.js";
import type { SlackClients } from "../../src/slack/slack-clients.js";
import { minute, nadia, team } from "../db/builders.js";
import { BOT } from "../sandbox/slack/local-slack-fixture.js";
import { type Office, olga as olgaId, openOffice, teamChannel } from "./an-office.js";

const olga = olgaId as SlackUserId;
let office: Office;
let members: Members;
beforeEach(async () => {
  office = await openOffice();
  members = known(office.clients);
});
afterEach(() => office.close());

const known = (slack: Pick<SlackClients, "prompt">) =>
  knowMembers({ channelId: teamChannel, teamId: team, slack, now: office.now, log: office.log });
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
    members = known(office.clients);
    expect(await members.isMember(nadia)).toBe("member");
    expect(asked()).toBe(3);
  });
});

describe("who is in the channel and still none of the team", () => {
  const visitor = "U0VISITOR" as SlackUserId;
  async function asks(given: Partial<PersonOptions>): Promise<string> {
    await office.close();
    const person = { id: visitor, name: "v", realName: "V", locale: "en-GB", tz: "UTC", role: "visitor" };
    office = await openOffice({
      people: [{ ...person, ...given }],
      channels: [{ id: teamChannel, name: "comms", isPrivate: false, members: [visitor, BOT] }],
    });
    return known(office.clients).isMember(visitor);
  }
  test.each([
    ["a guest of several channels", { isRestricted: true }, "guest"],
    ["a guest of one channel", { isUltraRestricted: true }, "guest"],
    ["a person of another workspace", { teamId: "T0OTHER" }, "outsider"],
    ["a stranger whom the workspace shares a channel with", { isStranger: true }, "outsider"],
    ["a guest of another workspace", { teamId: "T0OTHER", isRestricted: true }, "outsider"],
    ["a bot", { isBot: true }, "not_member"],
    ["an account that was closed", { deleted: true }, "not_member"],
    ["nobody of these", {}, "member"],
  ] as const)("%s", async (_, given, membership) => {
    expect(await asks(given)).toBe(membership);
  });
  test("a person of whom Slack names no workspace is of ours, whom it was asked about", async () => {
    expect(await known(slackSaying(() => ({ is_restricted: false }))).isMember(nadia)).toBe("member");
    expect(await known(slackSaying(() => ({ is_restricted: true }))).isMember(nadia)).toBe("guest");
  });
  test("a person of a large organisation belongs to each of their workspaces", async () => {
    const user = { team_id: "E0HOME", enterprise_user: { teams: ["T0OTHER", team] } };
    expect(await known(slackSaying(() => user)).isMember(nadia)).toBe("member");
    user.enterprise_user.teams = ["T0OTHER"];
    expect(await known(slackSaying(() => user)).isMember(nadia)).toBe("outsider");
  });
});

/** A Slack in whose channel everybody is, and which says this of each. */
const slackSaying = (user: () => object) =>
  ({
    prompt: {
      conversations: { members: async () => ({ ok: true, members: [nadia] }) },
      users: { info: async () => ({ ok: true, user: user() }) },
    },
  }) as unknown as Pick<SlackClients, "prompt">;

describe("a yes outlives a change by some minutes at most", () => {
  test("of a member who becomes a guest, and of one whose leaving was not heard of", async () => {
    let person = { team_id: team, is_restricted: false };
    members = known(slackSaying(() => person));
    expect(await members.isMember(nadia)).toBe("member");
    person = { team_id: team, is_restricted: true };
    office.pass(5 * minute - 1);
    expect(await members.isMember(nadia)).toBe("member");
    office.pass(1);
    expect(await members.isMember(nadia)).toBe("guest");
    await office.slack.hands.leave({ user: nadia, channel: teamChannel });
    members = known(office.clients);
    members.joined(nadia);
    expect(await members.isMember(nadia)).toBe("member");
    office.pass(5 * minute);
    expect(await members.isMember(nadia)).toBe("not_member");
  });
});

describe("when Slack does not say", () => {
  test.each([["conversations.members"], ["users.info"]])(
    "and %s fails, it is unknown, and asked again",
    async (method) => {
      office.slack.faults.next(method, { kind: "error", error: "internal_error" });
      expect(await members.isMember(nadia)).toBe("unknown");
      expect(await members.isMember(nadia)).toBe("member");
    },
  );
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
        prompt: {
          conversations: { members: () => new Promise(() => {}) },
          users: { info: () => new Promise(() => {}) },
        },
      } as unknown as Pick<SlackClients, "prompt">;
      const answer = known(silent).isMember(nadia);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await answer).toBe("unknown");
    } finally {
      vi.useRealTimers();
    }
  });
});
