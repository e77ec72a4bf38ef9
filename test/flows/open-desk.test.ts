import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId, XAccountId } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { openDesk } from "../../src/flows/open-desk.js";
import { publishDue } from "../../src/flows/publish-due.js";
import {
  type ADesk,
  approvedPost,
  approvingPress,
  changeDesk,
  drawnCard,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

describe("the desk as environment and Slack say it is", () => {
  const facts = async () => {
    const stored = await desk.store.desk();
    if (!stored) throw new Error("no desk");
    const { teamId, executiveId, channelId, homeZone, locale, account } = stored;
    return { teamId, executiveId, channelId, homeZone: null, profileZone: homeZone, locale, account };
  };
  test("unchanged, nothing is written", async () => {
    const before = rowsOf(desk, "desks", "record");
    await openDesk(await facts(), desk);
    expect(rowsOf(desk, "desks", "record")).toEqual(before);
  });
  test("her zone stays what it was at the first start unless the environment names one", async () => {
    await openDesk({ ...(await facts()), profileZone: "Asia/Tokyo" }, desk);
    expect((await desk.store.desk())?.homeZone).toBe("Europe/Paris");
    await openDesk({ ...(await facts()), homeZone: "Asia/Tokyo" }, desk);
    expect((await desk.store.desk())?.homeZone).toBe("Asia/Tokyo");
  });
  test("the account stays known while X cannot say; pausing stays", async () => {
    await changeDesk(desk, { paused: true });
    await openDesk({ ...(await facts()), account: null }, desk);
    expect(await desk.store.desk()).toMatchObject({ paused: true, account: { handle: "camille" } });
  });
  test("another account is recorded, and every card before her is drawn anew", async () => {
    const card = await shownCard(desk);
    await drawnCard(desk, card.id);
    const before = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    await openDesk({ ...(await facts()), account: { id: "2" as XAccountId, handle: "new" } }, desk);
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(before + 1);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "desk_changed", about: { account: "2" } });
  });
  test("a new executive gets what was before the former one, and what was scheduled is cancelled", async () => {
    const before = await shownCard(desk);
    const scheduled = await shownCard(desk);
    const { post } = await approvedPost(desk, scheduled, { act: "schedule", postAt: desk.now() + 3_600_000 });
    const successor = "U0SUCCESSOR" as SlackUserId;
    await openDesk({ ...(await facts()), executiveId: successor }, desk);
    expect((await postNow(desk, post.id)).post.state).toBe("cancelled");
    for (const { id, place } of [before, scheduled]) {
      expect(await suggestionNow(desk, id)).toMatchObject({ state: "shown" });
      const message = await desk.store.message("card", id);
      expect(message).toMatchObject({ to: { kind: "person", userId: successor }, channel: null, ts: null });
      expect(message?.wanted).toBeGreaterThan(message?.shown ?? 0);
      expect(await desk.store.messageAt(place.channel, place.ts)).toBe(null);
    }
    expect(await approve(approvingPress(before), desk)).toMatchObject({ answer: { kind: "not_hers" } });
    const x = scriptedX(desk);
    desk.pass(7_200_000);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("another account cancels what was scheduled for the first", async () => {
    const card = await shownCard(desk);
    const { post } = await approvedPost(desk, card, { act: "schedule", postAt: desk.now() + 3_600_000 });
    await openDesk({ ...(await facts()), account: { id: "2" as XAccountId, handle: "new" } }, desk);
    expect((await postNow(desk, post.id)).post.state).toBe("cancelled");
    expect(await suggestionNow(desk, card.id)).toMatchObject({ setback: { kind: "lapsed" } });
  });
});
