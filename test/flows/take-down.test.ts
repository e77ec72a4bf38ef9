import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import type { DeleteAnswer, PostWhole } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  hers,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
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
const unclear: DeleteAnswer = { kind: "not_sure", detail: "HTTP 503" };

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

describe("X's answer to the delete", () => {
  test("deleted: it is told on her card, to the suggester, to the team, and in a new line once", async () => {
    await press();
    desk.pass(400);
    const before = wantedMessages(desk);
    const x = deletingX({ kind: "deleted" });
    await takeDownDue(x);
    const { post } = await now();
    expect(await part()).toMatchObject({ state: "taken_down", takenDownAt: desk.now(), xPostId });
    expect(post).toMatchObject({ state: "done", dueAt: null });
    expect(more(before)).toEqual({ ...news(), [`card_down ${post.id}`]: 1, [`team_down ${post.id}`]: 1 });
    expect(recorded(desk).at(-1)).toEqual({
      kind: "taken_down",
      who: null,
      about: { post: post.id, xPost: xPostId, outcome: "taken_down" },
    });
    await nothingIsDue();
    expect(await press()).toEqual(settled("settled_before"));
  });
  test("deleted: the week says so, and nothing of it comes back or goes out again", async () => {
    await press();
    await takeDownDue(deletingX({ kind: "deleted" }));
    const { posted } = await desk.store.week(morning, desk.now() + 1);
    expect(posted).toMatchObject([{ xPostId, at: time, takenDown: true }]);
    expect((await suggestionNow(desk, made.post.suggestionId)).state).toBe("approved");
    const x = scriptedX(desk);
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(rowsOf(desk, "posts", "approvals").map((rows) => (rows as unknown[]).length)).toEqual([1, 1]);
  });
  test("the week does not call it taken down before X has said so", async () => {
    await press();
    const { posted } = await desk.store.week(morning, desk.now() + 1);
    expect(posted).toMatchObject([{ xPostId, takenDown: false }]);
  });
  test("refused: it stands, she is told why, no line says it is gone, and she may try again", async () => {
    await press();
    const before = wantedMessages(desk);
    await takeDownDue(deletingX({ kind: "refused", detail: "d".repeat(900) }));
    const stands = { state: "published", refusal: "forbidden", detail: "d".repeat(300), takenDownAt: null };
    expect(await part()).toMatchObject(stands);
    expect((await part())?.takingDownAt).not.toBeNull();
    expect(more(before)).toEqual(news());
    expect(recorded(desk).at(-1)?.about).toMatchObject({ outcome: "stands" });
    await nothingIsDue();
    expect(await press()).toEqual(settled("taking_down"));
    expect(await part()).toMatchObject({ refusal: null, detail: null });
    await takeDownDue(deletingX({ kind: "deleted" }));
    expect((await part())?.state).toBe("taken_down");
  });
  test("not clear: asked again every quarter of a minute, for ten minutes from her press; then she is told", async () => {
    await press();
    const pressed = desk.now();
    const before = wantedMessages(desk);
    const x = deletingX(...Array<DeleteAnswer>(60).fill(unclear));
    for (let due = await desk.store.nextDue(); (await part())?.state === "taking_down"; ) {
      expect(more(before)).toEqual({});
      desk.goTo(Math.max(due ?? Number.NaN, desk.now()));
      await takeDownDue(x);
      const { dueAt } = (await now()).post;
      due = dueAt;
    }
    expect(x.asked.map(({ at }) => at - pressed)).toEqual(Array.from({ length: 41 }, (_, n) => n * 15_000));
    expect(await part()).toMatchObject({ state: "published", refusal: null, detail: "HTTP 503" });
    expect(more(before)).toEqual(news());
    expect(recorded(desk).at(-1)?.about).toMatchObject({ outcome: "unsure" });
    await nothingIsDue();
  });
  test("not clear is not asked before its quarter of a minute, and its answer counts when it comes", async () => {
    await press();
    await takeDownDue(deletingX(unclear));
    desk.pass(14_999);
    await takeDownDue(deletingX());
    desk.pass(1);
    await takeDownDue(deletingX({ kind: "deleted" }));
    expect((await part())?.state).toBe("taken_down");
  });
});

describe("a process that stops while it takes down", () => {
  test.each(["before X was asked", "before X's answer was written down"])(
    "%s goes on at the next start",
    async (when) => {
      await press();
      const x = deletingX({ kind: "deleted" }, { kind: "deleted" });
      if (when !== "before X was asked") {
        const commit = () => Promise.reject(new Error("the process was cut off"));
        await expect(takeDownDue({ ...x, store: { ...desk.store, commit } })).rejects.toThrow("cut off");
      }
      expect((await part())?.state).toBe("taking_down");
      desk.pass(5 * minute);
      await takeDownDue(x);
      expect((await part())?.state).toBe("taken_down");
      expect(recorded(desk).filter(({ kind }) => kind === "taken_down")).toHaveLength(1);
    },
  );
  test("for longer than ten minutes still asks X once, and takes a clear answer", async () => {
    await press();
    desk.pass(3 * 60 * minute);
    await takeDownDue(deletingX({ kind: "deleted" }));
    expect((await part())?.state).toBe("taken_down");
  });
});

test("one that cannot be taken down does not hold up the next", async () => {
  const { post } = await approvedPost(desk, await shownCard(desk, { draft: "The other." }));
  desk.pass(10_000);
  await publishDue(scriptedX(desk, { kind: "published" }));
  await press();
  await press({ postId: post.id });
  await takeDownDue(deletingX({ kind: "refused", detail: "no" }, { kind: "deleted" }));
  expect((await part())?.state).toBe("published");
  expect((await postNow(desk, post.id)).parts[0]?.state).toBe("taken_down");
});
