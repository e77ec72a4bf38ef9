import { type Breach, standing } from "./invariants.js";
import { commit, freed, type Given, giveBack, ownStep, type Rules, type Step, withPost } from "./rules.js";
import { mayStandAlready } from "./words-sent-before.js";
import type { PostRow, Process, State } from "./world.js";

/** `flows/record-outcome.ts`: writes down what X answered, where the post still waits for it. */
export function recording(state: State, at: number, rules: Rules): Step[] {
  const process = state.processes[at];
  if (process?.stage !== "answered") return [];
  const does = `commit: the outcome of post ${process.post} (${process.heard.replaceAll("_", " ")})`;
  const free = freed(state, at);
  const row = begun(state, process.post, rules);
  if (!row) {
    const dropped: Breach = { invariant: "I8", why: "an id was read, and nobody writes it down" };
    return [ownStep(`${does} finds nothing to settle`, free, process.heard === "id" ? [dropped] : [])];
  }
  const { state: next, breaches } = outcome(free, row, process, rules);
  return [ownStep(does, next, breaches)];
}

/** The row as the record expects it; without the intent committed before, it is made up for now. */
function begun(state: State, number: number, { on, moves }: Rules): PostRow | null {
  const row = state.db.posts.find(({ approval }) => approval === number);
  if (row?.state === "running" && row.part === "publishing") return row;
  if (on.intentFirst || row?.state !== "scheduled") return null;
  return { ...row, state: moves.post(row.state, "running"), part: moves.part(row.part, "publishing") };
}

function outcome(state: State, row: PostRow, { heard, found }: Process, rules: Rules): Given {
  switch (heard) {
    case "id":
      return { state: posted(state, row, found, rules), breaches: [] };
    case "refused":
      return refused(state, row, rules);
    case "duplicate":
      return duplicate(state, row, rules);
    case "not_sent":
      return { state: again(state, row, rules), breaches: [] };
    default:
      return unclear(state, row, rules);
  }
}

/** publishedChange(): told as posted. */
export function posted(state: State, row: PostRow, xPost: number, { moves }: Rules): State {
  const done: PostRow = {
    ...row,
    state: moves.post(row.state, "done"),
    part: moves.part(row.part, "published"),
    xPost,
  };
  return commit(state, { posts: withPost(state.db, done) });
}

function refused(state: State, row: PostRow, { moves }: Rules): Given {
  return giveBack(state, { ...row, part: moves.part(row.part, "refused") }, "refused", moves, "bot");
}

/** A duplicate of what? Perhaps of these very words, sent before without a clear answer. */
function duplicate(state: State, row: PostRow, rules: Rules): Given {
  const unsure = mayStandAlready(state, row.approval, rules.on);
  if (unsure && rules.on.duplicateLooks) return unclear(state, row, rules);
  const stands = standing(state, row.approval, ["lagging", "visible"]).length > 0;
  const given = refused(state, row, rules);
  const told: Breach = {
    invariant: "I8",
    why: "told as refused, and these very words stand there by her earlier press",
  };
  return stands ? { ...given, breaches: [...given.breaches, told] } : given;
}

function again(state: State, row: PostRow, { moves }: Rules): State {
  const scheduled = {
    ...row,
    state: moves.post(row.state, "scheduled"),
    part: moves.part(row.part, "pending"),
  };
  return commit(state, { posts: withPost(state.db, scheduled) });
}

/** Neither success nor refusal: it is looked for, and she is asked. */
export function unclear(state: State, row: PostRow, rules: Rules): Given {
  if (!rules.on.noBlindRetry) return { state: again(state, row, rules), breaches: [] };
  const { moves } = rules;
  const asking = { ...row, state: moves.post(row.state, "asking"), part: moves.part(row.part, "unknown") };
  return { state: commit(state, { posts: withPost(state.db, asking) }), breaches: [] };
}
