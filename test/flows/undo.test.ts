import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackTeamId, XAccountId, XPostId } from "../../src/core/ids.js";
import type { DeleteAnswer, PostWhole } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { executive, minute, morning, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  changeDesk,
  hers,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

const time = morning + 10_000;
const xPostId = "1999" as XPostId;
let desk: ADesk;
let made: PostWhole;
beforeEach(async () => {
  desk = await openADesk();
  made = await approvedPost(desk, await shownCard(desk));
  desk.goTo(time);
  await publishDue(scriptedX(desk, { kind: "published", xPostId, storedText: "Worth a read." }));
  desk.pass(minute);
});
afterEach(() => desk.close());

const now = () => postNow(desk, made.post.id);
const part = async () => (await now()).parts[0];
const settled = (kind: string) => ({ kind: "settled", answer: { kind } });
const press = (given: object = {}) =>
  undo({ presser: hers, postId: made.post.id, delivery: aDelivery(), ...given }, desk);

/** X with its answers to deletes written beforehand; what it was asked, and what was stored at that moment. */
function deletingX(...answers: DeleteAnswer[]) {
  const asked: { id: XPostId; stored: string | undefined; at: number }[] = [];
  return {
    ...desk,
    asked,
    takeDown: async (id: XPostId) => {
      asked.push({ id, stored: (await part())?.state, at: desk.now() });
      const answer = answers.shift();
      if (!answer) throw new Error("X was asked once too often");
      return answer;
    },
  };
}
const nothingIsDue = async () => {
  const x = deletingX();
  desk.pass(24 * 60 * minute);
  await takeDownDue(x);
  expect(x.asked).toEqual([]);
};
/** How many versions more of each message are wanted than before. */
function more(before: Record<string, number>) {
  const after = Object.entries(wantedMessages(desk)).map(([name, n]) => [name, n - (before[name] ?? 0)]);
  return Object.fromEntries(after.filter(([, n]) => n !== 0));
}
const news = () => {
  const { suggestionId } = made.post;
  return { [`card ${suggestionId}`]: 1, [`suggester ${suggestionId}`]: 1, [`team ${suggestionId}`]: 1 };
};

describe("her press on «Take it down»", () => {
  test("is committed as her intent, due at once, before X is asked; the record says who and which", async () => {
    const before = wantedMessages(desk);
    expect(await press()).toEqual(settled("taking_down"));
    expect(await part()).toMatchObject({ state: "taking_down", takingDownAt: desk.now(), takenDownAt: null });
    expect(await desk.store.nextDue()).toBeLessThanOrEqual(desk.now());
    expect(more(before)).toEqual(news());
    expect(recorded(desk).at(-1)).toEqual({
      kind: "taking_down",
      who: executive,
      about: { post: made.post.id, xPost: xPostId },
    });
    const x = deletingX({ kind: "deleted" });
    await takeDownDue(x);
    expect(x.asked).toEqual([{ id: xPostId, stored: "taking_down", at: desk.now() }]);
  });
  test("counts once, also when it is delivered twice or pressed twice", async () => {
    const delivery = aDelivery();
    await press({ delivery });
    const before = rowsOf(desk);
    expect(await press({ delivery })).toEqual({ kind: "taken" });
    expect(await press()).toEqual(settled("settled_before"));
    expect(rowsOf(desk)).toEqual(before);
  });
  test.each([
    ["a colleague's", { teamId: team, userId: nadia }],
    ["one from another workspace", { teamId: "T0OTHER" as SlackTeamId, userId: executive }],
    ["one without a person", { teamId: team, userId: null }],
  ])("%s is refused and recorded, and nothing is deleted", async (_, presser) => {
    const before = rowsOf(desk);
    expect(await press({ presser })).toEqual(settled("not_hers"));
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "press_refused",
      who: presser.userId,
      about: { why: "not_hers" },
    });
    await nothingIsDue();
  });
  test("on a post of another account is refused: that account is not ours to change", async () => {
    await changeDesk(desk, { account: { id: "2" as XAccountId, handle: "another" } });
    expect(await press()).toEqual(settled("other_account"));
    await changeDesk(desk, { account: null });
    expect(await press()).toEqual(settled("other_account"));
    expect((await part())?.state).toBe("published");
    await nothingIsDue();
  });
  test("on a post that only she saw is refused, until the timeline told which it is", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk, { draft: "Seen by her." }));
    desk.pass(10_000);
    await publishDue(scriptedX(desk, { kind: "unknown", detail: "" }));
    const sent = desk.now();
    await answerUnknown({ presser: hers, postId: post.id, says: "it_appeared", delivery: aDelivery() }, desk);
    expect(await press({ postId: post.id })).toEqual(settled("no_link"));
    const found = { id: "2001" as XPostId, text: "Seen by her.", at: sent };
    await settleUnknown({ ...desk, look: async () => ({ kind: "seen", posts: [found], whole: true }) });
    expect(await press({ postId: post.id })).toEqual(settled("taking_down"));
    const x = deletingX({ kind: "deleted" });
    await takeDownDue(x);
    expect(x.asked.map(({ id }) => id)).toEqual(["2001"]);
  });
  test.each(["nobody knows", "that has not been posted yet"])(
    "on a post %s changes nothing",
    async (which) => {
      const scheduled = await approvedPost(desk, await shownCard(desk));
      const postId = which === "nobody knows" ? "x".repeat(20) : scheduled.post.id;
      const before = rowsOf(desk);
      expect(await press({ postId })).toEqual(settled("settled_before"));
      expect(rowsOf(desk)).toEqual(before);
    },
  );
});
