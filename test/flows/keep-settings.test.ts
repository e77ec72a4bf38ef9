import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noSettings, type Settings } from "../../src/core/settings.js";
import { keepSettings } from "../../src/flows/keep-settings.js";
import { pause } from "../../src/flows/pause.js";
import { executive, minute, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  hers,
  openADesk,
  recorded,
  rowsOf,
  shownCard,
  waiting,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const chosen: Settings = {
  cardsAtOnce: 3,
  cardsPerDay: 0,
  hours: "Mon,Tue 09:00-12:00",
  slots: [480, 1050],
  apartMinutes: 60,
  language: "en",
  remindMinutes: 15,
  showPrice: false,
};
const keep = (settings: Settings, given: object = {}) =>
  keepSettings({ presser: hers, settings, delivery: aDelivery(), ...given }, desk);
const kept = async () => (await desk.store.desk())?.settings;
const answered = (kind: string) => ({ kind: "settled", answer: { kind } });

describe("her settings", () => {
  test("are kept as she chose them; the record names what changed and not to what", async () => {
    expect(await keep(chosen)).toEqual(answered("kept"));
    expect(await kept()).toEqual(chosen);
    expect(await keep({ ...chosen, hours: null })).toEqual(answered("kept"));
    const line = recorded(desk).at(-1);
    expect(line).toMatchObject({ kind: "desk_changed", who: executive, about: { settings: "hours" } });
    expect(JSON.stringify(recorded(desk))).not.toContain("09:00");
  });
  test("that say the same change nothing and redraw nothing; delivered twice they are taken once", async () => {
    const delivery = aDelivery();
    await keep(chosen, { delivery });
    const before = rowsOf(desk, "desks", "messages", "record");
    expect(await keep(chosen)).toEqual(answered("unchanged"));
    expect(rowsOf(desk, "desks", "messages", "record")).toEqual(before);
    expect(await keep(noSettings, { delivery })).toEqual({ kind: "taken" });
    expect(await kept()).toEqual(chosen);
  });
  test("handed in by anybody else are refused and recorded", async () => {
    for (const presser of [
      { teamId: team, userId: nadia },
      { teamId: null, userId: executive },
      { teamId: "T0OTHER", userId: executive },
    ])
      expect(await keep(chosen, { presser })).toEqual(answered("not_hers"));
    expect(await kept()).toEqual(noSettings);
    expect(recorded(desk).filter(({ kind }) => kind === "press_refused")).toHaveLength(3);
  });
  test("redraw her cards, what waits for its time, her notices, and the news of the line", async () => {
    const open = await shownCard(desk);
    const scheduled = await shownCard(desk);
    await approvedPost(desk, scheduled, { act: "schedule", postAt: desk.now() + 60 * minute });
    await pause({ presser: hers, until: "i_say", delivery: aDelivery() }, desk);
    const [notice] = await desk.store.noticesOpen();
    const { id } = await waiting(desk);
    const names = [`card ${open.id}`, `card ${scheduled.id}`, `notice ${notice?.id}`, `suggester ${id}`];
    const before = wantedMessages(desk);
    await keep(chosen);
    const after = wantedMessages(desk);
    expect(names.map((name) => (after[name] ?? 0) - (before[name] ?? 0))).toEqual([1, 1, 1, 1]);
  });
});
