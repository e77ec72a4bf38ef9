import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XAccountId, XPostId } from "../../src/core/ids.js";
import type { Look, PostWhole, TimelinePost } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  hers,
  openADesk,
  postNow,
  recorded,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { type Script, scriptedX } from "./scripted-x.js";

const first = morning + 10_000;
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
const onX = (at: number): TimelinePost => ({ id: "1999" as XPostId, text: "Worth a read.", at });
const states = async ({ post }: PostWhole) => {
  const now = await postNow(desk, post.id);
  return [now.post.state, now.parts[0]?.state, (await suggestionNow(desk, post.suggestionId)).state];
};
/** Time comes, X answers this when it is called. */
async function publishing(script: Script): Promise<void> {
  desk.pass(10_000);
  await publishDue(scriptedX(desk, script));
}
const says = ({ post }: PostWhole, answer: "it_appeared" | "it_did_not") =>
  answerUnknown({ presser: hers, postId: post.id, says: answer, delivery: aDelivery() }, desk);

describe("what only she saw", () => {
  async function seenByHer(): Promise<PostWhole> {
    const made = await approvedPost(desk, await shownCard(desk));
    await publishing({ kind: "unknown", detail: "" });
    await says(made, "it_appeared");
    return made;
  }
  const lookAgain = () => settleUnknown({ ...desk, look });

  test("gets its link when the timeline shows it, and her card and the lines say so", async () => {
    const made = await seenByHer();
    const { id, suggestionId } = made.post;
    timeline = [onX(first + 700)];
    const before = wantedMessages(desk);
    await lookAgain();
    const { post, parts } = await postNow(desk, id);
    expect(parts[0]).toMatchObject({ state: "published", xPostId: "1999", publishedAt: first + 700 });
    expect(post).toMatchObject({ state: "done", dueAt: null });
    for (const message of [`card ${suggestionId}`, `card_line ${id}`, `team_line ${id}`])
      expect(wantedMessages(desk)[message], message).toBe((before[message] ?? 0) + 1);
    expect(recorded(desk).at(-1)?.about).toMatchObject({ outcome: "link", xPost: "1999" });
    looks = [];
    desk.pass(60 * minute);
    await lookAgain();
    expect(looks).toEqual([]);
  });
  test("is looked for at once, then more rarely, and no more after a day; nobody is told of each look", async () => {
    const made = await seenByHer();
    const before = wantedMessages(desk);
    const times: number[] = [];
    let { dueAt } = (await postNow(desk, made.post.id)).post;
    while (dueAt !== null && times.length < 100) {
      desk.goTo(Math.max(dueAt, desk.now()));
      times.push(desk.now());
      await lookAgain();
      dueAt = (await postNow(desk, made.post.id)).post.dueAt;
    }
    expect(times[0]).toBe(first);
    expect(times.slice(1, 4).map((at, n) => at - (times[n] ?? 0))).toEqual([10_000, minute, 5 * minute]);
    expect(looks).toHaveLength(29);
    expect(wantedMessages(desk)).toEqual(before);
    desk.pass(7 * 86_400_000);
    await lookAgain();
    expect(looks).toHaveLength(29);
  });
});

describe("the line that asks «Did it appear?»", () => {
  const asking = (made: PostWhole) => {
    const wanted = wantedMessages(desk);
    return [wanted[`card_asking ${made.post.id}`], wanted[`team_asking ${made.post.id}`]];
  };
  async function asked(): Promise<PostWhole> {
    const made = await approvedPost(desk, await shownCard(desk));
    await publishing({ kind: "unknown", detail: "" });
    desk.pass(3_000);
    await settleUnknown({ ...desk, look });
    expect(asking(made)).toEqual([1, 1]);
    return made;
  }

  test.each(["it_appeared", "it_did_not"] as const)(
    "is put right by her answer (%s), once",
    async (answer) => {
      const made = await asked();
      await says(made, answer);
      expect(asking(made)).toEqual([2, 2]);
      await says(made, answer);
      expect(asking(made)).toEqual([2, 2]);
    },
  );
  test("is put right when the timeline answers", async () => {
    const made = await asked();
    timeline = [onX(first)];
    desk.pass(10_000);
    await settleUnknown({ ...desk, look });
    expect(asking(made)).toEqual([2, 2]);
  });
  test("is never wanted where the first look settles it", async () => {
    const made = await approvedPost(desk, await shownCard(desk));
    await publishing({ kind: "unknown", detail: "" });
    timeline = [onX(first)];
    desk.pass(3_000);
    await settleUnknown({ ...desk, look });
    expect(await states(made)).toEqual(["done", "published", "approved"]);
    expect(asking(made)).toEqual([undefined, undefined]);
  });
});
