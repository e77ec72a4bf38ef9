import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import type { Look, PostWhole, TimelinePost } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { executive, minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
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
let desk: ADesk;
let made: PostWhole;
let timeline: TimelinePost[];
let looks: { account: string; since: number; at: number }[];
let unreadable: boolean;

beforeEach(async () => {
  desk = await openADesk();
  timeline = [];
  looks = [];
  unreadable = false;
  made = await approvedPost(desk, await shownCard(desk));
  desk.goTo(time);
  await publishDue(scriptedX(desk, { kind: "unknown", detail: "no answer" }));
});
afterEach(() => desk.close());

const look = async (account: string, since: number): Promise<Look> => {
  looks.push({ account, since, at: desk.now() });
  return unreadable ? { kind: "not_seen", detail: "503" } : { kind: "seen", posts: timeline, whole: true };
};
const settle = () => settleUnknown({ ...desk, look });
const seen = (at: number, text = "Worth a read."): TimelinePost => ({ id: "1999" as XPostId, text, at });
const now = () => postNow(desk, made.post.id);
const cardsWanted = () => wantedMessages(desk)[`card ${made.post.suggestionId}`] ?? 0;
const says = (answer: "it_appeared" | "it_did_not" | "look_again", delivery = aDelivery()) =>
  answerUnknown({ presser: hers, postId: made.post.id, says: answer, delivery }, desk);
/** Lets time run until the next look is due, and looks. */
async function nextLook(): Promise<number | null> {
  const { dueAt } = (await now()).post;
  if (dueAt === null) return null;
  desk.goTo(Math.max(dueAt, desk.now()));
  await settle();
  return dueAt;
}

describe("a match on her timeline proves that it was posted", () => {
  test("it is done, with the id and time found, and told like any other", async () => {
    timeline = [seen(time + 400)];
    await nextLook();
    const { post, parts } = await now();
    expect([post.state, post.dueAt, parts[0]?.state]).toEqual(["done", null, "published"]);
    expect(parts[0]).toMatchObject({ xPostId: "1999", publishedAt: time + 400, detail: null });
    expect(wantedMessages(desk)).toMatchObject({ [`card_line ${post.id}`]: 1, [`team_line ${post.id}`]: 1 });
    expect(recorded(desk).at(-1)?.about).toMatchObject({ outcome: "published", xPost: "1999" });
  });
  test("she was not asked, when the first look found it", async () => {
    const before = cardsWanted();
    timeline = [seen(time)];
    await nextLook();
    expect((await now()).post.looks).toBe(0);
    expect(cardsWanted()).toBe(before + 1);
  });
  test("also when it shows up late, after she was asked", async () => {
    await nextLook();
    await nextLook();
    timeline = [seen(time + 1)];
    await nextLook();
    expect((await now()).post.state).toBe("done");
  });
  test("among others, and with a link completed as X does it", async () => {
    const card = await shownCard(desk, { draft: "See journal.com/a now" });
    const other = await approvedPost(desk, card);
    desk.pass(10_000);
    await publishDue(scriptedX(desk, { kind: "unknown", detail: "" }));
    timeline = [seen(desk.now(), "Good morning"), seen(desk.now(), "See https://journal.com/a now")];
    desk.pass(3_000);
    await settle();
    expect((await postNow(desk, other.post.id)).post.state).toBe("done");
    expect((await now()).post.state).toBe("asking");
  });
});

test("a post known to be another of ours is not taken for it, however close in time", async () => {
  const twin = await approvedPost(desk, await shownCard(desk, { draft: "Twice." }));
  const other = await approvedPost(desk, await shownCard(desk, { draft: "Twice." }));
  desk.pass(10_000);
  const first = seen(desk.now(), "Twice.");
  await publishDue(
    scriptedX(
      desk,
      { kind: "published", xPostId: first.id, storedText: "" },
      { kind: "unknown", detail: "" },
    ),
  );
  timeline = [first];
  desk.pass(3_000);
  await settle();
  expect((await postNow(desk, twin.post.id)).post.state).toBe("done");
  expect((await postNow(desk, other.post.id)).post.state).toBe("asking");
  timeline = [first, { ...first, id: "2000" as XPostId }];
  desk.pass(10_000);
  await settle();
  expect((await postNow(desk, other.post.id)).parts[0]?.xPostId).toBe("2000");
});

describe("no match proves nothing", () => {
  test.each([
    ["an empty timeline", []],
    ["other posts", [seen(time, "Worth a read!"), seen(time, "worth a read.")]],
    ["an identical post from before the attempt", [seen(time - 5_001), seen(time - 86_400_000)]],
  ])("%s: it goes on asking", async (_, posts) => {
    timeline = posts;
    await nextLook();
    const { post, parts } = await now();
    expect([post.state, parts[0]?.state, post.looks]).toEqual(["asking", "unknown", 1]);
    expect((await suggestionNow(desk, made.post.suggestionId)).state).toBe("approved");
  });
  test("clocks may differ by five seconds", async () => {
    timeline = [seen(time - 5_000)];
    await nextLook();
    expect((await now()).post.state).toBe("done");
    expect(looks[0]).toEqual({ account: "1900000000000000001", since: time - 5_000, at: time + 3_000 });
  });
  test("a timeline that cannot be read counts as a look, and she is asked just the same", async () => {
    unreadable = true;
    await nextLook();
    expect((await now()).post).toMatchObject({ state: "asking", looks: 1 });
  });
  test("she is asked after the first look, once", async () => {
    const before = { card: cardsWanted(), all: wantedMessages(desk) };
    await nextLook();
    expect(cardsWanted()).toBe(before.card + 1);
    for (let more = 0; more < 10; more++) await nextLook();
    expect(cardsWanted()).toBe(before.card + 1);
    const added = Object.keys(wantedMessages(desk)).filter((message) => !(message in before.all));
    expect(added).toEqual([`card_asking ${made.post.id}`, `team_asking ${made.post.id}`]);
    for (const line of added) expect(wantedMessages(desk)[line]).toBe(1);
  });
  test("it is looked for soon, then more rarely, hourly for a day, then only when asked", async () => {
    for (let at = await nextLook(); at !== null; ) at = await nextLook();
    const waits = looks.map(({ at }, n) => at - (looks[n - 1]?.at ?? time));
    expect(waits).toEqual([3_000, 10_000, 60_000, 5 * minute, 15 * minute, ...Array(24).fill(60 * minute)]);
    desk.pass(7 * 86_400_000);
    await settle();
    expect(looks).toHaveLength(waits.length);
    await says("look_again");
    timeline = [seen(time)];
    await settle();
    expect((await now()).post.state).toBe("done");
  });
  test("nothing is looked for before it is due", async () => {
    desk.pass(2_999);
    await settle();
    expect(looks).toEqual([]);
  });
});

describe("her answer to «Did it appear?»", () => {
  const settled = (kind: string) => ({ kind: "settled", answer: { kind } });

  test("it appeared: done without an id, told to all", async () => {
    await nextLook();
    expect(await says("it_appeared")).toEqual(settled("settled"));
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "outcome", who: executive });
    const { post, parts } = await now();
    expect([post.state, parts[0]?.state]).toEqual(["done", "published"]);
    expect(parts[0]).toMatchObject({ xPostId: null, publishedAt: time });
    expect(wantedMessages(desk)).toMatchObject({ [`team_line ${post.id}`]: 1 });
  });
  test("it did not: the card is hers again with its press, and nothing is sent without one", async () => {
    await nextLook();
    expect(await says("it_did_not")).toEqual(settled("settled"));
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "outcome", who: executive });
    const { post, parts } = await now();
    expect([post.state, parts[0]?.state, post.dueAt]).toEqual(["absent", "absent", null]);
    expect(await suggestionNow(desk, made.post.suggestionId)).toMatchObject({
      state: "shown",
      setback: { kind: "absent" },
    });
    const x = scriptedX({ ...desk, look }, { kind: "published" });
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    await approvedPost(desk, await drawnCard(desk, made.post.suggestionId));
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("look again: looked for at once", async () => {
    await nextLook();
    const before = looks.length;
    await settle();
    expect(looks).toHaveLength(before);
    expect(await says("look_again")).toEqual(settled("looking"));
    await settle();
    expect(looks).toHaveLength(before + 1);
  });
  test("look again, while it is being looked at: looked for once more, and what is there is found", async () => {
    desk.pass(3_000);
    await settleUnknown({
      ...desk,
      look: async () => {
        await says("look_again");
        return { kind: "not_seen", detail: "503" };
      },
    });
    timeline = [seen(time)];
    await settle();
    expect((await now()).post.state).toBe("done");
  });
  test("comes too late once it is settled, and delivered twice is taken once", async () => {
    const delivery = aDelivery();
    await says("it_appeared", delivery);
    const before = rowsOf(desk);
    expect(await says("it_appeared", delivery)).toEqual({ kind: "taken" });
    for (const answer of ["it_appeared", "it_did_not", "look_again"] as const)
      expect(await says(answer)).toEqual(settled("settled_before"));
    expect(rowsOf(desk)).toEqual(before);
  });
  test("counts when it comes while the timeline is being looked at", async () => {
    desk.pass(3_000);
    await settleUnknown({
      ...desk,
      look: async () => {
        await says("it_did_not");
        return { kind: "seen", posts: [seen(time)], whole: true };
      },
    });
    expect((await now()).post.state).toBe("absent");
    expect((await suggestionNow(desk, made.post.suggestionId)).state).toBe("shown");
  });
});
