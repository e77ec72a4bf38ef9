import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import { noSettings } from "../../src/core/settings.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, minute, nadia } from "../db/builders.js";
import { changeDesk, waiting } from "../flows/a-desk.js";
import { directMessages, type Office, openOffice, readable, sendAll, teamMessage } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const asked = () => office.slack.calls.filter(({ method }) => method === "users.info").length;
const stranger = "U0GONE" as SlackUserId;

describe("the language the executive chose", () => {
  const chosen = (language: "en" | "fr" | null) =>
    changeDesk(office, { settings: { ...noSettings, language } });

  test("counts for what she reads, before Slack's, and for nobody else", async () => {
    await chosen("en");
    expect(await office.people.find(executive)).toEqual({ locale: "en", zone: "Europe/Paris" });
    await chosen("fr");
    expect(await office.people.find(executive)).toMatchObject({ locale: "fr" });
    expect(await office.people.find(nadia)).toMatchObject({ locale: "en-GB" });
    await chosen(null);
    expect(await office.people.find(executive)).toMatchObject({ locale: "fr-FR" });
  });
  test("changes what the team's channel reads not at all", async () => {
    await chosen("en");
    const { id } = await waiting(office);
    await showNextCards(office);
    await sendAll(office);
    expect(readable((await teamMessage(office, id)).message())).toContain("suggère");
    expect(directMessages(office, executive).map(readable).join()).toContain("Approve and post");
  });
});

describe("a person's language and zone", () => {
  test("are Slack's, asked once and remembered", async () => {
    expect(await office.people.find(executive)).toMatchObject({ locale: "fr-FR", zone: "Europe/Paris" });
    expect(await office.people.find(executive)).toMatchObject({ locale: "fr-FR" });
    expect(asked()).toBe(1);
    expect(await office.store.person(executive)).toMatchObject({ locale: "fr-FR" });
  });
  test("are asked once, however many ask at a time", async () => {
    await Promise.all(Array.from({ length: 8 }, () => office.people.find(nadia)));
    expect(asked()).toBe(1);
  });
  test("are brought up to date behind an answer that is given at once", async () => {
    await office.people.find(nadia);
    await office.slack.hands.setLocale({ user: nadia, locale: "fr-FR" });
    office.pass(10 * minute);
    expect(await office.people.find(nadia)).toMatchObject({ locale: "en-GB" });
    await expect.poll(async () => (await office.store.person(nadia))?.locale).toBe("fr-FR");
    expect(await office.people.find(nadia)).toMatchObject({ locale: "fr-FR" });
  });
  test("are Slack's newest where they are asked for freshly, and the known ones where Slack fails", async () => {
    await office.people.find(nadia);
    await office.slack.hands.setLocale({ user: nadia, locale: "fr-FR" });
    office.pass(10 * minute);
    expect(await office.people.find(nadia, undefined, "fresh")).toMatchObject({ locale: "fr-FR" });
    office.pass(10 * minute);
    office.slack.faults.next("users.info", { kind: "reset" });
    expect(await office.people.find(nadia, undefined, "fresh")).toMatchObject({ locale: "fr-FR" });
  });
  test("of somebody Slack does not know are English, and nothing is remembered", async () => {
    expect(await office.people.find(stranger)).toEqual({ locale: "en-US", zone: "UTC" });
    expect(await office.store.person(stranger)).toBeNull();
  });
  test.each(["reset", "lost_answer"] as const)("are the known ones when Slack fails (%s)", async (kind) => {
    await office.people.find(executive);
    office.pass(10 * minute);
    office.slack.faults.next("users.info", { kind });
    expect(await office.people.find(executive)).toMatchObject({ locale: "fr-FR" });
  });
});
