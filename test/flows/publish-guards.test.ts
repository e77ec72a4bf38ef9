import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sealKey } from "../../src/core/approval.js";
import type { SlackTeamId, SlackUserId, XAccountId } from "../../src/core/ids.js";
import type { PostWhole } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { recoverInterrupted } from "../../src/flows/recover-interrupted.js";
import { minute, ring } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  changeDesk,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
let made: PostWhole;
beforeEach(async () => {
  desk = await openADesk();
  made = await approvedPost(desk, await shownCard(desk));
  desk.pass(10_000);
});
afterEach(() => desk.close());

const now = () => postNow(desk, made.post.id);

/** What somebody with the database file in hand could do: the fence of a table is taken away first. */
function tamper(table: string, change: string): void {
  const { sqlite } = desk.database;
  const fences = sqlite
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE UPDATE%'",
    )
    .pluck()
    .all(table);
  for (const name of fences) sqlite.exec(`DROP TRIGGER ${String(name)}`);
  expect(sqlite.prepare(`UPDATE ${table} SET ${change}`).run().changes).toBeGreaterThan(0);
}

/** Nothing is sent, the post is stopped, the card is hers again, and the log says that a seal was broken. */
async function nothingSentAndGivenBack(needs: object = {}): Promise<void> {
  const x = { ...scriptedX(desk), ...needs };
  await publishDue(x);
  expect(x.sent).toEqual([]);
  expect(x.happened).toEqual([]);
  expect((await now()).post.state).toBe("cancelled");
  expect(await suggestionNow(desk, made.post.suggestionId)).toMatchObject({
    state: "shown",
    setback: { kind: "lapsed" },
  });
  expect(wantedMessages(desk)[`card ${made.post.suggestionId}`]).toBeGreaterThan(2);
  expect(desk.logged.map(({ event }) => event)).toContain("seal_broken");
}

describe("at the very moment of sending everything is checked again:", () => {
  test.each([
    ["the seal itself", "approvals", `seal = '${"A".repeat(43)}'`],
    ["the text of the approval", "approvals", "text = 'Hijacked.'"],
    ["the text of the part", "parts", "text = 'Hijacked.'"],
    ["text of approval, part and revision alike", "approvals", "text = 'Hijacked.'"],
    ["the account of the approval", "approvals", "account_id = '2'"],
    ["who approved", "approvals", "approved_by = 'U0NADIA'"],
    ["the time of the approval", "approvals", "post_at = post_at - 1"],
    ["the time of the post", "posts", "post_at = post_at - 1"],
    ["the card it was pressed on", "approvals", "card_ts = '1.2'"],
    ["the words of the revision", "revisions", "text = 'Hijacked.'"],
    ["the suggestion of the revision", "revisions", "media = '[\"x\"]'"],
  ])("with %s changed nothing is sent and the card is given back", async (what, table, change) => {
    tamper(table, change);
    if (what.startsWith("text of approval")) {
      tamper("parts", change);
      tamper("revisions", change);
    }
    await nothingSentAndGivenBack();
  });
  test("with another executive on the desk nothing is sent", async () => {
    await changeDesk(desk, { executiveId: "U0OTHER" as SlackUserId });
    await nothingSentAndGivenBack();
  });
  test("in another workspace nothing is sent", async () => {
    await changeDesk(desk, { teamId: "T0OTHER" as SlackTeamId });
    await nothingSentAndGivenBack();
  });
  test.each([
    ["another account", { id: "2" as XAccountId, handle: "camille" }],
    ["no account", null],
  ])("with %s on the desk nothing is sent", async (_, account) => {
    await changeDesk(desk, { account });
    await nothingSentAndGivenBack();
  });
  test("the same account under a new name is the same account", async () => {
    await changeDesk(desk, { account: { id: made.approval.agreed.accountId, handle: "camille_laurent" } });
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("with a key that is not in the ring any more nothing is sent", async () => {
    await nothingSentAndGivenBack({ ring: [sealKey(Buffer.alloc(32, 9))] });
  });
  test("with a new key before the old one in the ring it goes out", async () => {
    const x = { ...scriptedX(desk, { kind: "published" }), ring: [sealKey(Buffer.alloc(32, 9)), ...ring] };
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("a desk that changes between the check and the commit is checked again", async () => {
    const x = scriptedX(desk);
    const { store } = desk;
    let meddled = false;
    const meddling = {
      ...store,
      async commit(change: Parameters<typeof store.commit>[0]) {
        if (!meddled) {
          meddled = true;
          await changeDesk(desk, { paused: true });
        }
        return store.commit(change);
      },
    };
    await publishDue({ ...x, store: meddling });
    expect(x.sent).toEqual([]);
    expect((await now()).post.state).toBe("scheduled");
  });
});

test.each([{ paused: true }, { frozen: "old_database" as const }])(
  "stopped (%o) while her card says «Posting…», it is not sent; resumed in time it is",
  async (stopped) => {
    const x = scriptedX(desk, { kind: "published" });
    const showNow: typeof x.showNow = async (kind, subject) => {
      await changeDesk(desk, stopped);
      return x.showNow(kind, subject);
    };
    await publishDue({ ...x, showNow });
    expect(x.sent).toEqual([]);
    expect((await now()).post.state).toBe("scheduled");
    await changeDesk(desk, { paused: false, frozen: null });
    desk.pass(15_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  },
);

describe("one post that cannot go does not hold up the next", () => {
  test("a broken one, then a good one", async () => {
    tamper("approvals", "seal = 'broken'");
    const good = await approvedPost(desk, await shownCard(desk, { draft: "The good one." }), {});
    desk.pass(10_000);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toEqual(["The good one."]);
    expect((await postNow(desk, good.post.id)).post.state).toBe("done");
  });
});

describe("a process that stopped while posting", () => {
  test("finds the post, asks whether it appeared, and never sends it again", async () => {
    const x = scriptedX(desk, "throws");
    await expect(publishDue(x)).rejects.toThrow("cut off");
    expect(x.sent).toHaveLength(1);
    expect((await now()).post.state).toBe("running");

    await recoverInterrupted(desk);
    const { post, parts } = await now();
    expect([post.state, parts[0]?.state]).toEqual(["asking", "unknown"]);
    expect(post.dueAt).toBe(desk.now() + 3_000);
    expect(recorded(desk).at(-1)?.about).toMatchObject({ post: post.id, outcome: "unknown" });

    const later = scriptedX(desk);
    for (let hour = 0; hour < 30; hour++) {
      desk.pass(60 * minute);
      await recoverInterrupted(desk);
      await publishDue(later);
    }
    expect(later.sent).toEqual([]);
  });
  test("leaves what had not begun as it was", async () => {
    const before = rowsOf(desk);
    await recoverInterrupted(desk);
    expect(rowsOf(desk)).toEqual(before);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
});
