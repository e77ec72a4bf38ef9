import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CardKey } from "../../src/core/card-key.js";
import { writeCardKey } from "../../src/core/card-key.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, nadia, newId } from "../db/builders.js";
import { rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import {
  cardInSlack,
  directMessages,
  forgedPress,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  whisperedTo,
} from "./an-office.js";

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

const hidden = "A hid\u200bden word.";
async function herCard(draft: string) {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  const { place, key } = await cardInSlack(office, id);
  const press = (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId });
  return { id, place, key, press };
}
const card = () => readable(directMessages(office, executive)[0]);
const approvals = () => rowsOf(office, "approvals")[0];

describe("a card whose words have hidden characters", () => {
  test("has no «Approve» until she keeps them; then its press posts exactly these bytes", async () => {
    const { press } = await herCard(hidden);
    expect(card()).not.toContain('"approve"');
    await press("keep_characters");
    expect(whisperedTo(office, executive)).toBe("");
    expect(approvals()).toEqual([]);
    await sendAll(office);
    expect(card()).not.toContain('"keep_characters"');
    expect(card()).toContain(fr.team.keptCharacters);
    await press("approve");
    expect(approvals()).toMatchObject([{ text: hidden }]);
  });
  test.each([["👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"], ["می‌خواهم"], ["שָׁלוֹם"], ["Vraiment\u202f? «\u00a0Oui\u00a0»"]])(
    "is not one with ordinary words: %s",
    async (draft) => {
      const { press } = await herCard(draft);
      expect(card()).not.toContain('"keep_characters"');
      await press("approve");
      expect(approvals()).toMatchObject([{ text: draft }]);
    },
  );
  test("offers nothing to keep where X would not take them anyway", async () => {
    await herCard(`${hidden} ${"long ".repeat(60)}`);
    expect(card()).not.toContain('"keep_characters"');
    expect(card()).not.toContain('"approve"');
  });
});

describe("«Keep these characters» made by hand", () => {
  const kept = async (id: Awaited<ReturnType<typeof herCard>>["id"]) =>
    (await suggestionNow(office, id)).keptRevisionId;
  test.each([
    ["a colleague", nadia, undefined],
    ["her id of another workspace", executive, "T0OTHER"],
  ])("by %s keeps nothing", async (_, user, from) => {
    const { id, place, key } = await herCard(hidden);
    const action = { action_id: "keep_characters", value: writeCardKey(key) };
    await forgedPress(office, { user, ...(from ? { team: from } : {}), place, action });
    await expect
      .poll(() => office.logged)
      .toContainEqual(expect.objectContaining({ action: "keep_characters" }));
    expect(await kept(id)).toBeNull();
    await forgedPress(office, { user: executive, place, action });
    expect(await kept(id)).toBe(key.revisionId);
  });
  test("with another value, or on another message, keeps nothing", async () => {
    const { id, place, key } = await herCard(hidden);
    const other = await herCard("Another.");
    const values: CardKey[] = [
      { ...key, digest: "0".repeat(43) as CardKey["digest"] },
      { ...key, revisionId: other.key.revisionId },
      { ...key, revisionId: newId() },
    ];
    const press = (at: typeof place, value: string) =>
      forgedPress(office, { user: executive, place: at, action: { action_id: "keep_characters", value } });
    for (const value of [...values.map(writeCardKey), id, ""]) await press(place, value);
    await press(other.place, writeCardKey(key));
    expect(await kept(id)).toBeNull();
    await press(place, writeCardKey(key));
    expect(await kept(id)).toBe(key.revisionId);
  });
});
