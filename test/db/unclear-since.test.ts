import { afterEach, beforeEach, expect, test } from "vitest";
import type { PostId, XPostId } from "../../src/core/ids.js";
import type { Part, Post } from "../../src/core/post.js";
import { minute, morning, newId } from "./builders.js";
import { type Approved, approved, done, type House, openHouse } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

/** Moves a post and its part on as the publishing flow does. */
async function move(made: Approved, post: Partial<Post>, part: Partial<Part> = {}): Promise<Approved> {
  const next = { post: { ...made.post, ...post }, part: { ...made.part, ...part } };
  await done(house.store, { table: "post", row: next.post }, { table: "part", row: next.part });
  return {
    ...made,
    post: { ...next.post, version: next.post.version + 1 },
    part: { ...next.part, version: next.part.version + 1 },
  };
}

async function published(made: Approved, at: number, xPostId: string): Promise<Approved> {
  const running = await move(made, { state: "running" });
  const sending = await move(running, {}, { state: "publishing", attemptedAt: at });
  const out = { state: "published", publishedAt: at, xPostId: xPostId as XPostId } as const;
  return move(sending, { state: "done", dueAt: null, settledAt: at }, out);
}

test("since when the same words may stand on X: the earliest attempt nobody has seen there, of another post", async () => {
  const { text } = (await approved(house.store)).part;
  const sent = async (at: number) =>
    move(
      await move(await approved(house.store), { state: "running" }),
      {},
      {
        state: "publishing",
        attemptedAt: at,
      },
    );
  const unclear = async (at: number) => move(await sent(at), { state: "asking" }, { state: "unknown" });
  const unclearSince = (except = newId<PostId>(), of = text) => house.store.unclearSince(of, except);
  await published(await approved(house.store), morning, "1998");
  await move(await sent(morning), { state: "refused" }, { state: "refused" });
  expect(await unclearSince()).toBeNull();
  const asking = await unclear(morning + 2 * minute);
  expect(await unclearSince()).toBe(morning + 2 * minute);
  expect(await unclearSince(asking.post.id)).toBeNull();
  const absent = await move(
    await unclear(morning + minute),
    { state: "absent", settledAt: morning },
    { state: "absent" },
  );
  expect(await unclearSince()).toBe(morning + minute);
  expect(await unclearSince(absent.post.id)).toBe(morning + 2 * minute);
  expect(await unclearSince(undefined, `${text} `)).toBeNull();
});
