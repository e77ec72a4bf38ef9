import { ApiResponseError } from "twitter-api-v2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LocalX } from "../../../src/sandbox/x/start-local-x.js";
import { camille, clientOf, premium, twoAccounts } from "./x-client.js";

let x: LocalX;
beforeEach(async () => {
  x = await twoAccounts();
});
afterEach(() => x.close());

/** The refusal a create meets. */
async function refusal(attempt: Promise<unknown>): Promise<ApiResponseError> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiResponseError);
  return error as ApiResponseError;
}

const post = (text: string, more: Record<string, unknown> = {}) =>
  clientOf(x, camille).v2.post<{ data: { id: string; text: string } }>("tweets", { text, ...more });

describe("creating a post", () => {
  test("keeps the text byte for byte and echoes it as X shows it", async () => {
    const text = " Prix & délais < 3 ans > 1 : https://www.lexemple.fr/a?b=1&c=2 et exemple.fr ";
    const { data } = await post(text);
    expect(x.posts).toEqual([
      expect.objectContaining({ id: data.id, accountId: camille.id, text, deletedAt: null }),
    ]);
    expect(data.id).toMatch(/^[0-9]{18,19}$/);
    expect(data.text).toMatch(
      /^Prix &amp; délais &lt; 3 ans &gt; 1 : https:\/\/t\.co\/\w{10} et https:\/\/t\.co\/\w{10}$/,
    );
    expect(x.problems).toEqual([]);
  });

  test("gives ids that grow and carry their time", async () => {
    const first = BigInt((await post("one")).data.id);
    const second = BigInt((await post("two")).data.id);
    expect(second > first).toBe(true);
    expect(Number(first >> 22n) + 1_288_834_974_657).toBe(x.posts[0]?.createdAt);
  });

  test("gives ids that grow while the clock stands still or goes back", async () => {
    let now = Date.parse("2026-09-14T08:00:00Z");
    const stopped = await twoAccounts({ now: () => now });
    try {
      const { v2 } = clientOf(stopped, camille);
      const ids = [];
      for (const text of ["a", "b", "c"]) {
        ids.push(BigInt((await v2.tweet(text)).data.id));
        if (text === "b") now -= 60_000;
      }
      expect(ids[1]).toBe((ids[0] ?? 0n) + 1n);
      expect(ids[2]).toBe((ids[0] ?? 0n) + 2n);
    } finally {
      await stopped.close();
    }
  });

  test("refuses a text that already stands, whatever its composition, until that is deleted", async () => {
    const { data } = await post("Un café, deux idées");
    const again = await refusal(post("Un café, deux idées".normalize("NFD")));
    expect(again.code).toBe(403);
    expect(again.data).toEqual({
      detail: "You are not allowed to create a Tweet with duplicate content.",
      type: "about:blank",
      title: "Forbidden",
      status: 403,
    });
    await clientOf(x, premium).v2.tweet("Un café, deux idées");
    await clientOf(x, camille).v2.deleteTweet(data.id);
    await post("Un café, deux idées");
    expect(x.posts).toHaveLength(3);
  });

  test.each([
    ["a field X does not know", { text: "a", idempotency_key: "1" }],
    ["reply_settings everyone", { text: "a", reply_settings: "everyone" }],
    ["an empty text", { text: " \n" }],
    ["no text", {}],
    ["a number as id", { text: "a", reply: { in_reply_to_tweet_id: 12 } }],
    ["a poll of one option", { text: "a", poll: { options: ["x"], duration_minutes: 60 } }],
    ["media nobody uploaded", { text: "a", media: { media_ids: ["12"] } }],
    ["281 characters", { text: "a".repeat(281) }],
  ])("answers 400 to %s, and notes it", async (_, body) => {
    const error = await refusal(clientOf(x, camille).v2.post("tweets", body));
    expect(error.code).toBe(400);
    expect(error.data).toMatchObject({ title: "Invalid Request" });
    expect(x.posts).toEqual([]);
    expect(x.problems).toEqual([expect.stringContaining("400 POST /2/tweets: ")]);
  });

  test.each([
    ["a quote", { text: "a", quote_tweet_id: "12" }],
    ["two cashtags", { text: "$ABC and $XYZ" }],
    ["a reply to nothing", { text: "a", reply: { in_reply_to_tweet_id: "12" } }],
  ])("answers 403 to %s", async (_, body) => {
    const error = await refusal(clientOf(x, camille).v2.post("tweets", body));
    expect(error.code).toBe(403);
    expect(x.posts).toEqual([]);
  });

  test("counts emoji as two, newer ones too, and links as 23", async () => {
    await post("🧑‍🧑‍🧒🫱🏻‍🫲🏿".repeat(70));
    await post(`${"a".repeat(256)} https://exemple.fr/${"b".repeat(300)}`);
    expect((await refusal(post(`${"🐦‍🔥".repeat(140)}a`))).code).toBe(400);
    expect(x.posts).toHaveLength(2);
  });

  test("lets a Premium account post at length, and shows the beginning with the whole in the note", async () => {
    const text = `${"Une longue réflexion. ".repeat(40)}Fin : https://exemple.fr/fin`;
    const tom = clientOf(x, premium);
    const { data } = await tom.v2.tweet(text);
    const read = await tom.v2.singleTweet(data.id, { "tweet.fields": ["note_tweet"] });
    expect(read.data.text).toMatch(/^Une longue réflexion\..+… https:\/\/t\.co\/\w{10}$/);
    expect(read.data.text.length).toBeLessThanOrEqual(280);
    expect(read.data.note_tweet?.text).toBe(data.text);
    expect((await refusal(tom.v2.tweet("b".repeat(25_001)))).code).toBe(400);
  });

  test("lets one continue one's own thread and answer who named one, nobody else", async () => {
    const first = (await post("Un fil")).data.id;
    await clientOf(x, camille).v2.reply("La suite", first);
    expect((await refusal(clientOf(x, premium).v2.reply("Ah ?", first))).code).toBe(403);
    const asked = (await post("Qu'en dis-tu, @tom_becker ?")).data.id;
    await clientOf(x, premium).v2.reply("Du bien", asked);
    expect(x.posts.map(({ inReplyTo }) => inReplyTo)).toEqual([null, first, null, asked]);
  });

  test("deletes only what is one's own", async () => {
    const { id } = (await post("À retirer")).data;
    expect((await refusal(clientOf(x, premium).v2.deleteTweet(id))).code).toBe(403);
    expect(x.posts[0]?.deletedAt).toBeNull();
    expect((await clientOf(x, camille).v2.deleteTweet(id)).data).toEqual({ deleted: true });
    expect(x.posts[0]?.deletedAt).toEqual(expect.any(Number));
  });
});
