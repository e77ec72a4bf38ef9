import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { fr } from "../../src/i18n/fr.js";
import { executive } from "../db/builders.js";
import { recorded, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { ines, omar, raisedBy } from "../flows/colleagues.js";
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
import { pressOf } from "./menu-option.js";

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

const draft = "Worth a read.";
const reason = "The figures are last year's.";
const inLine = (text: string) => JSON.stringify(text).slice(1, -1);
async function herCard() {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  return {
    id,
    place,
    press: (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId }),
    pick: (word: string) => {
      const message = directMessages(office, executive).find(({ ts }) => ts === place.ts);
      return office.slack.hands.press({ user: executive, ...place, ...pressOf(message, word) });
    },
  };
}
const form = () => office.slack.hands.look(executive).views.at(-1);
const submit = () => office.slack.hands.submit({ user: executive, viewId: form()?.id ?? "" });
const fill = (blockId: string, value: string | number) =>
  office.slack.hands.fill({ user: executive, viewId: form()?.id ?? "", blockId, actionId: "value", value });
const approvals = () => rowsOf(office, "approvals")[0];
const card = () => readable(directMessages(office, executive)[0]);
const concernAt = async (id: Awaited<ReturnType<typeof herCard>>["id"]) =>
  (await suggestionNow(office, id)).concernAt;

/** The form says that nothing was posted, with the concern above the exact words. */
async function readFirst(words: string, why = reason) {
  await expect.poll(() => readable(form())).toContain(inLine(why));
  const shown = readable(form());
  expect(shown).toContain(inLine(words));
  expect(shown.indexOf(inLine(why))).toBeLessThan(shown.indexOf(inLine(words)));
  expect(approvals()).toEqual([]);
  expect(recorded(office).some(({ about }) => "why" in about && about.why === "concern")).toBe(true);
}

describe("«Approve» on a card that was drawn before the concern", () => {
  test("opens «Not posted yet» with the concern and the exact words; its press posts these", async () => {
    const { id, press } = await herCard();
    await raisedBy(office, omar, id, reason);
    await press("approve");
    await readFirst(draft);
    expect(form()?.title).toBe(fr.forms.concern.title);
    await expect.poll(() => concernAt(id)).toBeNull();
    await submit();
    expect(form()).toBeUndefined();
    expect((await office.store.latestPost(id))?.approval.agreed).toMatchObject({
      text: draft,
      approvedBy: executive,
      act: "rewrite",
    });
  });
  test("where the form cannot be opened is answered in words, and she has not read it", async () => {
    const { id, press } = await herCard();
    await raisedBy(office, omar, id, reason);
    office.slack.faults.next("views.open", { kind: "http", status: 503 });
    await press("approve");
    await expect.poll(() => whisperedTo(office, executive)).toContain(inLine(fr.team.readFirst));
    expect(await concernAt(id)).not.toBeNull();
    expect(approvals()).toEqual([]);
  });
  test("shows a concern raised while the form was open before the next press counts", async () => {
    const { id, press } = await herCard();
    await raisedBy(office, omar, id, reason);
    await press("approve");
    await readFirst(draft);
    await expect.poll(() => concernAt(id)).toBeNull();
    await raisedBy(office, ines, id, "And the title.");
    await submit();
    await readFirst(draft, "And the title.");
    expect(readable(form())).not.toContain(inLine(reason));
    await expect.poll(() => concernAt(id)).toBeNull();
    await submit();
    expect(approvals()).toMatchObject([{ text: draft }]);
  });
});

describe("a card with a concern she has not read", () => {
  test("has no «Approve» until she presses that she has; the concern stays on it", async () => {
    const { id, press } = await herCard();
    await raisedBy(office, omar, id, reason);
    await sendAll(office);
    for (const gone of ['"approve"', '"schedule"']) expect(card()).not.toContain(gone);
    for (const there of [
      '"concern_seen"',
      '"rewrite"',
      '"decline"',
      inLine(reason),
      inLine(fr.team.readFirst),
    ])
      expect(card()).toContain(there);
    await press("concern_seen");
    expect(await concernAt(id)).toBeNull();
    expect(whisperedTo(office, executive)).toBe("");
    await sendAll(office);
    expect(card()).toContain('"approve"');
    expect(card()).toContain(inLine(reason));
    expect(card()).not.toContain('"concern_seen"');
    await press("approve");
    expect(approvals()).toHaveLength(1);
  });
  test("asks for those that do not fit on it after those that do, whole, the first raised first", async () => {
    const { id, press } = await herCard();
    const people = Array.from({ length: 4 }, (_, n) => `U0COLLEAGUE${n}` as typeof omar);
    const reasons = people.map((_, n) => `Reason ${n}. ${"so ".repeat(320)}end${n}`);
    for (const [n, by] of people.entries()) await raisedBy(office, by, id, reasons[n]);
    await sendAll(office);
    for (const n of [0, 1, 2]) expect(card()).toContain(`end${n}`);
    expect(card()).not.toContain("end3");
    await press("concern_seen");
    expect(await concernAt(id)).not.toBeNull();
    await sendAll(office);
    expect(card()).toContain("end3");
    expect(card()).not.toContain('"approve"');
    await press("concern_seen");
    await sendAll(office);
    expect(card()).toContain('"approve"');
  });
  test("pressed as it was drawn before a second concern, frees nothing of that one", async () => {
    const { id, place } = await herCard();
    await raisedBy(office, omar, id, reason);
    await sendAll(office);
    const [first] = await office.store.concernsOf(id);
    await raisedBy(office, ines, id, "And the title.");
    const pressed = { user: executive, place, action: { action_id: "concern_seen", value: first?.id } };
    await forgedPress(office, pressed);
    const [, second] = await office.store.concernsOf(id);
    expect(await concernAt(id)).toBe(second?.at);
    await forgedPress(office, pressed);
    await expect
      .poll(() => office.logged)
      .toContainEqual({ event: "press_answered", action: "concern_seen" });
    expect(second?.seenAt).toBeNull();
    expect(await concernAt(id)).not.toBeNull();
  });
});

describe("her own words", () => {
  test("met by a concern are kept, shown below it, and posted by the next press", async () => {
    const { id, press } = await herCard();
    await press("rewrite");
    await expect.poll(() => form()?.callbackId).toBe("rewrite");
    await fill("text", "My own words 🎉");
    await raisedBy(office, omar, id, reason);
    await submit();
    await readFirst("My own words 🎉");
    const { revisionId } = await suggestionNow(office, id);
    expect(revisionId && (await office.store.revision(revisionId))).toMatchObject({
      text: "My own words 🎉",
      source: "executive",
    });
    await expect.poll(() => concernAt(id)).toBeNull();
    await submit();
    expect(approvals()).toMatchObject([{ text: "My own words 🎉", act: "rewrite" }]);
    expect(form()).toBeUndefined();
  });
  test("that cannot be posted are told so first; the concern waits", async () => {
    const { id, press } = await herCard();
    await press("rewrite");
    await expect.poll(() => form()?.callbackId).toBe("rewrite");
    await fill("text", "A hid\u200bden word.");
    await raisedBy(office, omar, id, reason);
    const { fieldErrors } = await submit();
    expect(Object.keys(fieldErrors ?? {})).toEqual(["text"]);
    expect(await concernAt(id)).not.toBeNull();
    await fill("text", "A plain word.");
    await submit();
    await readFirst("A plain word.");
  });
});

test("a time chosen is kept: the form comes back with the concern above the words, and its press schedules", async () => {
  const { id, pick } = await herCard();
  await pick("schedule");
  await expect.poll(() => form()?.callbackId).toBe("schedule");
  const at = Math.trunc(office.now() / 1000) + 7_200;
  await fill("when", at);
  await raisedBy(office, omar, id, reason);
  await submit();
  await readFirst(draft);
  expect(readable(form())).toContain(String(at));
  await expect.poll(() => concernAt(id)).toBeNull();
  await submit();
  expect(approvals()).toMatchObject([{ text: draft, act: "schedule", post_at: at * 1000 }]);
});
