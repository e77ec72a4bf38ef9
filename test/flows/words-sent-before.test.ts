import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XAccountId, XPostId } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import type { Look, PostWhole, TimelinePost } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { resume } from "../../src/flows/resume.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { account, minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  drawnCard,
  hers,
  openADesk,
  openNotice,
  postNow,
  recorded,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { type Script, scriptedX } from "./scripted-x.js";

const first = morning + 10_000;
const words = "Worth a read.";
let desk: ADesk;
let timeline: TimelinePost[];
let looks: { account: string; since: number }[];
beforeEach(async () => {
  desk = await openADesk();
  timeline = [];
  looks = [];
});
afterEach(() => desk.close());

const look = async (whose: XAccountId, since: number): Promise<Look> => {
  looks.push({ account: whose, since });
  return { kind: "seen", posts: timeline, whole: true };
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

/** Sent once without a clear answer, not there she says, and approved again: with these words or the same. */
async function approvedAgain(ownText?: string): Promise<PostWhole> {
  const before = await approvedPost(desk, await shownCard(desk));
  await publishing({ kind: "unknown", detail: "no answer" });
  await says(before, "it_did_not");
  looks = [];
  desk.pass(5 * minute);
  const card = await drawnCard(desk, before.post.suggestionId);
  return approvedPost(desk, card, ownText === undefined ? {} : { act: "rewrite", ownText });
}

describe("words that may stand on X already are looked for before they are sent again", () => {
  test("on her timeline, from the first attempt on", async () => {
    await approvedAgain();
    await publishing({ kind: "published" });
    expect(looks).toEqual([{ account: account.id, since: first - 5_000 }]);
  });
  test("found there, they are not sent: it is posted, with that id, and told", async () => {
    const made = await approvedAgain();
    timeline = [onX(first + 200)];
    const x = await publishing();
    expect(x.sent).toEqual([]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
    const { parts } = await postNow(desk, made.post.id);
    expect(parts[0]).toMatchObject({ xPostId: "1999", otherText: null });
    expect(wantedMessages(desk)).toMatchObject({ [`card_line ${made.post.id}`]: 1 });
    expect(recorded(desk).at(-1)?.about).toMatchObject({ outcome: "published", xPost: "1999" });
  });
  test.each<[string, TimelinePost[]]>([
    ["an empty timeline", []],
    ["other words", [onX(first + 200, "Worth another read.")]],
    ["the same words from before the first attempt", [onX(first - 5_001)]],
  ])("with %s they are sent, once", async (_, there) => {
    const made = await approvedAgain();
    timeline = there;
    const x = await publishing({ kind: "published" });
    expect(x.sent).toEqual([words]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test("a post with the same words that is another suggestion's is not taken for them", async () => {
    const made = await approvedAgain();
    await approve(approvingPress(await shownCard(desk)), { ...desk, holdMs: 0 });
    const twin = onX(desk.now());
    const sent = { kind: "published", xPostId: twin.id, storedText: words } as const;
    await publishDue(scriptedX({ ...desk, look }, sent));
    timeline = [twin];
    const x = await publishing({ kind: "published" });
    expect(looks).toHaveLength(2);
    expect(x.sent).toEqual([words]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test("where looking took so long that ten minutes have passed, they are not sent", async () => {
    const made = await approvedAgain();
    desk.pass(10_000);
    const x = scriptedX(desk);
    const slowly = async (): Promise<Look> => {
      desk.pass(10 * minute + 1);
      return { kind: "seen", posts: [], whole: true };
    };
    await publishDue({ ...x, look: slowly });
    desk.pass(15_000);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await states(made)).toEqual(["missed", "pending", "shown"]);
  });
  test("other words are sent without a look", async () => {
    await approvedAgain("Her other words.");
    const x = await publishing({ kind: "published" });
    expect(x.sent).toEqual(["Her other words."]);
    expect(looks).toEqual([]);
  });
  test.each([
    ["that never left", { kind: "not_sent", detail: "no connection" }],
    ["that X refused", { kind: "refused", refusal: "forbidden", detail: "" }],
  ] as const)("after an attempt %s they are sent without a look", async (_, answer) => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    await publishing(answer);
    if (answer.kind === "refused") await approvedPost(desk, await drawnCard(desk, post.suggestionId));
    desk.pass(15_000);
    const x = await publishing({ kind: "published" });
    expect(x.sent).toEqual([words]);
    expect(looks).toEqual([]);
  });
});

describe("words an older database may have forgotten", () => {
  /** The desk stopped for an older database and goes on; a suggestion from before, or from after, is approved. */
  async function afterStandstill(suggested: "before" | "after"): Promise<PostWhole> {
    const old = await shownCard(desk);
    desk.pass(minute);
    const message = await desk.store.message("card", old.id);
    if (!message) throw new Error("no card");
    const { id: messageId, deskId, wanted } = message;
    const ahead = { messageId, deskId, version: wanted + 1, ...old.place };
    await checkWitness({ ...desk, readWitness: async () => [ahead] });
    await resume({ presser: hers, delivery: aDelivery(), notice: await openNotice(desk) }, desk);
    desk.pass(minute);
    const card = suggested === "before" ? await drawnCard(desk, old.id) : await shownCard(desk);
    return approvedPost(desk, card);
  }

  test("are looked for since they were suggested, and not sent where they stand", async () => {
    const made = await afterStandstill("before");
    timeline = [onX(morning + 30_000)];
    const x = await publishing();
    expect(looks).toEqual([{ account: account.id, since: morning - 5_000 }]);
    expect(x.sent).toEqual([]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test("are sent where they are not found; refused as a duplicate they are asked about", async () => {
    const made = await afterStandstill("before");
    const x = await publishing({ kind: "refused", refusal: "duplicate", detail: "" });
    expect(x.sent).toHaveLength(1);
    expect(await states(made)).toEqual(["asking", "unknown", "approved"]);
  });
  test("cannot be those of a suggestion made since", async () => {
    await afterStandstill("after");
    const x = await publishing({ kind: "published" });
    expect(x.sent).toHaveLength(1);
    expect(looks).toEqual([]);
  });
});

describe("a refused duplicate", () => {
  const duplicate = { kind: "refused", refusal: "duplicate", detail: "duplicate content" } as const;

  test("of words never sent before is refused, and the card is hers again", async () => {
    const made = await approvedPost(desk, await shownCard(desk));
    await publishing(duplicate);
    expect(await states(made)).toEqual(["refused", "refused", "shown"]);
    expect((await suggestionNow(desk, made.post.suggestionId)).setback).toMatchObject({
      refusal: "duplicate",
    });
  });
  test("of words sent before without an answer is asked about, and never sent again", async () => {
    const made = await approvedAgain();
    await publishing(duplicate);
    expect(await states(made)).toEqual(["asking", "unknown", "approved"]);
    desk.pass(60 * minute);
    expect((await publishing()).sent).toEqual([]);
  });
  test("is looked for from the first attempt on, not from the second", async () => {
    const made = await approvedAgain();
    await publishing(duplicate);
    looks = [];
    timeline = [onX(first + 100)];
    desk.pass(3_000);
    await settleUnknown({ ...desk, look });
    expect(looks).toEqual([{ account: account.id, since: first - 5_000 }]);
    expect(await states(made)).toEqual(["done", "published", "approved"]);
  });
  test.each(["forbidden", "too_long"] as const)(
    "%s is a refusal also of words sent before",
    async (refusal) => {
      const made = await approvedAgain();
      await publishing({ kind: "refused", refusal, detail: "" });
      expect(await states(made)).toEqual(["refused", "refused", "shown"]);
    },
  );
});
