import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NoticeId, SlackChannelId, SlackTs, SlackUserId, XAccountId } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { openDesk } from "../../src/flows/open-desk.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { resume } from "../../src/flows/resume.js";
import { executive } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  changeDesk,
  drawnCard,
  openADesk,
  openNotice,
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

describe("a change of hands is told to those concerned", () => {
  const successor = "U0SUCCESSOR" as SlackUserId;
  const other = { id: "2" as XAccountId, handle: "camille_pro" };

  async function opened(given: { executiveId?: SlackUserId; account?: typeof other | null }): Promise<void> {
    const stored = await desk.store.desk();
    if (!stored) throw new Error("no desk");
    const { teamId, executiveId, channelId, homeZone, locale, account } = stored;
    const facts = { teamId, executiveId, channelId, homeZone: null, profileZone: homeZone, locale, account };
    await openDesk({ ...facts, ...given }, desk);
  }
  /** Every notice: to whom, and about what. */
  async function told() {
    const ids = Object.keys(wantedMessages(desk)).flatMap((name) => name.match(/^notice (.*)/)?.[1] ?? []);
    const all = ids.map(async (id) => {
      const [notice, message] = [
        await desk.store.notice(id as NoticeId),
        await desk.store.message("notice", id),
      ];
      expect(notice?.endedAt).toBe(desk.now());
      return { to: message?.to, about: notice?.about };
    });
    return Promise.all(all);
  }
  const scheduledPost = async () =>
    approvedPost(desk, await shownCard(desk), { act: "schedule", postAt: desk.now() + 3_600_000 });

  test("both executives, with how many scheduled posts it ended; nothing stays open", async () => {
    await scheduledPost();
    await scheduledPost();
    await shownCard(desk);
    await opened({ executiveId: successor });
    expect(await told()).toEqual([
      { to: { kind: "person", userId: executive }, about: { kind: "former_executive", cancelled: 2 } },
      { to: { kind: "person", userId: successor }, about: { kind: "new_executive", cancelled: 2 } },
    ]);
    expect(await desk.store.noticesOpen()).toEqual([]);
  });
  test("both also where nothing was scheduled", async () => {
    await opened({ executiveId: successor });
    expect((await told()).map(({ about }) => about)).toEqual([
      { kind: "former_executive", cancelled: 0 },
      { kind: "new_executive", cancelled: 0 },
    ]);
  });
  test("both, and not about the account too, when both change at once", async () => {
    await scheduledPost();
    await opened({ executiveId: successor, account: other });
    expect((await told()).map(({ about }) => about?.kind)).toEqual(["former_executive", "new_executive"]);
  });
  test("her whose account changed, with the new name and the count; the team in the messages of what ended", async () => {
    const { post } = await scheduledPost();
    const before = wantedMessages(desk);
    await opened({ account: other });
    expect(await told()).toEqual([
      {
        to: { kind: "person", userId: executive },
        about: { kind: "new_account", handle: "camille_pro", cancelled: 1 },
      },
    ]);
    for (const kind of ["suggester", "team"]) {
      const name = `${kind} ${post.suggestionId}`;
      expect(wantedMessages(desk)[name]).toBe((before[name] ?? 0) + 1);
    }
  });
  test("nobody of a first account, nor of the same account under a new name; its cards are drawn anew", async () => {
    await changeDesk(desk, { account: null });
    const { id } = await shownCard(desk);
    const before = wantedMessages(desk)[`card ${id}`] ?? 0;
    await opened({ account: other });
    await opened({ account: { ...other, handle: "renamed" } });
    expect(await told()).toEqual([]);
    expect(wantedMessages(desk)[`card ${id}`]).toBe(before + 2);
  });
  test("the new one also that nothing is posted, while the desk is stopped: she can resume it", async () => {
    await changeDesk(desk, { frozen: "old_database" });
    await opened({ executiveId: successor });
    const [notice, ...more] = await desk.store.noticesOpen();
    expect([notice?.about, more]).toEqual([{ kind: "old_database", cancelled: 0 }, []]);
    const { to } = (await desk.store.message("notice", String(notice?.id))) ?? {};
    expect(to).toEqual({ kind: "person", userId: successor });
    const { teamId } = (await desk.store.desk()) ?? {};
    const presser = { teamId: teamId ?? null, userId: successor };
    await resume({ presser, delivery: aDelivery(), notice: await openNotice(desk) }, desk);
    expect((await desk.store.desk())?.frozen).toBe(null);
    expect(await desk.store.noticesOpen()).toEqual([]);
  });
  test("what expired is offered to whoever decides now, unless it stands before the former one already", async () => {
    const week = "2026-W47";
    const show = [{ kind: "her_summary", subject: week, to: { kind: "person", userId: executive } } as const];
    await desk.store.commit({ at: desk.now(), expect: [], put: [], show, record: [] });
    await opened({ executiveId: successor });
    const offer = await desk.store.message("her_summary", week);
    expect(offer?.to).toEqual({ kind: "person", userId: successor });
    if (!offer) throw new Error("no offer");
    const place = { channel: "D0SUCCESSOR" as SlackChannelId, ts: "1795424400.000900" as SlackTs };
    await done(desk.store, { table: "message", row: { ...offer, ...place, shown: offer.wanted } });
    const wanted = wantedMessages(desk)[`her_summary ${week}`];
    await opened({ executiveId: executive });
    expect(await desk.store.message("her_summary", week)).toMatchObject({ ...place, to: offer.to });
    expect(wantedMessages(desk)[`her_summary ${week}`]).toBe(wanted);
  });
  test("nobody twice: the next start finds it told", async () => {
    await scheduledPost();
    await opened({ executiveId: successor });
    const before = rowsOf(desk, "notices", "messages", "record");
    await opened({ executiveId: successor });
    expect(rowsOf(desk, "notices", "messages", "record")).toEqual(before);
  });
  test("a renamed account keeps what was scheduled", async () => {
    const { post } = await scheduledPost();
    const { account } = (await desk.store.desk()) ?? {};
    await opened({ account: account ? { ...account, handle: "renamed" } : null });
    expect((await postNow(desk, post.id)).post.state).toBe("scheduled");
  });
});
