import { describe, expect, test } from "vitest";
import { deliveryOf, type Payload, placeOf, presserOf } from "../../src/slack/delivery.js";

const press: Payload = {
  team: { id: "T1" },
  user: { id: "U1", team_id: "T1" },
  trigger_id: "12.34.abc",
  channel: { id: "D1" },
  container: { channel_id: "D1", message_ts: "1.1" },
  message: { ts: "1.1" },
  actions: [{ action_ts: "5.5", action_id: "approve" }],
};
const { trigger_id: _, ...untriggered } = press;
const other = (given: Partial<Payload>) => deliveryOf({ ...untriggered, ...given });

describe("one delivery of Slack's has one key", () => {
  test("the same delivered twice has the same", () => {
    expect(deliveryOf(structuredClone(press))).toBe(deliveryOf(press));
    expect(deliveryOf(structuredClone(untriggered))).toBe(deliveryOf(untriggered));
  });
  test("another press has another", () => {
    const keys = [
      deliveryOf(press),
      deliveryOf({ ...press, trigger_id: "12.35.abc" }),
      deliveryOf(untriggered),
      other({ actions: [{ action_ts: "5.6", action_id: "approve" }] }),
      other({ actions: [{ action_ts: "5.5", action_id: "decline" }] }),
      other({ user: { id: "U2", team_id: "T1" } }),
      other({ message: { ts: "1.2" } }),
      other({ view: { id: "V1", hash: "h1" } }),
      other({ view: { id: "V1", hash: "h2" } }),
      other({ view: { id: "V1", hash: "h1", state: { values: {} } } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
  test("it tells nothing of what was typed", () => {
    const key = other({ view: { id: "V1", state: { values: { text: { value: "my words" } } } } });
    expect(key).toMatch(/^content [A-Za-z0-9_-]{43}$/);
  });
});

describe("who pressed, and on what", () => {
  test("is as Slack says it", () => {
    expect(presserOf(press)).toEqual({ teamId: "T1", userId: "U1" });
    expect(placeOf(press)).toEqual({ channel: "D1", ts: "1.1" });
  });
  test("a guest from another workspace is not of this one", () => {
    expect(presserOf({ ...press, user: { id: "U1", team_id: "T2" } }).teamId).toBe("T2");
  });
  test("missing stays missing", () => {
    expect(presserOf({})).toEqual({ teamId: null, userId: null });
    expect(presserOf({ team: null, user: {} })).toEqual({ teamId: null, userId: null });
    expect(placeOf({})).toEqual({ channel: "", ts: "" });
  });
  test("where Slack names them only in the container, they are found there", () => {
    expect(placeOf({ container: { channel_id: "D1", message_ts: "1.1" } })).toEqual({
      channel: "D1",
      ts: "1.1",
    });
    expect(presserOf({ team: { id: "T1" }, user: { id: "U1" } })).toEqual({ teamId: "T1", userId: "U1" });
  });
  test.each([
    ["two channels", { channel: { id: "D2" } }],
    ["two messages", { message: { ts: "1.2" } }],
  ])("a press that names %s was pressed nowhere", (_, given) => {
    expect(placeOf({ ...press, ...given })).toEqual({ channel: "", ts: "" });
  });
});
