import { afterEach, beforeEach, expect, test } from "vitest";
import { approve } from "../../src/flows/approve.js";
import { cancel } from "../../src/flows/cancel.js";
import { publishDue } from "../../src/flows/publish-due.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  changeDesk,
  hers,
  openADesk,
  postNow,
  rowsOf,
  shownCard,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

test("a post cancelled while the one before it is being sent is not sent", async () => {
  const first = await approvedPost(desk, await shownCard(desk, { draft: "The first." }));
  const second = await approvedPost(desk, await shownCard(desk, { draft: "The second." }));
  desk.pass(10_000);
  const x = scriptedX(desk, { kind: "published" });
  const press = { presser: hers, postId: second.post.id, delivery: aDelivery() };
  const publish: typeof x.publish = async (approval, part) => {
    expect(await cancel(press, desk)).toEqual({ kind: "settled", answer: { kind: "cancelled" } });
    return x.publish(approval, part);
  };
  await publishDue({ ...x, publish });
  expect(x.sent).toEqual(["The first."]);
  expect((await postNow(desk, first.post.id)).post.state).toBe("done");
  expect((await postNow(desk, second.post.id)).post.state).toBe("cancelled");
});

test.each([
  ["paused", { paused: true }, { kind: "stopped", frozen: false }],
  ["without its account", { account: null }, { kind: "no_account" }],
] as const)(
  "a desk that is %s between her press and its commit approves nothing",
  async (_, given, answer) => {
    const card = await shownCard(desk);
    let meddled = false;
    const meddling = {
      ...desk.store,
      async commit(change: Parameters<typeof desk.store.commit>[0]) {
        if (!meddled) {
          meddled = true;
          await changeDesk(desk, given);
        }
        return desk.store.commit(change);
      },
    };
    const settled = await approve(approvingPress(card), { ...desk, store: meddling });
    expect(settled).toEqual({ kind: "settled", answer });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
  },
);
