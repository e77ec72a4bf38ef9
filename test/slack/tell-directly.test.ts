import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knowPeople } from "../../src/slack/people.js";
import { tellDirectly } from "../../src/slack/tell-directly.js";
import { executive } from "../db/builders.js";
import { directMessages, type Office, openOffice } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const tell = (needs: Pick<Office, "people"> = office) =>
  tellDirectly(executive, ({ answers }) => answers.diskFails, {
    slack: office.clients,
    people: needs.people,
    log: office.log,
  });
const said = () => directMessages(office, executive).map(({ text }) => text);
const failures = () => office.logged.filter(({ event }) => event === "slack_failed");

describe("what is said to her past the database", () => {
  test("stands in her direct message, in her language, once", async () => {
    await tell();
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("Rien n’est publié en ce moment");
    expect(failures()).toEqual([]);
  });
  test("stands there also when the database can neither be read nor written", async () => {
    const broken = () => Promise.reject(new Error("the disk is full"));
    const store = { person: broken, commit: broken, desk: broken };
    const people = knowPeople({ store, slack: office.clients, now: office.now });
    await tell({ people });
    expect(said()).toEqual([expect.stringContaining("Rien n’est publié en ce moment")]);
  });
  test.each([
    ["conversations.open", { kind: "http", status: 503 }],
    ["conversations.open", { kind: "error", error: "user_not_found" }],
    ["chat.postMessage", { kind: "reset" }],
    ["chat.postMessage", { kind: "rate_limited", retryAfterSeconds: 60 }],
    ["chat.postMessage", { kind: "error", error: "channel_not_found" }],
  ] as const)("that Slack does not take (%s: %o) throws nothing; the log says so", async (method, fault) => {
    office.slack.faults.next(method, fault);
    await expect(tell()).resolves.toBeUndefined();
    expect(said()).toEqual([]);
    expect(failures()).toEqual([{ event: "slack_failed", method: "chat.postMessage" }]);
  });
  test("whose words cannot be found throws nothing", async () => {
    const people = { find: () => Promise.reject(new Error("broken")) };
    await expect(tell({ people })).resolves.toBeUndefined();
    expect(failures()).toHaveLength(1);
  });
});
