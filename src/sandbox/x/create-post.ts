import twitterText from "twitter-text";
import type { PostKeeper } from "./keep-posts.js";
import { duplicateContent, invalidRequest, problem } from "./problem.js";
import { readCreateBody } from "./read-create-body.js";
import { longestParsed, weighText, weightLimits } from "./weigh-text.js";
import { wrapLinks } from "./wrap-links.js";
import type { XAccount } from "./x-account.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";
import type { XRequest } from "./x-request.js";

/** POST /2/tweets: one post stored, or a refusal and nothing. `storedText` replaces what was sent, for a fault. */
export function createPost(
  needs: { keeper: PostKeeper; account: XAccount; storedText?: string },
  request: XRequest,
): XAnswer {
  const { keeper, account } = needs;
  if (request.contentType !== "application/json") {
    return invalidRequest(["Requests with bodies must have content-type of application/json."]);
  }
  const read = readCreateBody(request.body);
  if (read.kind === "wrong") return invalidRequest(read.messages);
  const { text, media, reply, quote_tweet_id, edit_options } = read.body;

  if (media !== undefined) return invalidRequest(["Your media IDs are invalid."]);
  if (text.trim() === "") return invalidRequest(["$.text: must be at least 1 characters long"]);
  if (tooLong(text, account)) {
    return invalidRequest([
      "Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.",
    ]);
  }
  if (twitterText.hasInvalidCharacters(text)) return invalidRequest(["$.text: contains invalid characters"]);
  if (quote_tweet_id !== undefined) {
    return problem(403, "Quoting posts is not available on your access level.");
  }
  if (edit_options !== undefined) return problem(403, "You are not permitted to edit this Tweet.");
  if (twitterText.extractCashtags(text).length > 1) {
    return problem(403, "You are not allowed to create a Tweet with more than one cashtag.");
  }
  const inReplyTo = reply?.in_reply_to_tweet_id ?? null;
  if (inReplyTo !== null) {
    const refusal = refuseReply(needs, inReplyTo);
    if (refusal !== null) return refusal;
  }
  if (keeper.posts.some((post) => standsFor(post, account) && comparable(post.text) === comparable(text))) {
    return duplicateContent;
  }

  const post = keeper.add({ accountId: account.id, text: needs.storedText ?? text, inReplyTo });
  return jsonAnswer(201, { data: { id: post.id, text: wrapLinks(post.text, post.id).text } });
}

function tooLong(text: string, account: XAccount): boolean {
  const kind =
    account.subscription === "Premium" || account.subscription === "PremiumPlus" ? "premium" : "standard";
  return text.length > longestParsed[kind] || weighText(text) > weightLimits[kind];
}

/** One's own posts may be continued; others' only when they summoned the account by naming it. */
function refuseReply(needs: { keeper: PostKeeper; account: XAccount }, inReplyTo: string): XAnswer | null {
  const original = needs.keeper.find(inReplyTo);
  if (original === undefined) {
    return problem(403, "You attempted to reply to a Tweet that is deleted or not visible to you.");
  }
  if (original.accountId === needs.account.id) return null;
  const named = twitterText.extractMentions(original.text).map((handle) => handle.toLowerCase());
  if (named.includes(needs.account.handle.toLowerCase())) return null;
  return problem(403, "You can only reply to posts whose author mentions you or quotes you.");
}

/** How long X remembers a text is not documented; here as long as the post stands. */
function standsFor(post: { accountId: string; deletedAt: number | null }, account: XAccount): boolean {
  return post.accountId === account.id && post.deletedAt === null;
}

function comparable(text: string): string {
  return text.normalize("NFC").trim();
}
