import { ApiResponseError } from "twitter-api-v2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LocalX } from "../../../src/sandbox/x/start-local-x.js";
import { camille, clientOf, premium, twoAccounts } from "./x-client.js";

let x: LocalX;
let now = 0;
beforeEach(async () => {
  now = Date.parse("2026-09-14T08:00:00.400Z");
  x = await twoAccounts({ now: () => now });
});
afterEach(() => x.close());

type Timeline = { data?: Record<string, unknown>[]; meta: Record<string, unknown> };
const timeline = (query: Record<string, string | number> = {}) =>
  clientOf(x, camille).v2.get<Timeline>(`users/${camille.id}/tweets`, query);

async function postEverySecond(texts: string[]): Promise<string[]> {
  const ids = [];
  for (const text of texts) {
    ids.push((await clientOf(x, camille).v2.tweet(text)).data.id);
    now += 1000;
  }
  return ids;
}

describe("the timeline", () => {
  test("gives links, escapes and times from which the text sent can be found again", async () => {
    const text = "Élan 🌱 & «sens» <3 : https://www.lexemple.fr/un/chemin/assez/long?a=1&b=2";
    await clientOf(x, camille).v2.tweet(text);
    const { data } = await timeline({ "tweet.fields": "created_at,entities,author_id" });
    const post = data?.[0] as { text: string; entities: { urls: Record<string, string | number>[] } };
    const [link] = post.entities.urls;
    expect(post).toMatchObject({
      author_id: camille.id,
      created_at: "2026-09-14T08:00:00.000Z",
      edit_history_tweet_ids: [x.posts[0]?.id],
    });
    expect(link).toMatchObject({
      expanded_url: "https://www.lexemple.fr/un/chemin/assez/long?a=1&b=2",
      display_url: "lexemple.fr/un/chemin/assez…",
    });
    const shown = [...post.text];
    expect(shown.slice(Number(link?.start), Number(link?.end)).join("")).toBe(link?.url);
    expect(post.text).toBe(`Élan 🌱 &amp; «sens» &lt;3 : ${link?.url}`);
  });

  test("answers post.fields with the new names and tweet.fields with the old", async () => {
    const [first = ""] = await postEverySecond(["Un"]);
    await clientOf(x, camille).v2.reply("Deux", first);
    const [old] = (await timeline({ "tweet.fields": "referenced_tweets,public_metrics" })).data ?? [];
    const [renamed] = (await timeline({ "post.fields": "referenced_posts,public_metrics" })).data ?? [];
    expect(old).toMatchObject({ referenced_tweets: [{ type: "replied_to", id: first }] });
    expect(old).toMatchObject({
      public_metrics: { retweet_count: 0 },
      edit_history_tweet_ids: [old?.id],
    });
    expect(renamed).toMatchObject({ referenced_posts: [{ type: "replied_to", id: first }] });
    expect(renamed).toMatchObject({
      public_metrics: { repost_count: 0 },
      edit_history_post_ids: [old?.id],
    });
  });

  test("is newest first, by whole seconds, ids excluded, replies and deleted left out", async () => {
    const ids = await postEverySecond(["a", "b", "c", "d"]);
    const texts = async (query: Record<string, string | number>) =>
      ((await timeline(query)).data ?? []).map((post) => post.text);
    expect(await texts({})).toEqual(["d", "c", "b", "a"]);
    expect(await texts({ start_time: "2026-09-14T08:00:02.900Z" })).toEqual(["d", "c"]);
    expect(await texts({ end_time: "2026-09-14T08:00:02Z" })).toEqual(["b", "a"]);
    expect(await texts({ since_id: ids[1] ?? "" })).toEqual(["d", "c"]);
    expect(await texts({ until_id: ids[1] ?? "" })).toEqual(["a"]);
    await clientOf(x, camille).v2.reply("e", ids[0] ?? "");
    await clientOf(x, camille).v2.deleteTweet(ids[3] ?? "");
    expect(await texts({ exclude: "replies,retweets" })).toEqual(["c", "b", "a"]);
    expect(await texts({})).toEqual(["e", "c", "b", "a"]);
  });

  test("comes in pages", async () => {
    await postEverySecond(["a", "b", "c", "d", "e", "f", "g"]);
    const pages = await clientOf(x, camille).v2.userTimeline(camille.id, { max_results: 5 });
    expect(pages.tweets).toHaveLength(5);
    await pages.fetchNext();
    expect(pages.tweets.map(({ text }) => text)).toEqual(["g", "f", "e", "d", "c", "b", "a"]);
  });

  test("is without data when there is nothing, and says when there is no such user", async () => {
    expect(await timeline()).toEqual({ meta: { result_count: 0 } });
    const stranger = await clientOf(x, camille).v2.get("users/99/tweets");
    expect(stranger).toEqual({ errors: [expect.objectContaining({ title: "Not Found Error" })] });
  });

  test.each([
    ["fewer than five results", { max_results: 4 }],
    ["a time without a zone", { start_time: "2026-09-14T08:00:00" }],
    ["an unknown field", { "tweet.fields": "created_at,colour" }],
    ["an old name among the new", { "post.fields": "note_tweet" }],
    ["an unknown parameter", { limit: 5 }],
    ["likes left out", { exclude: "likes" }],
  ])("answers 400 to %s", async (_, query) => {
    const error = await timeline(query).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiResponseError);
    expect((error as ApiResponseError).code).toBe(400);
    expect(x.problems).toHaveLength(1);
  });
});

describe("one post and one's own account", () => {
  test("a post is found by id, and said not to be there once deleted", async () => {
    const client = clientOf(x, premium);
    const { data } = await client.v2.tweet("Un & deux");
    const read = await clientOf(x, camille).v2.singleTweet(data.id, { "tweet.fields": ["author_id"] });
    expect(read.data).toMatchObject({ id: data.id, text: "Un &amp; deux", author_id: premium.id });
    await client.v2.deleteTweet(data.id);
    expect(await client.v2.get(`tweets/${data.id}`)).toEqual({
      errors: [expect.objectContaining({ resource_type: "tweet", resource_id: data.id })],
    });
  });

  test("the account is the token's, with what was asked of it", async () => {
    expect((await clientOf(x, camille).v2.me()).data).toEqual({
      id: camille.id,
      name: camille.name,
      username: camille.handle,
    });
    const me = await clientOf(x, premium).v2.me({ "user.fields": ["subscription_type", "verified"] });
    expect(me.data).toMatchObject({ username: premium.handle, subscription_type: "Premium", verified: true });
  });
});
