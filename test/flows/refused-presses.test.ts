import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
  Digest,
  RevisionId,
  SlackChannelId,
  SlackTeamId,
  SlackTs,
  XAccountId,
} from "../../src/core/ids.js";
import type { Presser } from "../../src/core/may-decide.js";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { approve } from "../../src/flows/approve.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { dropLink } from "../../src/flows/drop-link.js";
import { handOver, noteHandedOver } from "../../src/flows/hand-over.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { answerUnknown } from "../../src/flows/settle-unknown.js";
import { snooze } from "../../src/flows/snooze.js";
import { executive, nadia, newId, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  changeDesk,
  drawnCard,
  hers,
  link,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const strangers: [string, Presser][] = [
  ["a colleague", { teamId: team, userId: nadia }],
  ["her name in another workspace", { teamId: "T0OTHER" as SlackTeamId, userId: executive }],
  ["a press without a workspace", { teamId: null, userId: executive }],
  ["a press without a person", { teamId: team, userId: null }],
];

describe.each(strangers)("from %s nothing is taken:", (_, presser) => {
  /** Does it, and expects a kind refusal, no change at all, and one line in the record. */
  async function refusedAndRecorded(press: () => Promise<unknown>): Promise<void> {
    const before = { rows: rowsOf(desk), lines: recorded(desk).length };
    expect(await press()).toEqual({ kind: "settled", answer: { kind: "not_hers" } });
    expect(rowsOf(desk)).toEqual(before.rows);
    const lines = recorded(desk);
    expect(lines).toHaveLength(before.lines + 1);
    expect(lines.at(-1)).toMatchObject({
      kind: "press_refused",
      who: presser.userId,
      about: { why: "not_hers" },
    });
  }

  test.each(["approve", "rewrite", "schedule"] as const)("%s", async (act) => {
    const card = await shownCard(desk);
    const given = {
      act,
      presser,
      ownText: act === "rewrite" ? "Hijacked." : null,
      postAt: act === "schedule" ? desk.now() + 60_000 : null,
    };
    await refusedAndRecorded(() => approve(approvingPress(card, given), desk));
  });
  test("decline", async () => {
    const card = await shownCard(desk);
    await refusedAndRecorded(() => decline({ ...pressOn(card), presser }, desk));
  });
  test("a wording to keep", async () => {
    const { key } = await shownCard(desk);
    await refusedAndRecorded(() =>
      keepWording({ presser, key, text: "Hijacked.", delivery: aDelivery() }, desk),
    );
  });
  test("cancel, though a post waits", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    await refusedAndRecorded(() => cancel({ presser, postId: post.id, delivery: aDelivery() }, desk));
  });
  test("take back and reasons, though it is declined", async () => {
    const card = await shownCard(desk);
    await decline(pressOn(card), desk);
    for (const does of [{ kind: "take_back" }, { kind: "reason", reason: "not_me" }] as const)
      await refusedAndRecorded(() =>
        afterDeclining({ presser, suggestionId: card.id, delivery: aDelivery(), does }, desk),
      );
  });
  test("the link left out", async () => {
    const card = await shownCard(desk, { draft: `Worth a read. ${link}` });
    await refusedAndRecorded(() => dropLink({ ...pressOn(card), presser }, desk));
  });
  test("putting off, and back", async () => {
    const card = await shownCard(desk);
    const press = { ...pressOn(card), on: "undecided", until: "tomorrow" } as const;
    await refusedAndRecorded(() => snooze({ ...press, presser }, desk));
    await snooze(press, desk);
    const back = { ...pressOn(card), on: "snoozed", until: "now" } as const;
    await refusedAndRecorded(() => snooze({ ...back, presser }, desk));
  });
  test("handing over, and a line beside it", async () => {
    const card = await shownCard(desk);
    await refusedAndRecorded(() => handOver({ ...pressOn(card), presser }, desk));
    await handOver(pressOn(card), desk);
    const line = { presser, suggestionId: card.id, note: "Mine.", delivery: aDelivery() };
    await refusedAndRecorded(() => noteHandedOver(line, desk));
  });
  test("answers to «Did it appear?»", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    for (const says of ["it_appeared", "it_did_not", "look_again"] as const)
      await refusedAndRecorded(() =>
        answerUnknown({ presser, postId: post.id, says, delivery: aDelivery() }, desk),
      );
  });
});

describe("her own press on a card that is not the recorded card of the newest wording", () => {
  /** Refused, the card is drawn anew, nothing is approved. */
  async function stale(card: Card): Promise<void> {
    for (const press of [approve, decline] as const) {
      const before = rowsOf(desk, "suggestions", "revisions", "approvals", "posts");
      const wanted = wantedMessages(desk)[`card ${card.id}`] ?? 0;
      const settled = await press(approvingPress(card), desk);
      expect(settled).toEqual({ kind: "settled", answer: { kind: "stale_card" } });
      expect(rowsOf(desk, "suggestions", "revisions", "approvals", "posts")).toEqual(before);
      expect(wantedMessages(desk)[`card ${card.id}`]).toBe(wanted + 1);
      expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "stale_card" } });
    }
  }

  test("another digest is refused", async () => {
    const card = await shownCard(desk);
    await stale({ ...card, key: { ...card.key, digest: "A".repeat(43) as Digest } });
  });
  test("a revision that does not exist is refused", async () => {
    const card = await shownCard(desk);
    await stale({ ...card, key: { ...card.key, revisionId: newId<RevisionId>() } });
  });
  test("an older revision is refused, also with the same words", async () => {
    const card = await shownCard(desk);
    await keepWording({ presser: hers, key: card.key, text: "Worth a read.", delivery: aDelivery() }, desk);
    await stale(card);
    const newer = await drawnCard(desk, card.id);
    expect(newer.key.digest).toBe(card.key.digest);
    await approvedPost(desk, newer);
  });
  test("a card that named another account than the one now connected is refused", async () => {
    const card = await shownCard(desk);
    await changeDesk(desk, { account: { id: "2" as XAccountId, handle: "another" } });
    const settled = await approve(approvingPress(card), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "stale_card" } });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    await approvedPost(desk, await drawnCard(desk, card.id));
  });
  test.each([
    ["another message", { ts: "1795424400.999999" as SlackTs }],
    ["another conversation", { channel: "C0TEAM" as SlackChannelId }],
    ["no message at all", { channel: "" as SlackChannelId, ts: "" as SlackTs }],
  ])("%s is refused", async (_, elsewhere) => {
    const card = await shownCard(desk);
    await stale({ ...card, place: { ...card.place, ...elsewhere } });
  });
  test("the card of another suggestion is refused", async () => {
    const [one, other] = [await shownCard(desk), await shownCard(desk)];
    await stale({ ...one, place: other.place });
  });
});

describe("her own press is refused with a reason of its own", () => {
  test.each([
    ["stopped", { paused: true }, { frozen: false }],
    ["stopped", { frozen: "old_database" as const }, { frozen: true }],
    ["no_account", { account: null }, {}],
  ])("%s", async (kind, given, more) => {
    const card = await shownCard(desk);
    await changeDesk(desk, given);
    const before = rowsOf(desk);
    expect(await approve(approvingPress(card), desk)).toEqual({ kind: "settled", answer: { kind, ...more } });
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: kind } });
  });
  test("a text X would not take, or with hidden characters, is not approved and nothing is recorded", async () => {
    const card = await shownCard(desk, { draft: "pay\u200bpal" });
    const before = { rows: rowsOf(desk), lines: recorded(desk) };
    expect(await approve(approvingPress(card), desk)).toEqual({
      kind: "settled",
      answer: { kind: "text", problem: "hidden_characters" },
    });
    expect({ rows: rowsOf(desk), lines: recorded(desk) }).toEqual(before);
  });
  test("a suggestion nobody knows is closed", async () => {
    const card = await shownCard(desk);
    const settled = await approve(
      approvingPress({ ...card, key: { ...card.key, suggestionId: newId() } }),
      desk,
    );
    expect(settled).toEqual({ kind: "settled", answer: { kind: "settled_before" } });
  });
});
