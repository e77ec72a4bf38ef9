import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackChannelId, SlackTs } from "../../src/core/ids.js";
import type { Row } from "../../src/flows/ports.js";
import { aChange, aDesk, executive, minute, morning, nadia } from "./builders.js";
import { done, type House, openHouse } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

describe("messages wanted", () => {
  const to = { kind: "person", userId: nadia } as const;
  const want = (at: number, who = to) =>
    house.store.commit(aChange({ at, show: [{ kind: "suggester", subject: "s1", to: who }] }));

  test("the first time one is made, due at once", async () => {
    await want(morning);
    expect(await house.store.message("suggester", "s1")).toMatchObject({
      version: 1,
      deskId: aDesk().id,
      to,
      channel: null,
      wanted: 1,
      shown: 0,
      attempts: 0,
      dueAt: morning,
    });
  });
  test("again: one version more, due anew, whatever went wrong before", async () => {
    await want(morning);
    const message = await house.store.message("suggester", "s1");
    if (!message) throw new Error("no message");
    await done(house.store, { table: "message", row: { ...message, attempts: 4, dueAt: morning + minute } });
    await want(morning + 5);
    expect(await house.store.message("suggester", "s1")).toMatchObject({
      id: message.id,
      version: 3,
      wanted: 2,
      shown: 0,
      attempts: 0,
      dueAt: morning + 5,
    });
  });
  test("who is sending it meanwhile finds it moved on", async () => {
    await want(morning);
    const sending = await house.store.message("suggester", "s1");
    if (!sending) throw new Error("no message");
    await want(morning + 5);
    const sent: Row = { table: "message", row: { ...sending, shown: 1 } };
    expect(await house.store.commit(aChange({ put: [sent] }))).toEqual({ kind: "stale" });
  });
  test("unsent, it goes to whom it is wanted for now; sent, it stays where it is", async () => {
    await want(morning);
    const other = { ...to, userId: executive };
    await want(morning, other);
    const message = await house.store.message("suggester", "s1");
    expect(message?.to).toEqual(other);
    if (!message) throw new Error("no message");
    const place = { channel: "D1" as SlackChannelId, ts: "1.1" as SlackTs };
    await done(house.store, { table: "message", row: { ...message, ...place, shown: 2 } });
    await want(morning);
    expect(await house.store.message("suggester", "s1")).toMatchObject({ to: other, ...place, wanted: 3 });
  });
});
