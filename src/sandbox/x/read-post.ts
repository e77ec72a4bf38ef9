import type { PostKeeper } from "./keep-posts.js";
import { readPostFields } from "./post-fields.js";
import { presentPost } from "./present-post.js";
import { invalidRequest, notFound } from "./problem.js";
import { strangeParameters } from "./strange-parameters.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";
import type { XRequest } from "./x-request.js";

/** GET /2/tweets/:id. */
export function readPost(needs: { keeper: PostKeeper }, request: XRequest, id: string): XAnswer {
  const strange = strangeParameters(request.query, [
    "tweet.fields",
    "post.fields",
    "expansions",
    "user.fields",
  ]);
  if (strange.length > 0) return invalidRequest(strange);
  const fields = readPostFields(request.query);
  if ("wrong" in fields) return invalidRequest([fields.wrong]);
  const post = needs.keeper.find(id);
  if (post === undefined) return notFound("tweet", id);
  return jsonAnswer(200, { data: presentPost(post, fields, needs.keeper) });
}
