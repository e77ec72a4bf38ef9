import { afterEach, beforeEach, expect, test } from "vitest";
import { en } from "../../src/i18n/en.js";
import { nadia } from "../db/builders.js";
import { recorded } from "../flows/a-desk.js";
import { type Office, openOffice, openRoutes, readable, teamChannel } from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = en.suggesting.subjects;
const kept = async () => (await office.store.desk())?.subjects;
async function types(text: string): Promise<string> {
  const command = { user: nadia, channel: teamChannel, command: "/suggest" };
  await office.slack.hands.command({ ...command, text: `subjects ${text}` });
  const here = office.slack.hands.look(nadia).conversations.find(({ id }) => id === teamChannel);
  return readable(here?.messages.findLast(({ ephemeral }) => ephemeral));
}

test("the list is told, replaced, and emptied", async () => {
  expect(await types("")).toContain(say.none);
  const answer = await types("Energy, R&D, *Europe*");
  expect(answer).toContain(say.kept);
  expect(answer).toContain("Energy\\nR&D\\n*Europe*");
  expect(await kept()).toEqual(["Energy", "R&D", "*Europe*"]);
  expect(await types("")).toContain("Energy\\nR&D\\n*Europe*");
  await types("Work");
  expect(await kept()).toEqual(["Work"]);
  expect(await types("none")).toContain(say.emptied);
  expect(await kept()).toEqual([]);
});
test("as Slack hands it over altered, it is kept as it was typed", async () => {
  office.slack.faults.alterText = "as_slack";
  await types("R&D, Sun 🌞");
  expect(await kept()).toEqual(["R&D", "Sun 🌞"]);
});
test("the record says who changed it and to how many, and no names", async () => {
  await types("Energy, Work");
  const line = recorded(office).at(-1);
  expect(line).toMatchObject({ kind: "desk_changed", who: nadia, about: { subjects: 2 } });
  expect(JSON.stringify(line)).not.toContain("Energy");
});
test.each([
  ["too many", Array.from({ length: 21 }, (_, n) => `s${n}`).join(), say.tooMany(21, 20)],
  ["one too long", "x".repeat(76), say.tooLong(75)],
  ["none at all", ", ,", say.empty],
])("%s: the list stays, and what was typed is given back", async (_, typed, says) => {
  await types("Energy");
  const answer = await types(typed);
  expect(answer).toContain(says);
  expect(answer).toContain(`subjects ${typed}`);
  expect(await kept()).toEqual(["Energy"]);
});
