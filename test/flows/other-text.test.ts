import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { type ADesk, aDelivery, approvedPost, hers, openADesk, postNow, shownCard } from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** A post of these words, of which X says that it stored those. */
async function posted(draft: string, storedText: string) {
  const { post } = await approvedPost(desk, await shownCard(desk, { draft }));
  desk.pass(10_000);
  await publishDue(scriptedX(desk, { kind: "published", xPostId: "1999" as XPostId, storedText }));
  const part = async () => (await postNow(desk, post.id)).parts[0];
  return { postId: post.id, part };
}
const alarms = () => desk.logged.filter(({ event }) => event === "other_text_stored");

describe("what X says it stored", () => {
  test.each([
    ["the very words", "R&D is fun", "R&D is fun"],
    ["the words as X spells them", "R&D: https://journal.example/a", "R&amp;D: https://t.co/Ab1"],
  ])("%s: nothing is said", async (_, draft, stored) => {
    const { part } = await posted(draft, stored);
    expect(await part()).toMatchObject({ state: "published", otherText: null });
    expect(alarms()).toEqual([]);
  });
  test("other words: they are kept for her, and the log raises the alarm without repeating them", async () => {
    const { postId, part } = await posted("Worth a read.", "Hijacked words.");
    expect(await part()).toMatchObject({ state: "published", otherText: "Hijacked words.", xPostId: "1999" });
    expect(alarms()).toEqual([{ event: "other_text_stored", post: postId }]);
    expect(JSON.stringify(desk.logged)).not.toContain("Hijacked");
  });
  test("other words are kept as a reader of X sees them, not as X spells them", async () => {
    const { part } = await posted("Worth a read.", "R&amp;D &lt;3 &amp;lt;");
    expect((await part())?.otherText).toBe("R&D <3 &lt;");
  });
  test("no words at all are other words", async () => {
    const { part } = await posted("Worth a read.", "");
    expect((await part())?.otherText).toBe("");
  });
  test("other words are not forgotten when she tries to take it down, nor when it is gone", async () => {
    const { postId, part } = await posted("Worth a read.", "Hijacked words.");
    const takenDown = async (answer: "refused" | "deleted") => {
      await undo({ presser: hers, postId, delivery: aDelivery() }, desk);
      const takeDown = async () => ({ kind: answer, detail: "HTTP 403" });
      await takeDownDue({ ...desk, takeDown });
    };
    await takenDown("refused");
    expect(await part()).toMatchObject({ state: "published", otherText: "Hijacked words." });
    await takenDown("deleted");
    expect(await part()).toMatchObject({ state: "taken_down", otherText: "Hijacked words." });
  });
});
