import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { sendWeeklySummary } from "../../src/flows/send-weekly-summary.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import type { SeenMessage } from "../../src/sandbox/slack/hands.js";
import { executive, minute, nadia, newId, team } from "../db/builders.js";
import { changeDesk, recorded, suggested, suggestionNow, waiting } from "../flows/a-desk.js";
import {
  cardInSlack,
  directMessages,
  type Office,
  olga,
  openOffice,
  openRoutes,
  readable,
  sendAll,
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

/** A card that expired before her, on the Wednesday. */
async function expired(link = "https://journal.example/one") {
  const { id } = await waiting(office, { link, urgency: "today" });
  await showNextCards(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  office.pass(25 * 60 * minute);
  await expireSuggestions(office);
  await sendAll(office);
  expect((await suggestionNow(office, id)).state).toBe("expired");
  return { id, place };
}
async function onMonday(): Promise<void> {
  office.goTo(Date.parse("2026-11-30T09:00:00Z"));
  await changeDesk(office, { openedAt: Date.parse("2026-11-02T09:00:00Z") });
  await sendWeeklySummary(office);
  await sendAll(office);
}
const offers = (user: string) =>
  directMessages(office, user).filter((message) => readable(message).includes("expiré sans décision.*"));
const withButton = (user: string) =>
  directMessages(office, user).find((message) => readable(message).includes('"still_want_it"'));
function needed(message: SeenMessage | undefined): SeenMessage {
  if (!message) throw new Error("no such message");
  return message;
}
const whispered = (user: string) =>
  directMessages(office, user)
    .filter(({ ephemeral }) => ephemeral)
    .map(readable)
    .join();
async function press(user: string, message: SeenMessage | undefined): Promise<void> {
  const { ts } = needed(message);
  const channel = office.slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";
  await office.slack.hands.press({ user, channel, ts, actionId: "still_want_it" });
}
/** Signed by Slack, otherwise made by hand: anybody's press, on any message. */
async function forged(user: string, place: { channel: string; ts: string }, value: string): Promise<void> {
  const { acked } = await office.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    api_app_id: office.options.appId,
    team: { id: team },
    user: { id: user, team_id: team },
    trigger_id: newId(),
    channel: { id: place.channel },
    container: { type: "message", channel_id: place.channel, message_ts: place.ts },
    message: { ts: place.ts },
    actions: [{ type: "button", action_id: "still_want_it", block_id: "b", value, action_ts: "1.2" }],
  });
  expect(acked).toBe(true);
}
const placeOf = async (kind: "suggester" | "her_summary", subject: string) => {
  const message = await office.store.message(kind, subject);
  return { channel: String(message?.channel), ts: String(message?.ts) };
};
const stateOf = async (id: SuggestionId) => (await suggestionNow(office, id)).state;

describe("the suggester's message of what expired", () => {
  test("says so, and her card too; «I still want it» brings it into the line, and tells its place", async () => {
    const { id } = await expired();
    expect(readable(directMessages(office, executive)[0])).toContain("a expiré");
    expect(readable(withButton(nadia))).toContain("Expired without a decision");
    await press(nadia, withButton(nadia));
    expect(await stateOf(id)).toBe("waiting");
    await expect
      .poll(() => whispered(nadia))
      .toContain("It is in the line again. She will see it in a moment.");
    await sendAll(office);
    expect(withButton(nadia)).toBeUndefined();
    expect(readable(directMessages(office, nadia)[0])).toContain("In the line");
  });
  test("then her next card is a new message at the end, and the old one says it expired", async () => {
    const { place } = await expired();
    await press(nadia, withButton(nadia));
    await showNextCards(office);
    await sendAll(office);
    const hers = directMessages(office, executive);
    expect(hers).toHaveLength(2);
    expect(hers[0]?.ts).toBe(place.ts);
    expect(readable(hers[0])).toContain("a expiré");
    expect(readable(hers[0])).not.toContain('"approve"');
    expect(readable(hers[1])).toContain('"approve"');
  });
  test("pressed again on a copy that was not redrawn, it is answered with what is so", async () => {
    const { id } = await expired();
    const place = await placeOf("suggester", id);
    await forged(nadia, place, id);
    await forged(nadia, place, id);
    await expect.poll(() => whispered(nadia)).toContain("its card comes in its turn");
    await showNextCards(office);
    await forged(nadia, place, id);
    await expect.poll(() => whispered(nadia)).toContain("It is before her now");
  });
  test("where the article was suggested anew, it is answered with that", async () => {
    const link = "https://journal.example/one";
    const { id } = await expired(link);
    await suggested(office, { link, insistsOn: id, note: "It is in the news.", by: olga as typeof nadia });
    await press(nadia, withButton(nadia));
    await expect.poll(() => whispered(nadia)).toContain("suggested the same article anew since");
    expect(await stateOf(id)).toBe("expired");
  });
  test.each([
    ["a colleague", olga],
    ["the executive", executive],
  ])("is refused to %s, in words, with a line in the record", async (_, user) => {
    const { id } = await expired();
    await forged(user, await placeOf("suggester", id), id);
    expect(await stateOf(id)).toBe("expired");
    expect(recorded(office).at(-1)).toMatchObject({ kind: "press_refused", who: user });
  });
  test.each<[string, { channel?: string; ts?: string }, string | null]>([
    ["another message", { ts: "1700000000.000100" }, null],
    ["another conversation", { channel: "C0TEAM" }, null],
    ["another suggestion's message", {}, "other"],
  ])("counts only where it is recorded: not on %s", async (_, elsewhere, of) => {
    const { id } = await expired();
    const other = of ? await expired("https://journal.example/two") : null;
    const place = await placeOf("suggester", other?.id ?? id);
    await forged(nadia, { ...place, ...elsewhere }, id);
    expect(await stateOf(id)).toBe("expired");
    expect(recorded(office).at(-1)).toMatchObject({
      kind: "press_refused",
      who: nadia,
      about: { suggestion: id, why: "stale_card" },
    });
  });
  test("with what no suggestion is called, nothing comes of it", async () => {
    const { id } = await expired();
    await forged(nadia, await placeOf("suggester", id), "0".repeat(20));
    await forged(nadia, await placeOf("suggester", id), "");
    expect(await stateOf(id)).toBe("expired");
  });
});

describe("her weekly message", () => {
  test("offers what expired once more: one press, and its card comes at once, the offer says so", async () => {
    const one = await expired();
    const two = await expired("https://journal.example/two");
    await onMonday();
    expect(offers(executive)).toHaveLength(1);
    const told = readable(offers(executive)[0]);
    for (const link of ["journal.example/one", "journal.example/two", nadia]) expect(told).toContain(link);
    await forged(executive, await placeOf("her_summary", "2026-W48"), one.id);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(["shown", "expired"]);
    await sendAll(office);
    const hers = directMessages(office, executive).filter(({ ephemeral }) => !ephemeral);
    expect(readable(hers.at(-1))).toContain('"approve"');
    const after = readable(offers(executive)[0]);
    expect(after).toContain("Ramenée");
    expect(after).not.toContain(one.id);
    expect(after).toContain(two.id);
    expect(whispered(executive)).toBe("");
  });
  test("her own press there, as Slack shows the button", async () => {
    const { id } = await expired();
    await onMonday();
    await press(executive, offers(executive)[0]);
    expect(await stateOf(id)).toBe("shown");
  });
  test("says so too when the suggester was faster, and a press is answered with what is so", async () => {
    const { id } = await expired();
    await onMonday();
    await press(nadia, withButton(nadia));
    await forged(executive, await placeOf("her_summary", "2026-W48"), id);
    await expect.poll(() => whispered(executive)).toContain("sa carte viendra à son tour");
    await sendAll(office);
    expect(readable(offers(executive)[0])).toContain("Ramenée");
  });
  test("is nobody else's, not even the former executive's, in whose conversation it stands", async () => {
    const { id } = await expired();
    await onMonday();
    const place = await placeOf("her_summary", "2026-W48");
    await forged(nadia, place, id);
    expect(await stateOf(id)).toBe("expired");
    await changeDesk(office, { executiveId: olga as typeof executive });
    await forged(executive, place, id);
    expect(await stateOf(id)).toBe("expired");
    await expect.poll(() => whispered(executive)).toContain("Seule la dirigeante");
  });
  test("of a week in which nothing expired there is none", async () => {
    await onMonday();
    expect(offers(executive)).toEqual([]);
  });
});
