import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XAccountId, XPostId } from "../../src/core/ids.js";
import type { Look, PostWhole, TimelinePost } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { account, minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
  hers,
  openADesk,
  postNow,
  shownCard,
  suggestionNow,
} from "./a-desk.js";
import { type Script, scriptedX } from "./scripted-x.js";

const first = morning + 10_000;
const words = "Worth a read.";
let desk: ADesk;
let timeline: TimelinePost[] | "unreadable";
/** Whether all of it was read. */
let whole: boolean;
let looks: { account: string; since: number }[];
beforeEach(async () => {
  desk = await openADesk();
  timeline = [];
  whole = true;
  looks = [];
});
afterEach(() => desk.close());

const look = async (whose: XAccountId, since: number): Promise<Look> => {
  looks.push({ account: whose, since });
  return timeline === "unreadable"
    ? { kind: "not_seen", detail: "HTTP 503" }
    : { kind: "seen", posts: timeline, whole };
};
const onX = (at: number, text = words): TimelinePost => ({ id: "1999" as XPostId, text, at });
const states = async ({ post }: PostWhole) => {
  const now = await postNow(desk, post.id);
  return [now.post.state, now.parts[0]?.state, (await suggestionNow(desk, post.suggestionId)).state];
};
/** Time comes, X answers this when it is called. */
async function publishing(...scripts: Script[]) {
  desk.pass(10_000);
  const x = scriptedX({ ...desk, look }, ...scripts);
  await publishDue(x);
  return x;
}
const says = ({ post }: PostWhole, answer: "it_appeared" | "it_did_not") =>
  answerUnknown({ presser: hers, postId: post.id, says: answer, delivery: aDelivery() }, desk);

/** Sent once without a clear answer, not there she says, and approved again. */
async function approvedAgain(): Promise<PostWhole> {
  const before = await approvedPost(desk, await shownCard(desk));
  await publishing({ kind: "unknown", detail: "no answer" });
  await says(before, "it_did_not");
  looks = [];
  desk.pass(5 * minute);
  return approvedPost(desk, await drawnCard(desk, before.post.suggestionId));
}

describe.each([
  ["cannot be read", "unreadable", true],
  ["was not read whole, and does not show them so far", [], false],
] as const)("where her timeline %s", (_, there, all) => {
  beforeEach(() => {
    timeline = there === "unreadable" ? there : [...there];
    whole = all;
  });
  /** The first look at the words approved again fails; later ones see what is set after this. */
  async function held(): Promise<PostWhole> {
    const made = await approvedAgain();
    expect((await publishing()).sent).toEqual([]);
    expect(await states(made)).toEqual(["scheduled", "pending", "approved"]);
    return made;
  }

  test("they are held and looked for again after 15 s, and sent once when they are not there", async () => {
    const made = await held();
    desk.pass(4_999);
    await publishing();
    expect(looks).toHaveLength(1);
    timeline = [];
    whole = true;
    desk.pass(1);
    const x = scriptedX({ ...desk, look }, { kind: "published" });
    await publishDue(x);
    expect(looks).toHaveLength(2);
    expect(x.sent).toEqual([words]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test("and then shows them, they are not sent", async () => {
    const made = await held();
    timeline = [onX(first + 200)];
    desk.pass(5_000);
    expect((await publishing()).sent).toEqual([]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test("for ten minutes, they are never sent: missed, and the card is hers again", async () => {
    const made = await held();
    for (let tries = 0; tries < 45; tries++) {
      desk.pass(5_000);
      expect((await publishing()).sent).toEqual([]);
    }
    expect(looks.length).toBeGreaterThan(35);
    expect(await states(made)).toEqual(["missed", "pending", "shown"]);
    expect((await suggestionNow(desk, made.post.suggestionId)).setback).toEqual({ kind: "missed" });
  });
});

test("a part of her timeline is enough where it shows them", async () => {
  const made = await approvedAgain();
  timeline = [onX(first + 200)];
  whole = false;
  expect((await publishing()).sent).toEqual([]);
  expect(await states(made)).toEqual(["done", "published", "approved"]);
});

describe("the same words in another suggestion", () => {
  /** Sent once without a clear answer for one suggestion, then approved in another. */
  async function twins(answer?: "it_did_not" | "it_appeared", otherWords = words) {
    const one = await approvedPost(desk, await shownCard(desk));
    await publishing({ kind: "unknown", detail: "no answer" });
    if (answer) await says(one, answer);
    desk.pass(minute);
    const other = await approvedPost(desk, await shownCard(desk, { draft: otherWords }));
    return { one, other };
  }

  test.each([
    ["while she is asked about the first", undefined],
    ["after she said that the first had not appeared", "it_did_not"],
  ] as const)(
    "are looked for since the first attempt, %s, and not sent where they stand",
    async (_, answer) => {
      const { other } = await twins(answer);
      timeline = [onX(first + 200)];
      expect((await publishing()).sent).toEqual([]);
      expect(looks).toEqual([{ account: account.id, since: first - 5_000 }]);
      expect(await states(other)).toEqual(["done", "published", "approved"]);
    },
  );
  test("what was found for one is not found for the other as well", async () => {
    const { one } = await twins();
    timeline = [onX(first + 200)];
    await publishing();
    await settleUnknown({ ...desk, look });
    expect(await states(one)).toEqual(["asking", "unknown", "approved"]);
  });
  test("are sent, once, where they do not stand", async () => {
    const { other } = await twins();
    expect((await publishing({ kind: "published" })).sent).toEqual([words]);
    expect(await states(other)).toEqual(["done", "published", "approved"]);
  });
  test("are not sent while the timeline cannot be read", async () => {
    const { other } = await twins();
    timeline = "unreadable";
    expect((await publishing()).sent).toEqual([]);
    expect(await states(other)).toEqual(["scheduled", "pending", "approved"]);
  });
  test("refused as a duplicate they are asked about", async () => {
    const { other } = await twins();
    await publishing({ kind: "refused", refusal: "duplicate", detail: "" });
    expect(await states(other)).toEqual(["asking", "unknown", "approved"]);
  });
  test("are sent without a look once the first is known to stand there", async () => {
    await twins("it_appeared");
    expect((await publishing({ kind: "published" })).sent).toEqual([words]);
    expect(looks).toEqual([]);
  });
  test("with one character changed they are other words", async () => {
    await twins(undefined, `${words} `);
    await publishing({ kind: "published" });
    expect(looks).toEqual([]);
  });
});

test("asked about, words that a part of her timeline does not show count as not there yet; shown there, as posted", async () => {
  const made = await approvedPost(desk, await shownCard(desk));
  await publishing({ kind: "unknown", detail: "no answer" });
  whole = false;
  desk.pass(3_000);
  await settleUnknown({ ...desk, look });
  expect((await postNow(desk, made.post.id)).post).toMatchObject({ state: "asking", looks: 1 });
  timeline = [onX(first + 200)];
  desk.pass(10_000);
  await settleUnknown({ ...desk, look });
  expect(await states(made)).toEqual(["done", "published", "approved"]);
});
