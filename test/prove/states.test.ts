import { describe, expect, test } from "vitest";
import { partArrows, postArrows } from "../../src/core/transitions.js";
import { movesWithout } from "./model/moves.js";
import { withAllOn, without } from "./model/prove-states.js";
import { keyOf } from "./model/state-key.js";
import { beginning, idle, type State } from "./model/world.js";

const bounds = { faults: 1, approvals: 2, wordings: 2 };

describe("the publishing protocol, every interleaving with one fault", () => {
  const all = withAllOn(bounds);

  test("breaks no promise", () => {
    expect(all.counterExample).toBeNull();
    expect(all.states).toBeGreaterThan(1_000);
    expect(all.steps).toBeGreaterThan(all.states);
  });

  test("walks every arrow between approval and outcome of a single post", () => {
    const ofThreads = ["post asking → partial", "post partial → running"];
    const drawn = (noun: string, table: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(table).flatMap(([from, all]) => all.map((to) => `${noun} ${from} → ${to}`));
    const expected = [...drawn("post", postArrows), ...drawn("part", partArrows)].filter(
      (arrow) => !ofThreads.includes(arrow),
    );
    expect([...all.walked].filter((arrow) => !arrow.startsWith("suggestion")).sort()).toEqual(
      expected.sort(),
    );
  });
});

test.each([
  "post scheduled → running",
  "part unknown → published",
  "post scheduled → missed",
  "suggestion approved → shown",
])("the search says so when the table lacks the arrow %s", (arrow) => {
  const { counterExample } = withAllOn(bounds, movesWithout(arrow));
  expect(counterExample?.breach.invariant).toBe("I0");
  expect(counterExample?.breach.why).toBe(`no arrow from ${arrow.replace(/^\w+ /, "").replace("→", "to")}`);
});

describe("a defence taken away leads to harm by a shortest path", () => {
  test.each([
    ["userCheck", "I1", 7],
    ["digestAtPress", "I1", 8],
    ["claimOnce", "I6", 10],
    ["noBlindRetry", "I2", 12],
    ["fiveHundredIsUnclear", "I8", 8],
    ["interruptedAsks", "I7", 9],
    ["lateAtCall", "I5", 8],
    ["lookAfterFreeze", "I9", 21],
    ["accountMet", "I6", 9],
    ["pauseAtCall", "I10", 8],
    ["refusedTokens", "I6", 9],
    ["recoverBeforeHands", "I7", 11],
    ["lookAnswered", "I9", 18],
  ] as const)("%s", (defence, invariant, steps) => {
    const { found } = without([defence], { ...bounds, faults: 2 });
    expect(found?.breach.invariant).toBe(invariant);
    expect(found?.path.length).toBe(steps);
  });

  test("a change of hands is held twice: only without both does a foreign approval reach X", () => {
    // Given back alone, it would stand before the former one.
    expect(without(["handsCancel"], bounds, ["I7"]).found).toBeNull();
    expect(without(["handsCancel", "handsAtCall"], bounds).found?.breach.invariant).toBe("I6");
  });
});

test("states that differ have different keys, apart from how many faults it took", () => {
  const busy: State = {
    ...beginning,
    card: { to: "A", view: "approve", wording: 1, about: 0, account: "p", pressed: 0, faked: false },
    approvals: [
      {
        by: "A",
        seen: 1,
        text: 1,
        account: "p",
        decision: 1,
        tampered: "no",
        overdue: false,
        sinceFreeze: false,
        stopped: "no",
        undone: false,
        onX: "nothing",
        coming: false,
      },
    ],
    db: { ...beginning.db, posts: [{ approval: 1, state: "scheduled", part: "pending", xPost: 0 }] },
  };
  const changed = everyChange(busy);
  const keys = [busy, ...changed].map(keyOf);
  expect(changed.length).toBeGreaterThan(30);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf({ ...busy, faults: 3 })).toBe(keyOf(busy));
});

/** The state with one thing in it changed, for each thing in it. */
function everyChange(state: State): State[] {
  const { db, card } = state;
  const [approval] = state.approvals;
  const [row] = db.posts;
  if (!approval || !row || !card) throw new Error("a state with a card, an approval and a post");
  const copy = { db, changed: false, ahead: false };
  return [
    { ...state, restored: true },
    { ...state, ahead: true },
    { ...state, env: { ...state.env, executive: "B" } },
    { ...state, env: { ...state.env, account: "q" } },
    { ...state, card: null },
    { ...state, backup: copy },
    { ...state, backup: { ...copy, changed: true } },
    { ...state, backup: { ...copy, ahead: true } },
    { ...state, approvals: [approval, approval] },
    { ...state, processes: [idle, idle] },
    ...[
      { suggestion: "shown" as const },
      { newest: 2 },
      { executive: "B" as const },
      { account: "q" as const },
      { frozen: true },
      { frozeOnce: true },
      { owed: true },
      { placed: "A" as const },
      { placed: "B" as const },
      { posts: [] },
      { posts: [{ ...row, state: "running" as const }] },
      { posts: [{ ...row, part: "publishing" as const }] },
      { posts: [{ ...row, xPost: 1 }] },
      { posts: [{ ...row, approval: 2 }] },
    ].map((change) => ({ ...state, db: { ...db, ...change } })),
    ...[
      { to: "B" as const },
      { view: "ask" as const },
      { wording: 2 },
      { about: 1 },
      { account: "q" as const },
      { pressed: 1 },
      { faked: true },
    ].map((change) => ({ ...state, card: { ...card, ...change } })),
    ...[
      { by: "B" as const },
      { by: "team" as const },
      { seen: 0 },
      { text: 2 },
      { account: "q" as const },
      { decision: 2 },
      { tampered: "rows" as const },
      { overdue: true },
      { sinceFreeze: true },
      { stopped: "told" as const },
      { undone: true },
      { onX: "visible" as const },
      { coming: true },
    ].map((change) => ({ ...state, approvals: [{ ...approval, ...change }] })),
    ...[
      { stage: "claimed" as const },
      { post: 1 },
      { sends: 1 },
      { unread: true },
      { unmet: true },
      { rejected: true },
      { stale: true },
      { stoodBefore: true },
      { heard: "id" as const },
      { found: 1 },
    ].map((change) => ({ ...state, processes: [{ ...idle, ...change }] })),
  ];
}
