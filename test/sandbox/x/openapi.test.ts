import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCreateBody } from "../../../src/sandbox/x/read-create-body.js";
import { camille, clientOf, twoAccounts } from "./x-client.js";

// X's own description, kept beside the repository by those who work on it; too large to carry along.
const file = new URL("../../../../shared/x-openapi.json", import.meta.url);

function schema(name: string): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat("int32", true).addFormat("int64", true);
  ajv.addSchema(JSON.parse(readFileSync(file, "utf8")), "x");
  const check = ajv.getSchema(`x#/components/schemas/${name}`);
  if (check === undefined) throw new Error(`no schema ${name}`);
  return (value) => check(value) === true;
}

const anyId = fc.constantFrom<unknown>("1", "1234567890123456789", "12345678901234567890", "", "a", 12);
const replySettings = fc.constantFrom<unknown>(
  "following",
  "mentionedUsers",
  "subscribers",
  "verified",
  "everyone",
);
const parts = (all: Record<string, fc.Arbitrary<unknown>>) => fc.record(all, { requiredKeys: [] });

const fields: Record<string, fc.Arbitrary<unknown>> = {
  text: fc.constantFrom<unknown>("Bonjour", "", 12, null),
  reply: parts({ in_reply_to_tweet_id: anyId, exclude_reply_user_ids: fc.array(anyId), extra: fc.nat() }),
  quote_tweet_id: anyId,
  reply_settings: replySettings,
  media: parts({ media_ids: fc.array(anyId, { maxLength: 5 }), tagged_user_ids: fc.array(anyId) }),
  poll: parts({
    options: fc.array(fc.string({ maxLength: 27 }), { maxLength: 5 }),
    duration_minutes: fc.constantFrom<unknown>(4, 5, 10_080, 10_081, 6.5, "60"),
    reply_settings: replySettings,
  }),
  made_with_ai: fc.constantFrom<unknown>(true, "true"),
  edit_options: parts({ previous_post_id: anyId }),
  geo: parts({ place_id: fc.string() }),
  idempotency_key: fc.string(),
};

/** Bodies near the border between right and wrong: a field or two at a time, or most are wrong somewhere. */
const bodies = fc
  .subarray(Object.keys(fields), { maxLength: 2 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? fc.constant(0)]))),
  );

describe.skipIf(!existsSync(file))("by X's own OpenAPI description", () => {
  test("a create body is let through exactly when the description lets it through", () => {
    const valid = schema("CreatePostsRequest");
    const verdicts = { read: 0, wrong: 0 };
    fc.assert(
      fc.property(bodies, (body) => {
        const expected = valid(body) ? "read" : "wrong";
        verdicts[expected] += 1;
        expect(readCreateBody(JSON.stringify(body)).kind).toBe(expected);
      }),
      { numRuns: 2000, seed: 20260914 },
    );
    expect(Math.min(verdicts.read, verdicts.wrong)).toBeGreaterThan(200);
  });

  test("the answers are as described", async () => {
    const x = await twoAccounts();
    try {
      const { v2 } = clientOf(x, camille);
      const created = await v2.tweet("À lire : https://exemple.fr/a & <b>");
      await v2.reply("Suite", created.data.id);
      expect(created).toSatisfy(schema("CreatePostsResponse"));
      const fields = {
        "post.fields": "created_at,entities,public_metrics,conversation_id,display_text_range",
      };
      const timeline = await v2.get<{ data: unknown[] }>(`users/${camille.id}/tweets`, fields);
      expect(timeline.data).toHaveLength(2);
      expect(timeline).toSatisfy(schema("GetUsersPostsResponse"));
      expect(await v2.get(`tweets/${created.data.id}`, fields)).toSatisfy(schema("GetPostsByIdResponse"));
      expect(await v2.get("users/me", { "user.fields": "public_metrics,subscription_type" })).toSatisfy(
        schema("GetUsersMeResponse"),
      );
      expect(await v2.deleteTweet(created.data.id)).toSatisfy(schema("DeletePostsResponse"));
    } finally {
      await x.close();
    }
  });
});
