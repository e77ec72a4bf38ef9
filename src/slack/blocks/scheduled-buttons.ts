import type { Button } from "@slack/types";
import { type CardKey, writePostedKey } from "../../core/card-key.js";
import type { Post } from "../../core/post.js";
import type { Words } from "../../i18n/words.js";
import { button } from "./block-parts.js";

/** What she can do with a post that waits for its time. */
export function scheduledButtons(post: Post, key: CardKey, words: Words): Button[] {
  const value = writePostedKey({ key, postId: post.id });
  return [
    button("reschedule", words.times.reschedule, value),
    button("post_now", words.times.postNow, value),
    button("cancel", words.card.cancel, post.id, "danger"),
  ];
}
