import type { PostKeeper } from "./keep-posts.js";
import { problem } from "./problem.js";
import type { XAccount } from "./x-account.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";

/**
 * DELETE /2/tweets/:id. What X answers for a post already gone is not documented: here `deleted` is true again, so
 * a caller that lost the first answer learns what it wants to know.
 */
export function deletePost(needs: { keeper: PostKeeper; account: XAccount }, id: string): XAnswer {
  const post = needs.keeper.find(id);
  if (post !== undefined && post.accountId !== needs.account.id) {
    return problem(403, "You are not authorized to delete this Tweet.");
  }
  needs.keeper.remove(id);
  return jsonAnswer(200, { data: { deleted: true } });
}
