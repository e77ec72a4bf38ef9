import type { Part, PartState, Post, PostState } from "../core/post.js";
import type { HouseRead } from "../db/read-house.js";
import type { RowFinding } from "./finding.js";
import { groupBy } from "./group-by.js";
import type { RecordedStep, RecordedSteps } from "./recorded-steps.js";

type PostWrong = Extract<RowFinding, { on: "post" }>["wrong"];
type PartWrong = Extract<RowFinding, { on: "part" }>["wrong"];

/** Each post and part is its approval's, and went the way the record tells. */
export function checkPosts(house: HouseRead, { steps }: RecordedSteps): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  const approvals = new Map(house.approvals.map(({ agreed }) => [agreed.id, agreed]));
  const posts = new Map(house.posts.map((post) => [post.id, post]));
  const partsOf = groupBy(house.parts, ({ postId }) => postId);
  for (const post of house.posts) {
    const agreed = approvals.get(post.approvalId);
    const taken = steps.get(post.id) ?? [];
    const parts = partsOf.get(post.id) ?? [];
    const wrong: PostWrong[] = [];
    if (!agreed) wrong.push("no_approval");
    else if (agreed.suggestionId !== post.suggestionId || agreed.postAt !== post.postAt)
      wrong.push("not_as_approved");
    if (parts.length === 0) wrong.push("no_part");
    if (parts.length > 1) wrong.push("several_parts");
    wrong.push(...wayOfPost(post, taken));
    findings.push(...wrong.map((what): RowFinding => ({ on: "post", id: post.id, wrong: what })));
  }
  for (const part of house.parts) {
    const post = posts.get(part.postId);
    const agreed = post && approvals.get(post.approvalId);
    const wrong: PartWrong[] = post ? wayOfPart(part, steps.get(post.id) ?? []) : ["no_post"];
    if (agreed && agreed.text !== part.text) wrong.push("other_text");
    findings.push(...wrong.map((what): RowFinding => ({ on: "part", id: part.id, wrong: what })));
  }
  return [...findings, ...stepsOfNothing(house, posts, steps)];
}

/** What a post and its part are after the last thing the record says of them. Outcomes it does not know may be anything. */
const after: Readonly<Record<string, { posts: readonly PostState[]; parts: readonly PartState[] }>> = {
  nothing: { posts: ["scheduled", "cancelled"], parts: ["pending"] },
  attempted: { posts: ["running"], parts: ["publishing"] },
  not_sent: { posts: ["scheduled", "cancelled"], parts: ["pending"] },
  published: { posts: ["done"], parts: ["published", "taking_down", "taken_down"] },
  link: { posts: ["done"], parts: ["published", "taking_down", "taken_down"] },
  unknown: { posts: ["asking"], parts: ["unknown"] },
  refused: { posts: ["refused"], parts: ["refused"] },
  absent: { posts: ["absent"], parts: ["absent"] },
  missed: { posts: ["missed"], parts: ["pending"] },
  cancelled: { posts: ["cancelled"], parts: ["pending"] },
};
const ended: readonly PostState[] = ["done", "refused", "absent", "missed", "asking"];

function lastOf(steps: readonly RecordedStep[]): string {
  const last = steps.findLast(({ kind }) => kind !== "taking_down");
  if (!last) return "nothing";
  return last.kind === "outcome" ? last.outcome : last.kind;
}

function wayOfPost({ state }: Post, steps: readonly RecordedStep[]): PostWrong[] {
  if (ended.includes(state) && !steps.some(({ kind }) => kind === "outcome")) return ["no_outcome"];
  const expected = after[lastOf(steps)];
  return expected && !expected.posts.includes(state) ? ["other_outcome"] : [];
}

function wayOfPart(part: Part, steps: readonly RecordedStep[]): PartWrong[] {
  const wrong: PartWrong[] = [];
  const attempts = steps.filter((step) => step.kind === "attempted" && step.part === part.id);
  const sent = part.state !== "pending" || part.attemptedAt !== null || part.xPostId !== null;
  const expected = after[lastOf(steps)];
  if (sent && attempts.length === 0) wrong.push("unattempted");
  else if (expected && !expected.parts.includes(part.state)) wrong.push("other_outcome");
  if (attempts.some((attempt) => !mayAttempt(steps.slice(0, steps.indexOf(attempt)), part)))
    wrong.push("attempted_again");
  const told = steps.findLast((step) => step.kind === "outcome" && step.xPost !== null);
  if (told?.kind === "outcome" && told.xPost !== part.xPostId) wrong.push("other_x_post");
  const down = part.state === "taken_down" || part.state === "taking_down";
  if (down && !steps.some(({ kind }) => kind === "taking_down")) wrong.push("not_asked_down");
  return wrong;
}

/** A part is sent first, or again after it surely was not sent. */
function mayAttempt(before: readonly RecordedStep[], part: Part): boolean {
  const last = before.findLastIndex((step) => step.kind === "attempted" && step.part === part.id);
  if (last < 0) return true;
  const since = before.slice(last + 1);
  return since.some((step) => step.kind === "outcome" && step.outcome === "not_sent");
}

function stepsOfNothing(
  house: HouseRead,
  posts: ReadonlyMap<string, Post>,
  steps: RecordedSteps["steps"],
): RowFinding[] {
  const parts = new Map<string, Part>(house.parts.map((part) => [part.id, part]));
  return [...steps].flatMap(([id, taken]) => {
    const post = posts.get(id);
    return taken.flatMap((step): RowFinding[] => {
      const seq = String(step.seq);
      if (step.kind !== "attempted") return post ? [] : [{ on: "line", id: seq, wrong: "post_gone" }];
      const belongs = post?.approvalId === step.approval && parts.get(step.part)?.postId === id;
      return belongs ? [] : [{ on: "line", id: seq, wrong: "attempt_of_nothing" }];
    });
  });
}
