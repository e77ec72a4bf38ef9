import type { PartState, PostState } from "../../../src/core/post.js";
import type { SuggestionState } from "../../../src/core/suggestion.js";
import {
  mayStep,
  movePart,
  movePost,
  moveSuggestion,
  partArrows,
  postArrows,
  suggestionArrows,
} from "../../../src/core/transitions.js";
import { aCard, anApproval, aPart, aPost, aRevision, aSuggestion } from "../../db/builders.js";

/** The one way a state changes in the model. Each throws where there is no arrow. */
export type Moves = {
  post(from: PostState, to: PostState): PostState;
  part(from: PartState, to: PartState): PartState;
  suggestion(from: SuggestionState, to: SuggestionState): SuggestionState;
};

const suggestion = aSuggestion();
const approval = anApproval(aRevision(suggestion), aCard(suggestion));
const post = aPost(approval);
const part = aPart(post, approval);

/** Along the product's own table, through the product's own movers. */
export const productMoves: Moves = {
  post: (state, to) => movePost({ ...post, state }, to).state,
  part: (state, to) => movePart({ ...part, state }, to).state,
  suggestion: (state, to) => moveSuggestion({ ...suggestion, state }, to).state,
};

type Table<S extends string> = Readonly<Record<S, readonly S[]>>;

/** The product's table without one arrow, written «post scheduled → running». */
export function movesWithout(arrow: string): Moves {
  const [noun = "", from = "", , to = ""] = arrow.split(" ");
  const along = <S extends string>(name: string, table: Table<S>) => {
    const row = (state: S): readonly S[] =>
      name === noun && state === from ? table[state].filter((each) => each !== to) : table[state];
    const cut = Object.fromEntries((Object.keys(table) as S[]).map((state) => [state, row(state)])) as Record<
      S,
      readonly S[]
    >;
    return (state: S, next: S): S => {
      if (!mayStep(cut, state, next)) throw new Error(`no arrow from ${state} to ${next}`);
      return next;
    };
  };
  return {
    post: along<PostState>("post", postArrows),
    part: along<PartState>("part", partArrows),
    suggestion: along<SuggestionState>("suggestion", suggestionArrows),
  };
}

/** How many arrows the product's table has. */
export const arrowCount = [postArrows, partArrows, suggestionArrows]
  .flatMap((table) => Object.values<readonly string[]>(table))
  .reduce((count, to) => count + to.length, 0);

/** Anything goes: the product without its table. */
export const anyMoves: Moves = {
  post: (_, to) => to,
  part: (_, to) => to,
  suggestion: (_, to) => to,
};

/** The states of a post, its part and a suggestion as they are made: where the model's rows begin. */
export const born = { state: post.state, part: part.state } as const;

/** Asks once per pair of states, and remembers which arrows were walked. */
export function remember(moves: Moves, walked: Set<string>): Moves {
  const once = <S extends string>(noun: string, move: (from: S, to: S) => S) => {
    const known = new Map<string, S>();
    return (from: S, to: S): S => {
      const arrow = `${noun} ${from} → ${to}`;
      const before = known.get(arrow);
      if (before !== undefined) return before;
      const arrived = move(from, to);
      known.set(arrow, arrived);
      walked.add(arrow);
      return arrived;
    };
  };
  return {
    post: once("post", moves.post),
    part: once("part", moves.part),
    suggestion: once("suggestion", moves.suggestion),
  };
}
