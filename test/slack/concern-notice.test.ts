import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import type { CardPlace } from "../../src/flows/card-place.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, nadia, newId, team } from "../db/builders.js";
import { recorded, suggestionNow, waiting } from "../flows/a-desk.js";
import { ines, omar, raisedConcern } from "../flows/colleagues.js";
import {
  cardInSlack,
  directMessages,
  forgedPress,
  type Office,
  olga,
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

const reason = "The figures are last year's <b>& worse</b>.";
const inLine = (text: string) => JSON.stringify(text).slice(1, -1);
const concernAt = async (id: SuggestionId) => (await suggestionNow(office, id)).concernAt;
const inHerDm = () => directMessages(office, executive).filter(({ ephemeral }) => !ephemeral);
const now = (ts: string) => readable(inHerDm().find((message) => message.ts === ts));

async function told() {
  const { id } = await waiting(office);
  await sendAll(office);
  return id;
}
async function beforeHer(id: SuggestionId) {
  await showNextCards(office);
  await sendAll(office);
  return cardInSlack(office, id);
}
/** A concern, raised and told: where it stands in her direct message. */
async function raised(id: SuggestionId, by = omar) {
  const before = inHerDm().length;
  const concern = await raisedConcern(office, id, by, reason);
  await sendAll(office);
  expect(inHerDm()).toHaveLength(before + 1);
  const stands = await office.store.message("concern", concern.id);
  const place = { channel: stands?.channel, ts: stands?.ts } as CardPlace;
  const press = (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId });
  return { id: concern.id, place, press, ts: place.ts };
}

describe("she reads every concern as a new message of her own", () => {
  test("with who, why and what about, in each state of what it is about", async () => {
    const id = await told();
    const first = await raised(id);
    for (const part of [fr.team.concernNotice(`<@${omar}>`), reason, fr.team.concernNow])
      expect(now(first.ts)).toContain(inLine(part));
    expect(inHerDm().at(-1)?.threadTs).toBeNull();
    await beforeHer(id);
    const second = await raised(id, ines);
    expect(now(second.ts)).toContain(inLine(fr.team.concernNow));
  });
  test("and says there that she has read it: that message says so, the other one still asks", async () => {
    const id = await told();
    const [one, two] = [await raised(id), await raised(id, ines)];
    await one.press("concern_seen");
    await sendAll(office);
    expect(now(one.ts)).toContain(inLine(fr.team.concernRead));
    expect(now(one.ts)).not.toContain('"concern_seen"');
    expect(now(two.ts)).toContain('"concern_seen"');
    expect(await concernAt(id)).not.toBeNull();
    await two.press("concern_seen");
    expect(await concernAt(id)).toBeNull();
    expect(whisperedTo(office, executive)).toBe("");
  });
});

describe("«I have read it»", () => {
  const unread = async (id: SuggestionId) => expect(await concernAt(id)).not.toBeNull();
  test.each([
    ["its suggester", nadia, team],
    ["who raised it", omar, team],
    ["a stranger", olga, team],
    ["her id of another workspace", executive, "T0OTHER"],
  ])("pressed by %s is not hers", async (_, user, from) => {
    const id = await told();
    const concern = await raised(id);
    const action = { action_id: "concern_seen", value: concern.id };
    await forgedPress(office, { user, team: from, place: concern.place, action });
    await unread(id);
    expect(recorded(office).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
  test("counts on the message that told of it, or on her card, and nowhere else", async () => {
    const id = await told();
    const [concern, other] = [await raised(id), await raised(await told())];
    const press = (place: CardPlace, value: unknown) =>
      forgedPress(office, { user: executive, place, action: { action_id: "concern_seen", value } });
    const forged = [id, "", "x", newId(), `${concern.id}.${newId()}`, `${concern.id}.${concern.id}`];
    for (const value of forged) await press(concern.place, value);
    await press({ ...concern.place, ts: "1.000001" as CardPlace["ts"] }, concern.id);
    await press(other.place, concern.id);
    await unread(id);
    await press(concern.place, concern.id);
    expect(await concernAt(id)).toBeNull();
  });
  test("counts while Slack shows the message already and its answer was lost", async () => {
    const id = await told();
    const concern = await raisedConcern(office, id, omar, reason);
    office.slack.faults.next("chat.postMessage", { kind: "lost_answer" });
    await office.outbox.sendOwed();
    const message = inHerDm().find((each) => readable(each).includes(inLine(reason)));
    const channel = office.slack.hands.look(executive).conversations.find(({ kind }) => kind === "dm")?.id;
    const place = { channel, ts: message?.ts } as CardPlace;
    await office.slack.hands.press({ user: executive, ...place, actionId: "concern_seen" });
    expect(await concernAt(id)).toBeNull();
    expect((await office.store.concern(concern.id))?.seenAt).not.toBeNull();
  });
});
