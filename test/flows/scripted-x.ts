import type { XPostId } from "../../src/core/ids.js";
import type { CreateAnswer, Publish, ShowNow } from "../../src/flows/ports.js";
import type { ADesk } from "./a-desk.js";

/** What X shall answer to the next create; an id is made where none is given. */
export type Script = CreateAnswer | { readonly kind: "published" } | "throws";

let made = 0;

/** X with its answers written beforehand, and a card that can be brought up to date or not. */
export function scriptedX(desk: ADesk, ...answers: Script[]) {
  const sent: string[] = [];
  const happened: string[] = [];
  let witness = true;

  const publish: Publish = async (approval, part) => {
    const stored = await desk.store.post(part.postId);
    happened.push(`call, stored as ${stored?.post.state}/${stored?.parts[0]?.state}`);
    if (approval.text !== part.text) throw new Error("another text than approved");
    sent.push(part.text);
    const answer = answers.shift();
    if (answer === undefined) throw new Error("X was called once too often");
    if (answer === "throws") throw new Error("the process was cut off");
    if (answer.kind !== "published" || "xPostId" in answer) return answer;
    made += 1;
    return { kind: "published", xPostId: `19000000000000${1000 + made}` as XPostId, storedText: part.text };
  };
  const showNow: ShowNow = async (kind, subject) => {
    const post = (await desk.store.postsIn("running")).find((whole) => whole.post.suggestionId === subject);
    happened.push(`${kind} shown, stored as ${post?.post.state}/${post?.parts[0]?.state}`);
    return witness;
  };
  return {
    ...desk,
    publish,
    showNow,
    sent,
    happened,
    /** Whether her card can be brought up to date from here on. */
    witnessed: (can: boolean) => {
      witness = can;
    },
  };
}
