import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { livePostStates, partStates, postStates } from "../../src/core/post.js";
import { suggestionStates } from "../../src/core/suggestion.js";
import { partArrows, postArrows, suggestionArrows } from "../../src/core/transitions.js";
import { type OpenDatabase, openDatabase } from "../../src/db/open-database.js";

let database: OpenDatabase;
beforeAll(() => {
  database = openDatabase(":memory:");
});
afterAll(() => database.close());

/** The states quoted after `state in`, as the database itself has them. */
function statesIn(name: string): string[][] {
  const text = database.sqlite.prepare("SELECT sql FROM sqlite_master WHERE name = ?").pluck().get(name);
  const lists = String(text).matchAll(/\bstate in \(([^)]*)\)/gi);
  return [...lists].map(([, list]) => [...(list ?? "").matchAll(/'(\w+)'/g)].map(([, state]) => state ?? ""));
}

describe("the database and the core have the same states", () => {
  test.each([
    ["suggestions", suggestionStates],
    ["posts", postStates],
    ["parts", partStates],
  ])("%s", (table, states) => {
    expect(statesIn(table)).toEqual([states]);
  });
  test.each(["posts_one_live", "posts_again", "approvals_shown", "suggestions_back"])(
    "%s means the same live posts",
    (name) => {
      expect(statesIn(name)).toEqual([livePostStates]);
    },
  );
});

test("the arrows of the database are those of the core, all of them and no other", () => {
  const stored = database.sqlite.prepare("SELECT noun, from_state, to_state FROM arrows").raw().all();
  const tables = { suggestion: suggestionArrows, post: postArrows, part: partArrows };
  const core = Object.entries(tables).flatMap(([noun, arrows]) =>
    Object.entries(arrows).flatMap(([from, all]) => all.map((to: string) => [noun, from, to])),
  );
  expect(stored.map(String).sort()).toEqual(core.map(String).sort());
});
