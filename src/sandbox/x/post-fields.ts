import type { XRequest } from "./x-request.js";

const both = [
  "article",
  "attachments",
  "author_id",
  "card_uri",
  "community_id",
  "context_annotations",
  "conversation_id",
  "created_at",
  "display_text_range",
  "edit_controls",
  "entities",
  "geo",
  "id",
  "in_reply_to_user_id",
  "lang",
  "media_metadata",
  "non_public_metrics",
  "organic_metrics",
  "paid_partnership",
  "possibly_sensitive",
  "promoted_metrics",
  "public_metrics",
  "reply_settings",
  "scopes",
  "source",
  "text",
  "withheld",
];

const known = {
  tweet: [...both, "edit_history_tweet_ids", "note_tweet", "referenced_tweets"],
  post: [...both, "edit_history_post_ids", "note_post", "referenced_posts"],
} as const;

/** Which names X's answer uses: it renamed tweet.* to post.* in 2.167, and answers as it was asked. */
export type FieldNames = "tweet" | "post";
export type PostFields = { names: FieldNames; wanted: ReadonlySet<string> };

/** What `tweet.fields` or `post.fields` ask for, or what is wrong with them. */
export function readPostFields(query: XRequest["query"]): PostFields | { wrong: string } {
  const names: FieldNames = query.has("post.fields") ? "post" : "tweet";
  const wanted = (query.get(`${names}.fields`) ?? "").split(",").filter((field) => field !== "");
  const stranger = wanted.find((field) => !(known[names] as readonly string[]).includes(field));
  if (stranger !== undefined) {
    return {
      wrong: `The \`${names}.fields\` query parameter value [${stranger}] is not one of [${known[names].join(",")}]`,
    };
  }
  return { names, wanted: new Set(wanted) };
}
