import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import { type Answer, type FarEnd, farEnd, json, xAt } from "./far-end.js";

const [hers, another] = ["1900000000000000001", "1900000000000000002"] as [XAccountId, XAccountId];
const named = (id: string) => json(200, { data: { id, username: "camille" } });
const nobodys = json(401, { title: "Unauthorized", detail: "Unauthorized" });
const silent: Answer = (_response, socket) => socket.resetAndDestroy();
const created = json(201, { data: { id: "1990000000000000009", text: "Bravo" } });

let end: FarEnd | null = null;
afterEach(async () => end?.close());

/** X says these, one after another, whose access it is; then a post is created. */
async function createAfter(...sayings: Answer[]) {
  const answers = [...sayings];
  end = await farEnd((...asked) => (answers.shift() ?? created)(...asked));
  const x = xAt(end.url);
  for (const _ of sayings) await x.whoAmI();
  const told = await x.create("Bravo", hers);
  return { told, creates: end.arrived.filter(({ method }) => method === "POST").length };
}

describe("one 401 to a create", () => {
  /** X says 401 to creates and this to whoever asks whose access it is. */
  async function refusedOnce(who: Answer) {
    end = await farEnd((response, socket) =>
      (response.req.method === "POST" ? nobodys : who)(response, socket),
    );
    const x = xAt(end.url);
    const told = [await x.create("Bravo", hers), await x.create("Bravo", hers)];
    return { told, asked: end.arrived.map(({ method }) => method) };
  }

  it("is told as X's own trouble where X, asked at once, still names her account", async () => {
    const { told, asked } = await refusedOnce(named(hers));
    expect(told).toMatchObject([{ refusal: "access_doubted" }, { refusal: "access_doubted" }]);
    expect(asked).toEqual(["POST", "GET", "POST", "GET"]);
  });

  it.each<[string, Answer]>([
    ["takes it for nobody's", nobodys],
    ["is silent", silent],
    ["answers with another account", named(another)],
  ])(
    "is told as an access that ended where X then %s, and forgets no token: the next press asks again",
    async (_, who) => {
      const { told, asked } = await refusedOnce(who);
      expect(told).toMatchObject([{ refusal: "not_connected" }, { refusal: "not_connected" }]);
      expect(asked).toEqual(["POST", "GET", "POST", "GET"]);
    },
  );
});

describe("a post goes out on the account approved, or not at all", () => {
  it("as the account X named", async () => {
    expect(await createAfter(named(hers))).toMatchObject({ told: { kind: "published" }, creates: 1 });
  });
  it("not where X named another", async () => {
    expect(await createAfter(named(another))).toMatchObject({ told: { kind: "not_sent" }, creates: 0 });
  });
  it("not where X changed its word meanwhile", async () => {
    expect(await createAfter(named(hers), named(another))).toMatchObject({
      told: { kind: "not_sent" },
      creates: 0,
    });
  });
  it("not with tokens X took for nobody's, also when it is silent afterwards", async () => {
    const refused = { told: { kind: "refused", refusal: "not_connected" }, creates: 0 };
    expect(await createAfter(nobodys)).toMatchObject(refused);
    await end?.close();
    expect(await createAfter(nobodys, silent)).toMatchObject(refused);
  });
  it("again once X has named it after all; silence in between changes nothing", async () => {
    expect(await createAfter(nobodys, named(hers), silent)).toMatchObject({
      told: { kind: "published" },
      creates: 1,
    });
  });
});
