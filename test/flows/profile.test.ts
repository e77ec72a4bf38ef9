import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import { noSettings } from "../../src/core/settings.js";
import { keepProfile } from "../../src/flows/keep-profile.js";
import { offerProfile } from "../../src/flows/offer-profile.js";
import { openDesk } from "../../src/flows/open-desk.js";
import { executive, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  changeDesk,
  drawnCard,
  hers,
  openADesk,
  recorded,
  shownCard,
  waiting,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const answers = {
  subjects: ["Energy"],
  notSubjects: ["Football"],
  tone: "dry",
  neverAnswer: "the tabloids",
  challenge: "little",
  reproach: "our prices",
} as const;
const keep = (given: object = {}) =>
  keepProfile({ presser: hers, answers, hours: "Mon 08:00-09:00", delivery: aDelivery(), ...given }, desk);
const now = () => desk.store.desk();
const offers = async () =>
  (await desk.store.noticesOpen()).filter(({ about }) => about.kind === "profile_offer");

describe("«How social can you be?»", () => {
  test("is offered once, when her first card is there, in a message of its own", async () => {
    await waiting(desk);
    await offerProfile(desk);
    expect(await offers()).toEqual([]);
    await shownCard(desk);
    await offerProfile(desk);
    await shownCard(desk);
    await offerProfile(desk);
    const [offer, ...others] = await offers();
    expect(others).toEqual([]);
    expect(wantedMessages(desk)[`notice ${offer?.id}`]).toBe(1);
  });
  test("waits while everything stands still", async () => {
    await shownCard(desk);
    await changeDesk(desk, { paused: true });
    await offerProfile(desk);
    expect(await offers()).toEqual([]);
  });
  test("is kept as she answered, with her hours; the offer is over and not made again", async () => {
    await shownCard(desk);
    await offerProfile(desk);
    expect(await keep()).toMatchObject({ answer: { kind: "kept", profile: answers } });
    expect(await now()).toMatchObject({
      profile: { ...answers, answeredAt: desk.now() },
      settings: { ...noSettings, hours: "Mon 08:00-09:00" },
    });
    await offerProfile(desk);
    expect(await offers()).toEqual([]);
    expect(await keep({ answers: { ...answers, tone: "warm" } })).toMatchObject({ answer: { kind: "kept" } });
    expect((await now())?.profile?.tone).toBe("warm");
  });
  test("leaves no word of hers in the record or the log", async () => {
    await keep();
    const line = recorded(desk).at(-1);
    expect(line).toMatchObject({ kind: "desk_changed", who: executive });
    const told = JSON.stringify([recorded(desk), desk.logged]);
    for (const word of ["Energy", "Football", "dry", "tabloids", "prices", "little"])
      expect(told).not.toContain(word);
  });
  test("is hers alone: handed in by anybody else it is refused and recorded", async () => {
    for (const presser of [
      { teamId: team, userId: nadia },
      { teamId: null, userId: executive },
    ])
      expect(await keep({ presser })).toEqual({ kind: "settled", answer: { kind: "not_hers" } });
    expect((await now())?.profile).toBeNull();
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
  test("is offered anew to another executive, whom nothing of the first one's is told", async () => {
    const { id } = await shownCard(desk);
    await offerProfile(desk);
    const stored = await now();
    if (!stored) throw new Error("no desk");
    const { teamId, channelId, homeZone, locale, account } = stored;
    const executiveId = "U0SUCCESSOR" as SlackUserId;
    const facts = { teamId, executiveId, channelId, homeZone: null, profileZone: homeZone, locale, account };
    const [first] = await offers();
    await openDesk(facts, desk);
    await offerProfile(desk);
    expect(await offers()).toEqual([]);
    await drawnCard(desk, id);
    await offerProfile(desk);
    const [second] = await offers();
    expect(second?.id).not.toBe(first?.id);
    expect(await desk.store.message("notice", second?.id ?? "")).toMatchObject({
      to: { userId: executiveId },
    });
  });
});
