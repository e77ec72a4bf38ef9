import type { PostKeeper } from "./keep-posts.js";
import { invalidRequest } from "./problem.js";
import { strangeParameters } from "./strange-parameters.js";
import type { XAccount } from "./x-account.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";
import type { XRequest } from "./x-request.js";

/** Fields X knows and the local X has nothing to say about. */
const unanswered = [
  "affiliation",
  "confirmed_email",
  "connection_status",
  "entities",
  "is_identity_verified",
  "location",
  "parody",
  "pinned_tweet_id",
  "pinned_post_id",
  "profile_banner_url",
  "profile_image_url",
  "receives_your_dm",
  "subscribes_to_you",
  "subscription",
  "url",
  "verified_followers_count",
  "withheld",
];

/** GET /2/users/me: the account the token belongs to. */
export function readMe(needs: { keeper: PostKeeper; account: XAccount }, request: XRequest): XAnswer {
  const strange = strangeParameters(request.query, [
    "user.fields",
    "expansions",
    "tweet.fields",
    "post.fields",
  ]);
  if (strange.length > 0) return invalidRequest(strange);
  const { account } = needs;
  const posts = needs.keeper.posts.filter((post) => post.accountId === account.id && post.deletedAt === null);
  const premium = account.subscription !== undefined && account.subscription !== "None";
  const newest = posts.at(-1)?.id;
  const fields: Record<string, unknown> = {
    id: account.id,
    name: account.name,
    username: account.handle,
    created_at: "2015-03-02T08:30:00.000Z",
    description: "",
    most_recent_tweet_id: newest,
    most_recent_post_id: newest,
    protected: false,
    public_metrics: {
      followers_count: 0,
      following_count: 0,
      tweet_count: posts.length,
      post_count: posts.length,
      listed_count: 0,
      like_count: 0,
    },
    subscription_type: account.subscription ?? "None",
    verified: premium,
    verified_type: premium ? "blue" : "none",
  };
  const wanted = (request.query.get("user.fields") ?? "").split(",").filter((field) => field !== "");
  const known = [...Object.keys(fields), ...unanswered];
  const stranger = wanted.find((field) => !known.includes(field));
  if (stranger !== undefined) {
    return invalidRequest([
      `The \`user.fields\` query parameter value [${stranger}] is not one of [${known.join(",")}]`,
    ]);
  }
  const answered = ["id", "name", "username", ...wanted].filter((field) => fields[field] !== undefined);
  return jsonAnswer(200, { data: Object.fromEntries(answered.map((field) => [field, fields[field]])) });
}
