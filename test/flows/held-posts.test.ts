import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Trouble } from "../../src/core/trouble.js";
import { approve } from "../../src/flows/approve.js";
import type { PostWhole, ShowNow } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { minute, morning } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  approvingPress,
  openADesk,
  postNow,
  rowsOf,
  shownCard,
  suggestionNow,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

// A post of each kind: pressed for now with the ten seconds of hold, and scheduled by her for a time.
const kinds = ["approve", "schedule"] as const;
const holding: [Trouble, (typeof kinds)[number]][] = [
  ["witness_unread", "approve"],
  ["witness_unread", "schedule"],
  ["account_unmet", "approve"],
  ["account_unmet", "schedule"],
  ["disk", "approve"],
  ["disk", "schedule"],
  ["unheard", "approve"],
  ["unheard", "schedule"],
  ["wrong_clock", "schedule"],
];

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** A post of this kind, at the time it is due. */
async function due(kind: (typeof kinds)[number]): Promise<PostWhole> {
  const postAt = morning + minute;
  const given = kind === "schedule" ? { act: kind, postAt } : {};
  const made = await approvedPost(desk, await shownCard(desk), given);
  desk.goTo(made.post.postAt);
  return made;
}
const state = async ({ post }: PostWhole) => (await postNow(desk, post.id)).post.state;

describe.each(holding)("while there is %s, a post by «%s»", (trouble, kind) => {
  test("waits as it was, and goes out once it is over", async () => {
    const made = await due(kind);
    desk.inTrouble(trouble);
    const x = scriptedX(desk, { kind: "published" });
    const before = rowsOf(desk);
    await publishDue(x);
    desk.pass(9 * minute);
    await publishDue(x);
    expect([x.sent, x.happened]).toEqual([[], []]);
    expect(rowsOf(desk)).toEqual(before);
    desk.inTrouble();
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
    expect(await state(made)).toBe("done");
  });
  test("is missed, not sent, when it is over only after ten minutes", async () => {
    const made = await due(kind);
    desk.inTrouble(trouble);
    const x = scriptedX(desk);
    desk.pass(10 * minute + 1);
    await publishDue(x);
    desk.inTrouble();
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await state(made)).toBe("missed");
    expect(await suggestionNow(desk, made.post.suggestionId)).toMatchObject({
      state: "shown",
      setback: { kind: "missed" },
    });
  });
  test("is not sent when that comes between her card's «Posting…» and the call; it goes when it is over", async () => {
    const made = await due(kind);
    const x = scriptedX(desk, { kind: "published" });
    const showNow: ShowNow = async (message, subject) => {
      desk.inTrouble(trouble);
      return x.showNow(message, subject);
    };
    await publishDue({ ...x, showNow });
    expect(x.happened).toEqual(["card shown, stored as running/publishing"]);
    const { post, parts } = await postNow(desk, made.post.id);
    expect([post.state, parts[0]?.state]).toEqual(["scheduled", "pending"]);
    expect(post.dueAt).toBe(desk.now() + 15_000);
    desk.inTrouble();
    desk.pass(15_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
});

describe("what a trouble does not concern goes out meanwhile", () => {
  test("what was pressed for now, while the clock is wrong", async () => {
    await due("approve");
    desk.inTrouble("wrong_clock");
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("what was pressed without a hold, while Slack is not heard", async () => {
    await approve(approvingPress(await shownCard(desk)), { ...desk, holdMs: 0 });
    desk.inTrouble("unheard");
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
});

test("not even «missed» is said of a post before her direct message was read: it may stand on X", async () => {
  const made = await due("schedule");
  desk.inTrouble("witness_unread");
  desk.pass(60 * minute);
  const before = rowsOf(desk);
  await publishDue(scriptedX(desk));
  expect(rowsOf(desk)).toEqual(before);
  expect(await state(made)).toBe("scheduled");
});
