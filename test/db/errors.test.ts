import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import type { Row } from "../../src/flows/ports.js";
import { aChange, anApproval, aRevision, aSuggestion, newId } from "./builders.js";
import { type Approved, approved, type House, openHouse } from "./house.js";

// An error goes to a log: whatever breaks, what people wrote must not be in it.
const canary = "canary-draft-nobody-may-log";

let house: House;
let made: Approved;
beforeEach(async () => {
  house = await openHouse();
  made = await approved(house.store);
});
afterEach(() => house.database.close());

async function thrown(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function speaksOnlyOfRules(error: unknown): void {
  expect(error).toBeInstanceOf(Error);
  const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  expect(everything).not.toContain(canary);
  expect(everything).not.toContain(canary.slice(0, 6));
}

const written = (): Record<string, Row> => {
  const secret = { note: canary, teamDraft: canary, link: canary };
  const revision = aRevision(made.suggestion, { number: 2, text: canary });
  return {
    "a fence": { table: "approval", row: anApproval(made.revision, made.card, { text: canary }) },
    "a check": { table: "suggestion", row: aSuggestion({ ...secret, state: canary as "waiting" }) },
    "a missing value": { table: "suggestion", row: aSuggestion({ ...secret, suggestedBy: null as never }) },
    "a value of a wrong kind": {
      table: "suggestion",
      row: aSuggestion({ ...secret, suggestedBy: { canary } as unknown as SlackUserId }),
    },
    "a reference to nothing": { table: "suggestion", row: aSuggestion({ ...secret, revisionId: newId() }) },
    "a wrong digest": { table: "revision", row: { ...revision, digest: made.revision.digest } },
  };
};

test.each([
  "a fence",
  "a check",
  "a missing value",
  "a value of a wrong kind",
  "a reference to nothing",
  "a wrong digest",
])("%s refuses a write without repeating it", async (name) => {
  const row = written()[name];
  if (!row) throw new Error("no such row");
  speaksOnlyOfRules(await thrown(house.store.commit(aChange({ put: [row] }))));
});

test("a full disk is reported without what was to be written", async () => {
  const { sqlite } = house.database;
  sqlite.pragma(`max_page_count = ${sqlite.pragma("page_count", { simple: true })}`);
  const row = aSuggestion({ note: canary.repeat(2_000) });
  const error = await thrown(house.store.commit(aChange({ put: [{ table: "suggestion", row }] })));
  expect(error).toMatchObject({ code: "SQLITE_FULL" });
  speaksOnlyOfRules(error);
});

test.each([
  ["article", canary],
  ["article", JSON.stringify({ title: 1, [canary]: canary })],
  ["setback", JSON.stringify({ kind: canary })],
  ["setback", `{"kind":"${canary}`],
  ["unreadable", canary],
  ["decline_reason", canary],
  ["shown_at", canary],
])("a damaged %s is reported by its column, not by what stands in it", async (column, value) => {
  house.database.sqlite.prepare(`UPDATE suggestions SET ${column} = ?`).run(value);
  const error = await thrown(house.store.suggestion(made.suggestion.id));
  speaksOnlyOfRules(error);
  const name = column.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase());
  expect(error).toMatchObject({ message: expect.stringContaining(`suggestions cannot be read: ${name}`) });
});
