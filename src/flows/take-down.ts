import type { DeliveryKey, Instant, PostId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { latestMs, type Part, type Post } from "../core/post.js";
import { movePart } from "../core/transitions.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, linesOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Change, DeleteAnswer, Log, Now, PostWhole, Store, TakeDown } from "./ports.js";
import { refusedPress } from "./refused-press.js";

export type UndoPress = {
  readonly presser: Presser;
  readonly postId: PostId;
  readonly delivery: DeliveryKey;
};

export type UndoAnswer =
  | { readonly kind: "taking_down" }
  | { readonly kind: "not_hers" }
  /** Nothing of this post stands on X, as far as we know, or it is being taken down already. */
  | { readonly kind: "settled_before" }
  /** It stands there, and nobody knows under which id: only she saw it. */
  | { readonly kind: "no_link" }
  /** It stands on an account that is not this desk's any more. */
  | { readonly kind: "other_account" };

type Needs = { readonly store: Store; readonly now: Now };

/** Her press takes a post down again: the intent first, then X, as for posting. */
export function undo(press: UndoPress, needs: Needs): Promise<Settled<UndoAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(press: UndoPress, { store, now }: Needs): Promise<Decision<UndoAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const whole = await store.post(press.postId);
  const key = { suggestionId: whole?.post.suggestionId ?? press.postId };
  const refuse = (answer: UndoAnswer): Decision<UndoAnswer> => ({
    answer,
    change: refusedPress({ ...press, key }, answer.kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });
  const [part] = whole?.parts ?? [];
  if (whole?.post.state !== "done" || part?.state !== "published") return refuse({ kind: "settled_before" });
  if (part.xPostId === null) return refuse({ kind: "no_link" });
  if (whole.approval.agreed.accountId !== desk.account?.id) return refuse({ kind: "other_account" });
  const going: Part = { ...movePart(part, "taking_down"), takingDownAt: at, refusal: null, detail: null };
  const change = await about({ ...whole.post, dueAt: at }, going, at, store);
  return {
    answer: { kind: "taking_down" },
    change: {
      ...change,
      handled: press.delivery,
      record: [
        {
          kind: "taking_down",
          at,
          who: press.presser.userId,
          about: { post: whole.post.id, xPost: part.xPostId },
        },
      ],
    },
  };
}

/** Tried again this much later: to delete twice is to delete once. */
const tryAgainMs = 15_000;

/** Takes down what she wants down. What X does not answer clearly is tried again for ten minutes; then she is told. */
export async function takeDownDue(
  needs: Needs & { readonly takeDown: TakeDown; readonly log: Log },
): Promise<void> {
  for (const { post, parts } of await needs.store.postsDue("done", needs.now())) {
    const [part] = parts;
    if (part?.state !== "taking_down" || part.xPostId === null) continue;
    const answer = await needs.takeDown(part.xPostId);
    await commitDecision(needs.store, async () => {
      const now = await needs.store.post(post.id);
      const [standing] = now?.parts ?? [];
      if (!now || standing?.state !== "taking_down") return { answer: null, change: null };
      return { answer: null, change: await outcome(now, standing, answer, needs) };
    });
    needs.log(answer.kind === "deleted" ? "taken_down" : "not_taken_down", { post: post.id });
  }
}

async function outcome(
  { post }: PostWhole,
  part: Part,
  answer: DeleteAnswer,
  { store, now }: Needs,
): Promise<Change> {
  const at = now();
  const desk = await needDesk(store);
  const settled = { ...post, dueAt: null };
  const recorded = (change: Change, outcome: string): Change => ({
    ...change,
    record: [{ kind: "taken_down", at, who: null, about: { post: post.id, xPost: part.xPostId, outcome } }],
  });
  if (answer.kind === "deleted") {
    const gone: Part = { ...movePart(part, "taken_down"), takenDownAt: at };
    const change = await about(settled, gone, at, store);
    return recorded({ ...change, show: [...change.show, ...linesOf(post.id, "down", desk)] }, "taken_down");
  }
  if (answer.kind === "not_sure" && at + tryAgainMs <= (part.takingDownAt ?? at) + latestMs) {
    const change = await about({ ...post, dueAt: at + tryAgainMs }, part, at, store);
    return { ...change, show: [] };
  }
  const refusal = answer.kind === "refused" ? "forbidden" : null;
  const stands: Part = { ...movePart(part, "published"), refusal, detail: answer.detail.slice(0, 300) };
  return recorded(await about(settled, stands, at, store), refusal ? "stands" : "unsure");
}

/** A change of this post and its part that her card, the suggester and the team are told. */
async function about(post: Post, part: Part, at: Instant, store: Store): Promise<Change> {
  const suggestion = await store.suggestion(post.suggestionId);
  if (!suggestion) throw new Error("a post without its suggestion");
  const desk = await needDesk(store);
  return {
    at,
    expect: [],
    put: [
      { table: "part", row: part },
      { table: "post", row: post },
    ],
    show: [cardOf(suggestion, desk), ...newsOf(suggestion, desk, post.state === "done")],
    record: [],
  };
}
