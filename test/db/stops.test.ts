import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type House, openHouse } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

describe("the standstills of the desk", () => {
  /** The desk as it is from this instant on. */
  async function from(at: number, given: { paused?: boolean; frozen?: "old_database" | null }) {
    const desk = await house.store.desk();
    if (!desk) throw new Error("no desk");
    const row = { ...desk, ...given };
    const change = { at, expect: [], put: [{ table: "desk", row } as const], show: [], record: [] };
    expect(await house.store.commit(change)).toEqual({ kind: "done" });
  }
  const stops = (since = 0) => house.store.stopsSince(since);

  test("are written whenever it pauses or freezes, and closed when it goes on", async () => {
    expect(await stops()).toEqual([]);
    await from(10, { paused: true });
    expect(await stops()).toEqual([{ from: 10, to: null }]);
    await from(20, { paused: false });
    await from(30, { frozen: "old_database" });
    await from(40, { frozen: null });
    expect(await stops()).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: 40 },
    ]);
  });
  test("are one where it is paused and frozen at once: it goes on when neither is so", async () => {
    await from(10, { paused: true });
    await from(20, { frozen: "old_database" });
    await from(30, { paused: false });
    expect(await stops()).toEqual([{ from: 10, to: null }]);
    await from(40, { frozen: null });
    expect(await stops()).toEqual([{ from: 10, to: 40 }]);
  });
  test("are not begun or ended by any other change of the desk", async () => {
    await from(10, { paused: true });
    await from(20, {});
    await from(30, { paused: false });
    await from(40, {});
    expect(await stops()).toEqual([{ from: 10, to: 30 }]);
  });
  test("are found from an instant on, the running one always", async () => {
    await from(10, { paused: true });
    await from(20, { paused: false });
    await from(30, { paused: true });
    expect(await stops(20)).toHaveLength(2);
    expect(await stops(21)).toEqual([{ from: 30, to: null }]);
    expect(await stops(99)).toEqual([{ from: 30, to: null }]);
  });
  test("are not written where the desk was changed by somebody faster", async () => {
    const desk = await house.store.desk();
    if (!desk) throw new Error("no desk");
    await from(10, {});
    const put = [{ table: "desk", row: { ...desk, paused: true } } as const];
    const change = { at: 20, expect: [], put, show: [], record: [] };
    expect(await house.store.commit(change)).toEqual({ kind: "stale" });
    expect(await stops()).toEqual([]);
  });
});
