import type { LocalPost, PostKeeper } from "./keep-posts.js";
import type { PostFields } from "./post-fields.js";
import { weighText, weightLimits } from "./weigh-text.js";
import { shortLink, wrapLinks } from "./wrap-links.js";

/** X shows times of posts to the second. */
export function wholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** A post as X's reading endpoints give it: `id`, `text` and the edit history, and the fields asked for. */
export function presentPost(
  post: LocalPost,
  { names, wanted }: PostFields,
  keeper: PostKeeper,
): Record<string, unknown> {
  const whole = wrapLinks(post.text, post.id);
  const long = weighText(post.text) > weightLimits.standard;
  const short = long ? shortened(post) : whole;
  const original = keeper.posts.find(({ id }) => id === post.inReplyTo);
  const fields: Record<string, unknown> = {
    author_id: post.accountId,
    conversation_id: conversation(post, keeper),
    created_at: new Date(wholeSeconds(post.createdAt)).toISOString(),
    display_text_range: [0, [...short.text].length],
    entities: short.links.length > 0 ? { urls: short.links } : undefined,
    in_reply_to_user_id: original?.accountId,
    lang: "und",
    [names === "tweet" ? "note_tweet" : "note_post"]: long
      ? { text: whole.text, ...(whole.links.length > 0 && { entities: { urls: whole.links } }) }
      : undefined,
    possibly_sensitive: false,
    public_metrics: {
      [names === "tweet" ? "retweet_count" : "repost_count"]: 0,
      reply_count: keeper.posts.filter((reply) => reply.inReplyTo === post.id && reply.deletedAt === null)
        .length,
      like_count: 0,
      quote_count: 0,
      bookmark_count: 0,
      impression_count: 0,
    },
    [names === "tweet" ? "referenced_tweets" : "referenced_posts"]:
      post.inReplyTo === null ? undefined : [{ type: "replied_to", id: post.inReplyTo }],
    reply_settings: "everyone",
  };
  const answered = Object.entries(fields).filter(
    ([field, value]) => wanted.has(field) && value !== undefined,
  );
  return {
    id: post.id,
    text: short.text,
    [names === "tweet" ? "edit_history_tweet_ids" : "edit_history_post_ids"]: [post.id],
    ...Object.fromEntries(answered),
  };
}

/** A long post's `text` is its beginning and a link to itself; the whole is in the note field. */
function shortened(post: LocalPost): { text: string; links: ReturnType<typeof wrapLinks>["links"] } {
  const room = weightLimits.standard - "… https://t.co/".length - 11;
  let beginning = "";
  for (const word of post.text
    .normalize("NFC")
    .trim()
    .split(/(?<=\s)/)) {
    if (weighText(beginning + word) > room) break;
    beginning += word;
  }
  const shown = wrapLinks(beginning, post.id);
  return { text: `${shown.text}… ${shortLink(`${post.id} itself`)}`, links: shown.links };
}

function conversation(post: LocalPost, keeper: PostKeeper): string {
  const parent = keeper.posts.find(({ id }) => id === post.inReplyTo);
  return parent === undefined ? (post.inReplyTo ?? post.id) : conversation(parent, keeper);
}
