import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import type { PostWhole, ShowNow } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { minute, morning } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  changeDesk,
  drawnCard,
  openADesk,
  postNow,
  recorded,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { type Script, scriptedX } from "./scripted-x.js";

let desk: ADesk;
let made: PostWhole;
/** When the post made here should go out. */
const time = morning + 10_000;
beforeEach(async () => {
  desk = await openADesk();
  made = await approvedPost(desk, await shownCard(desk));
  desk.goTo(time);
});
afterEach(() => desk.close());

const now = () => postNow(desk, made.post.id);
const suggestion = () => suggestionNow(desk, made.post.suggestionId);
const states = async () => {
  const { post, parts } = await now();
  return [post.state, parts[0]?.state, (await suggestion()).state];
};
/** Time comes, X answers this. */
async function answered(script: Script) {
  const x = scriptedX(desk, script);
  await publishDue(x);
  expect(x.sent).toHaveLength(1);
  return x;
}

describe("before the one call to X", () => {
  test("the intent is committed, then her card says so, then the call is made", async () => {
    const x = await answered({ kind: "published" });
    expect(x.happened).toEqual([
      "card shown, stored as running/publishing",
      "call, stored as running/publishing",
    ]);
    expect(recorded(desk).map(({ kind }) => kind)).toEqual([
      "suggested",
      "revised",
      "approved",
      "attempted",
      "outcome",
    ]);
  });
  test("without her card there is no call; it is tried again, and only once it is shown the call is made", async () => {
    const x = scriptedX(desk, { kind: "published" });
    x.witnessed(false);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await states()).toEqual(["scheduled", "pending", "approved"]);
    const { post, parts } = await now();
    expect(post.dueAt).toBe(time + 15_000);
    expect(parts[0]?.attemptedAt).toBeNull();
    await publishDue(x);
    expect(x.happened).toHaveLength(1);
    x.witnessed(true);
    desk.goTo(time + 15_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
    expect(await states()).toEqual(["done", "published", "approved"]);
  });
  test("where Slack took so long to show her card that ten minutes have passed, it is missed, not sent", async () => {
    const x = scriptedX(desk);
    desk.goTo(time + 10 * minute);
    const slowly: ShowNow = async (kind, subject) => {
      desk.pass(1_000);
      return x.showNow(kind, subject);
    };
    await publishDue({ ...x, showNow: slowly });
    expect(x.sent).toEqual([]);
    desk.pass(15_000);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await states()).toEqual(["missed", "pending", "shown"]);
  });
  test("where her card can never be shown it is missed in the end, not sent", async () => {
    const x = scriptedX(desk);
    x.witnessed(false);
    for (let tries = 0; tries < 45; tries++) {
      await publishDue(x);
      desk.pass(15_000);
    }
    expect(x.sent).toEqual([]);
    expect(await states()).toEqual(["missed", "pending", "shown"]);
  });
});

describe("each answer of X leads to its promised state", () => {
  test("published: done, with X's id, told to her and to the team in a line of their own", async () => {
    await answered({ kind: "published", xPostId: "1999" as XPostId, storedText: "" });
    expect(await states()).toEqual(["done", "published", "approved"]);
    const { post, parts } = await now();
    expect(post).toMatchObject({ dueAt: null, settledAt: time });
    expect(parts[0]).toMatchObject({ xPostId: "1999", publishedAt: time });
    expect(wantedMessages(desk)).toMatchObject({ [`card_line ${post.id}`]: 1, [`team_line ${post.id}`]: 1 });
    expect(recorded(desk).at(-1)?.about).toEqual({ post: post.id, outcome: "published", xPost: "1999" });
  });
  test.each(["duplicate", "too_long", "not_connected", "no_credit", "forbidden", "invalid"] as const)(
    "refused (%s): nothing is on X, the card is hers again and says why",
    async (refusal) => {
      await answered({ kind: "refused", refusal, detail: "d".repeat(900) });
      expect(await states()).toEqual(["refused", "refused", "shown"]);
      expect((await suggestion()).setback).toEqual({ kind: "refused", refusal, detail: "d".repeat(300) });
      expect((await now()).parts[0]).toMatchObject({ refusal, detail: "d".repeat(300), xPostId: null });
    },
  );
  test("not sent: it waits a quarter of a minute and is tried again", async () => {
    await answered({ kind: "not_sent", detail: "no connection" });
    expect(await states()).toEqual(["scheduled", "pending", "approved"]);
    desk.pass(14_999);
    await publishDue(scriptedX(desk));
    desk.pass(1);
    await answered({ kind: "published" });
    expect(await states()).toEqual(["done", "published", "approved"]);
  });
  test("unknown: it asks, looks at the timeline soon, and is never sent again", async () => {
    await answered({ kind: "unknown", detail: "u".repeat(900) });
    expect(await states()).toEqual(["asking", "unknown", "approved"]);
    const { post, parts } = await now();
    expect(post).toMatchObject({ dueAt: time + 3_000, looks: 0, settledAt: null });
    expect(parts[0]?.detail).toBe("u".repeat(300));
    const x = scriptedX(desk);
    for (let hour = 0; hour < 48; hour++) {
      desk.pass(60 * minute);
      await publishDue(x);
    }
    expect(x.sent).toEqual([]);
  });
  test("rate limited, lifting within the ten minutes: it waits for that and goes out", async () => {
    const resetsAt = time + 10 * minute;
    await answered({ kind: "rate_limited", resetsAt, detail: "" });
    expect(await states()).toEqual(["scheduled", "pending", "approved"]);
    desk.goTo(resetsAt - 1);
    await publishDue(scriptedX(desk));
    desk.goTo(resetsAt);
    await answered({ kind: "published" });
    expect(await states()).toEqual(["done", "published", "approved"]);
  });
  test.each([
    ["later than the ten minutes", time + 10 * minute + 1],
    ["nobody knows when", null],
  ])("rate limited, lifting %s: refused at once, the card is hers again", async (_, resetsAt) => {
    await answered({ kind: "rate_limited", resetsAt, detail: "limit" });
    expect(await states()).toEqual(["refused", "refused", "shown"]);
    const lifts = resetsAt === null ? {} : { liftsAt: resetsAt };
    const setback = { kind: "refused", refusal: "rate_limited", detail: "limit", ...lifts };
    expect((await suggestion()).setback).toEqual(setback);
  });
  test("the ten minutes count from the time she chose, not from each waiting", async () => {
    await answered({ kind: "rate_limited", resetsAt: time + 6 * minute, detail: "" });
    desk.goTo(time + 6 * minute);
    await answered({ kind: "rate_limited", resetsAt: time + 12 * minute, detail: "" });
    expect(await states()).toEqual(["refused", "refused", "shown"]);
  });
  test("after a refusal only her new press sends again", async () => {
    await answered({ kind: "refused", refusal: "duplicate", detail: "" });
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    const again = await approvedPost(desk, await drawnCard(desk, made.post.suggestionId));
    desk.pass(10_000);
    await publishDue(x);
    expect((await postNow(desk, again.post.id)).post.state).toBe("done");
    expect((await now()).post.state).toBe("refused");
  });
});

describe("never late", () => {
  test("ten minutes late it still goes out", async () => {
    desk.goTo(time + 10 * minute);
    await answered({ kind: "published" });
  });
  test("later than that it is missed, not sent, and she is asked", async () => {
    desk.goTo(time + 10 * minute + 1);
    const x = scriptedX(desk);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await states()).toEqual(["missed", "pending", "shown"]);
    expect((await suggestion()).setback).toEqual({ kind: "missed" });
    expect(recorded(desk).at(-1)?.about).toEqual({ post: made.post.id, outcome: "missed" });
  });
  test.each([{ paused: true }, { frozen: "old_database" as const }])(
    "stopped (%o) nothing goes out; back in time it does, later it is missed",
    async (stopped) => {
      const other = await approvedPost(desk, await shownCard(desk), {
        act: "schedule",
        postAt: time + 5 * minute,
      });
      await changeDesk(desk, stopped);
      const x = scriptedX(desk, { kind: "published" });
      desk.goTo(time + 9 * minute);
      await publishDue(x);
      desk.goTo(time + 11 * minute);
      await publishDue(x);
      expect(x.sent).toEqual([]);
      expect(x.happened).toEqual([]);
      expect((await now()).post.state).toBe("missed");
      await changeDesk(desk, { paused: false, frozen: null });
      await publishDue(x);
      expect(x.sent).toHaveLength(1);
      expect((await postNow(desk, other.post.id)).post.state).toBe("done");
    },
  );
});
