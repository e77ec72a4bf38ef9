import { describe, expect, test } from "vitest";
import type { ApprovingAct } from "../../src/core/approval.js";
import { heldBy, type Trouble, troubles } from "../../src/core/trouble.js";
import { minute, morning } from "../db/builders.js";

const approved = (act: ApprovingAct, waitMs: number) => ({
  act,
  approvedAt: morning,
  postAt: morning + waitMs,
});
const at = (...present: Trouble[]) => new Set(present);

/** Every act that approves, with and without a wait between press and post. */
const everyApproval = [
  approved("approve", 0),
  approved("approve", 10_000),
  approved("rewrite", 0),
  approved("rewrite", 10_000),
  approved("schedule", 60 * minute),
];

describe("what keeps an approved post back", () => {
  test("is nothing where nothing is in trouble", () => {
    for (const each of everyApproval) expect(heldBy(each, at())).toBe(null);
  });
  test.each(["witness_unread", "account_unmet", "disk"] as const)(
    "is %s, whatever was approved",
    (trouble) => {
      for (const each of everyApproval) expect(heldBy(each, at(trouble)), each.act).toBe(trouble);
    },
  );
  test("is a wrong clock for what waits for a time, and for nothing else", () => {
    const held = everyApproval.filter((each) => heldBy(each, at("wrong_clock")) === "wrong_clock");
    expect(held.map(({ act }) => act)).toEqual(["schedule"]);
  });
  test("is not being heard wherever there is time to cancel, be it a second of hold", () => {
    const held = everyApproval.map((each) => heldBy(each, at("unheard")));
    expect(held).toEqual([null, "unheard", null, "unheard", "unheard"]);
    expect(heldBy(approved("approve", 1), at("unheard"))).toBe("unheard");
  });
  test("is one of several, as long as one of them holds", () => {
    expect(heldBy(approved("approve", 0), at("wrong_clock", "unheard"))).toBe(null);
    expect(heldBy(approved("approve", 0), at("wrong_clock", "unheard", "disk"))).toBe("disk");
    expect(heldBy(approved("schedule", minute), at(...troubles))).toBe("witness_unread");
  });
});
