import type { Desk } from "../core/desk.js";
import type { Instant, PostId } from "../core/ids.js";
import { latestMs, type Part, type Post } from "../core/post.js";
import { asRead, storedAsSent } from "../core/stored-as-sent.js";
import type { PostRefusal } from "../core/suggestion.js";
import { movePart, movePost } from "../core/transitions.js";
import { commitDecision } from "./commit-decision.js";
import { firstAttempt } from "./earlier-attempts.js";
import { giveCardBack } from "./give-card-back.js";
import { askingLines, cardOf, linesOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import { nudgeAfterFive } from "./nudge-after-five.js";
import type { Change, CreateAnswer, Log, Now, PostWhole, Store } from "./ports.js";

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/** Nothing was sent: tried again this much later, until rule 4 ends it. */
const tryAgainMs = 15_000;
/** X's timeline is asked first this long after an answer that proves nothing. */
const firstLookMs = 3_000;

/** Writes down what X answered. Only an id is success; what proves nothing is `unknown` and asks. */
export async function recordOutcome(id: PostId, answer: CreateAnswer, needs: Needs): Promise<void> {
  await commitDecision(needs.store, async () => {
    const whole = await needs.store.post(id);
    const [part] = whole?.parts ?? [];
    if (whole?.post.state !== "running" || part?.state !== "publishing")
      return { answer: null, change: null };
    const desk = await needDesk(needs.store);
    const change = await outcomeChange(whole, part, answer, desk, needs.now(), needs);
    return { answer: null, change };
  });
  const [part] = (await needs.store.post(id))?.parts ?? [];
  if (part?.otherText) needs.log("other_text_stored", { post: id });
  logOutcome(id, answer, needs.log);
  // What was posted is written down; a nudge that fails is no failure of it.
  if (answer.kind === "published")
    await nudgeAfterFive(needs).catch(() => needs.log("failed", { where: "nudge_after_five" }));
}

async function outcomeChange(
  whole: PostWhole,
  part: Part,
  answer: CreateAnswer,
  desk: Desk,
  at: Instant,
  { store }: Needs,
): Promise<Change> {
  const refused = (refusal: PostRefusal, detail: string, liftsAt: Instant | null = null) => {
    const row: Part = { ...movePart(part, "refused"), refusal, detail: detail.slice(0, 300) };
    const lifts = liftsAt === null ? {} : { liftsAt };
    const setback = { kind: "refused", refusal, detail: detail.slice(0, 300), ...lifts } as const;
    return giveCardBack(whole, "refused", setback, desk, at, store, [{ table: "part", row }]);
  };
  const unknown = (detail: string) => {
    const row: Part = { ...movePart(part, "unknown"), detail: detail.slice(0, 300) };
    const asking = { ...movePost(whole.post, "asking"), dueAt: at + firstLookMs };
    return told(asking, row, "unknown", desk, at, store);
  };
  const again = async (dueAt: Instant): Promise<Change> => {
    const pending: Part = { ...movePart(part, "pending"), attemptedAt: null };
    return told({ ...movePost(whole.post, "scheduled"), dueAt }, pending, "not_sent", desk, at, store);
  };
  switch (answer.kind) {
    case "published": {
      const otherText = storedAsSent(part.text, answer.storedText) ? null : asRead(answer.storedText);
      const published = { ...part, xPostId: answer.xPostId, publishedAt: at, otherText };
      return publishedChange(whole.post, published, desk, at, store);
    }
    case "refused":
      // A duplicate of what? Perhaps of these very words, sent before without a clear answer: then they stand there.
      return answer.refusal === "duplicate" && (await firstAttempt(whole, store)) !== null
        ? unknown(answer.detail)
        : refused(answer.refusal, answer.detail);
    case "rate_limited":
      return answer.resetsAt !== null && answer.resetsAt <= whole.post.postAt + latestMs
        ? again(Math.max(answer.resetsAt, at))
        : refused("rate_limited", answer.detail, answer.resetsAt);
    case "not_sent":
      return again(at + tryAgainMs);
    case "unknown":
      return unknown(answer.detail);
    default:
      return answer satisfies never;
  }
}

/** A post that stands on X: told in her card, its thread, the team channel and the suggester's message. */
export async function publishedChange(
  post: Post,
  part: Part,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "suggestion">,
): Promise<Change> {
  const done = { ...movePost(post, "done"), dueAt: null, settledAt: at };
  const published = { ...movePart(part, "published"), detail: null };
  const change = await told(done, published, "published", desk, at, store);
  // A line that asked is put right in place.
  const suggestion = await store.suggestion(post.suggestionId);
  const asked = post.looks > 0 ? askingLines(suggestion, post.id, desk) : [];
  return { ...change, show: [...change.show, ...asked, ...linesOf(post.id, "line", desk)] };
}

/** A post and its part as they are now, told in her card, the suggester's message and the team's. */
export async function told(
  post: Post,
  part: Part,
  outcome: string,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "suggestion">,
): Promise<Change> {
  const suggestion = await store.suggestion(post.suggestionId);
  if (!suggestion) throw new Error("a post without its suggestion");
  return {
    at,
    expect: [],
    put: [
      { table: "part", row: part },
      { table: "post", row: post },
    ],
    show: [cardOf(suggestion, desk), ...newsOf(suggestion, desk, post.state === "done")],
    record: [{ kind: "outcome", at, who: null, about: { post: post.id, outcome, xPost: part.xPostId } }],
  };
}

function logOutcome(post: PostId, answer: CreateAnswer, log: Log): void {
  const events = {
    published: "posted",
    refused: "post_refused",
    rate_limited: "post_waits",
    not_sent: "post_waits",
    unknown: "post_unknown",
  } as const;
  log(events[answer.kind], { post, refusal: answer.kind === "refused" ? answer.refusal : null });
}
