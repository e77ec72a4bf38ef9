import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import type { CreateAnswer, PostWhole, Store } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { recoverInterrupted } from "../../src/flows/recover-interrupted.js";
import { minute } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { type Script, scriptedX } from "./scripted-x.js";

let desk: ADesk;
let made: PostWhole;
beforeEach(async () => {
  desk = await openADesk();
  made = await approvedPost(desk, await shownCard(desk));
  desk.pass(10_000);
});
afterEach(() => desk.close());

const states = async () => {
  const { post, parts } = await postNow(desk, made.post.id);
  return [post.state, parts[0]?.state];
};
const outcomes = () => recorded(desk).filter(({ kind }) => kind === "outcome");

/** X has answered; from the call on, the disk takes so many commits not at all. */
function afterTheCall(failures: number, script: Script) {
  const x = scriptedX(desk, script);
  let left = 0;
  const store: Store = {
    ...desk.store,
    async commit(change) {
      if (left === 0) return desk.store.commit(change);
      left -= 1;
      throw new Error("the disk is full");
    },
  };
  const publish: typeof x.publish = async (...asked) => {
    const answer = await x.publish(...asked);
    left = failures;
    return answer;
  };
  return { ...x, store, publish };
}

const answers: [string, CreateAnswer, string[]][] = [
  [
    "published",
    { kind: "published", xPostId: "1999" as XPostId, storedText: "Worth a read." },
    ["done", "published"],
  ],
  ["refused", { kind: "refused", refusal: "forbidden", detail: "no" }, ["refused", "refused"]],
  ["not sent", { kind: "not_sent", detail: "no connection" }, ["scheduled", "pending"]],
  ["unknown", { kind: "unknown", detail: "HTTP 503" }, ["asking", "unknown"]],
];

describe.each(answers)("an answer (%s) that could not be written down", (_, answer, expected) => {
  test.each([1, 2, 3])(
    "at the first %i tries is written down as it was, and nothing is sent again",
    async (times) => {
      const x = afterTheCall(times, answer);
      await expect(publishDue(x)).rejects.toThrow("the disk is full");
      expect(await states()).toEqual(["running", "publishing"]);
      for (let tries = 1; tries < times; tries++) {
        await expect(recoverInterrupted(x)).rejects.toThrow("the disk is full");
        await publishDue(x);
      }
      await recoverInterrupted(x);
      await publishDue(x);
      expect(await states()).toEqual(expected);
      expect(x.sent).toHaveLength(1);
      expect(outcomes()).toHaveLength(1);
      expect(desk.answers.size).toBe(0);
    },
  );
});

test("a link that was heard is told like any other, though late", async () => {
  const x = afterTheCall(1, { kind: "published", xPostId: "1999" as XPostId, storedText: "Worth a read." });
  await expect(publishDue(x)).rejects.toThrow("the disk is full");
  desk.pass(60 * minute);
  await recoverInterrupted(x);
  expect((await postNow(desk, made.post.id)).parts[0]).toMatchObject({ xPostId: "1999", otherText: null });
  expect(outcomes()[0]?.about).toMatchObject({ outcome: "published", xPost: "1999" });
  expect(wantedMessages(desk)).toMatchObject({ [`card_line ${made.post.id}`]: 1 });
});

test("a refusal that was heard does not ask whether it appeared", async () => {
  const x = afterTheCall(1, { kind: "refused", refusal: "too_long", detail: "too long" });
  await expect(publishDue(x)).rejects.toThrow("the disk is full");
  await recoverInterrupted(x);
  expect((await suggestionNow(desk, made.post.suggestionId)).setback).toMatchObject({ refusal: "too_long" });
});

test("what another process heard is not known to this one: it asks", async () => {
  const x = afterTheCall(1, { kind: "published" });
  await expect(publishDue(x)).rejects.toThrow("the disk is full");
  await recoverInterrupted({ ...x, answers: new Map() });
  expect(await states()).toEqual(["asking", "unknown"]);
});

test("an answer written down is forgotten: it never serves for a later attempt", async () => {
  await publishDue(scriptedX(desk, { kind: "not_sent", detail: "no connection" }));
  expect(desk.answers.size).toBe(0);
  desk.pass(15_000);
  await expect(publishDue(scriptedX(desk, "throws"))).rejects.toThrow("cut off");
  await recoverInterrupted(desk);
  expect(await states()).toEqual(["asking", "unknown"]);
});

test("where the intent itself could not be written down, X is never called", async () => {
  const x = scriptedX(desk);
  const commit = () => Promise.reject(new Error("the disk is full"));
  const before = rowsOf(desk);
  await expect(publishDue({ ...x, store: { ...desk.store, commit } })).rejects.toThrow("the disk is full");
  expect([x.sent, x.happened]).toEqual([[], []]);
  expect(rowsOf(desk)).toEqual(before);
});
