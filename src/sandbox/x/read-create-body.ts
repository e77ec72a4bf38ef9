import { z } from "zod";

const id = z.string().regex(/^[0-9]{1,19}$/);
const replySettings = z.enum(["following", "mentionedUsers", "subscribers", "verified"]);

/** CreatePostsRequest of X's OpenAPI 2.167: nothing more is let through, nothing less. */
const createBody = z.strictObject({
  text: z.string().default(""),
  card_uri: z.string().optional(),
  community_id: id.optional(),
  direct_message_deep_link: z.string().optional(),
  edit_options: z.strictObject({ previous_post_id: id }).optional(),
  for_super_followers_only: z.boolean().optional(),
  geo: z.strictObject({ place_id: z.string() }).optional(),
  made_with_ai: z.boolean().optional(),
  media: z
    .strictObject({
      media_ids: z.array(id).min(1).max(4),
      tagged_user_ids: z.array(id).max(10).optional(),
      call_to_actions: z.record(z.string(), z.unknown()).optional(),
      description: z.string().optional(),
      embeddable: z.boolean().optional(),
      preview_media_id: id.optional(),
      title: z.string().optional(),
    })
    .optional(),
  nullcast: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
  poll: z
    .strictObject({
      options: z.array(z.string().min(1).max(25)).min(2).max(4),
      duration_minutes: z.int().min(5).max(10_080),
      reply_settings: replySettings.optional(),
    })
    .optional(),
  quote_tweet_id: id.optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: id,
      auto_populate_reply_metadata: z.boolean().optional(),
      exclude_reply_user_ids: z.array(z.string()).optional(),
    })
    .optional(),
  reply_settings: replySettings.optional(),
  share_with_followers: z.boolean().optional(),
});

export type CreateBody = z.infer<typeof createBody>;

/** The body of a create, or what is wrong with it, one sentence per place, in the style of X's validator. */
export function readCreateBody(
  body: string,
): { kind: "read"; body: CreateBody } | { kind: "wrong"; messages: string[] } {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return { kind: "wrong", messages: ["Requests with bodies must be valid JSON."] };
  }
  const parsed = createBody.safeParse(content);
  if (parsed.success) return { kind: "read", body: parsed.data };
  const messages = parsed.error.issues.flatMap((issue) => {
    const where = ["$", ...issue.path.map(String)].join(".");
    return issue.code === "unrecognized_keys"
      ? issue.keys.map(
          (key) =>
            `${where}.${key}: is not defined in the schema and the schema does not allow additional properties`,
        )
      : [`${where}: ${issue.message}`];
  });
  return { kind: "wrong", messages };
}
