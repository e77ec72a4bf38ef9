import Database from "better-sqlite3";
import type { SuggestionId } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import type { OpenDatabase } from "../../src/db/open-database.js";
import type { Change, Committed, Store } from "../../src/flows/ports.js";
import { checkApproval } from "./check-call.js";
import { type Fault, type Step, slowMs, stepOfChange } from "./faults.js";
import type { Life } from "./life.js";
import { breaksAt, forgetSends, type World } from "./world.js";

/** The words SQLite itself has for a write that did not come about. */
const refusals: Partial<Record<Fault, readonly [code: string, words: string]>> = {
  full: ["SQLITE_FULL", "database or disk is full"],
  ioerr: ["SQLITE_IOERR_WRITE", "disk I/O error"],
  lock: ["SQLITE_BUSY", "database is locked"],
};

/** The real store as one process sees it: others get a turn between its calls, a commit may fail, or be the last. */
export function guardedStore(world: World, life: Life): Store {
  const { store } = world.house;
  const guarded = Object.fromEntries(
    Object.entries(store).map(([name, work]) => [
      name,
      async (...given: readonly unknown[]) => {
        await life.turn();
        return (work as (...all: readonly unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as Store;
  return { ...guarded, commit: (change) => commit(change, world, life) };
}

async function commit(change: Change, world: World, life: Life): Promise<Committed> {
  await life.turn();
  const { store } = world.house;
  const step = await stepOf(change, store);
  const fault = breaksAt(world, { at: "commit", step, call: "commit" });
  if (fault === "k1") return life.crash();
  if (fault === "slow") await life.wait(slowMs);
  const refusal = fault && refusals[fault];
  const [message] = change.put.filter(({ table }) => table === "message");
  if (refusal && message?.table === "message") forgetSends(world, message.row.id);
  if (refusal) throw new Database.SqliteError(refusal[1], refusal[0]);
  const committed = await store.commit(change);
  world.trace(() => `  ${committed.kind === "done" ? "" : `${committed.kind}: `}${sayChange(change, step)}`);
  if (committed.kind === "done") {
    world.happened.commits += 1;
    for (const { table, row } of change.put) {
      if (table === "message" && row.ts !== null) world.unrecorded.delete(row.ts);
      if (table === "post") {
        world.passed.set(row.id, [...(world.passed.get(row.id) ?? []), row.state]);
        if (row.state === "running") world.claimed.set(row.id, world.time.now());
      }
      if (table !== "approval") continue;
      world.approvals.set(row.id, row);
      checkApproval(world, row);
    }
    if (fault === "k2") return life.crash();
    life.poke();
  }
  return committed;
}

/** The connection through which the disk is tried again: that may fail as a commit does. */
export function guardedDatabase(world: World): OpenDatabase {
  const { database } = world.house;
  const pragma = (source: string, options?: { readonly simple?: boolean }): unknown => {
    const fault = source.includes("=") ? breaksAt(world, { at: "commit", step: "other", call: "try" }) : null;
    const refusal = fault && refusals[fault];
    if (refusal) throw new Database.SqliteError(refusal[1], refusal[0]);
    return options?.simple ? 0 : [];
  };
  return { ...database, sqlite: { pragma } as unknown as OpenDatabase["sqlite"] };
}

async function stepOf(change: Change, store: Store): Promise<Step> {
  const [only, ...others] = change.put;
  if (only?.table === "message" && others.length === 0) return stepOfMessage(only.row, store);
  return stepOfChange(change);
}

/** Which step a message is sent for: what its card has to say by now. */
export async function stepOfMessage(message: Message, store: Store): Promise<Step> {
  if (message.kind === "summary") return "summary";
  if (message.kind !== "card") return "notify";
  const suggestion = await store.suggestion(message.subject as SuggestionId);
  const latest = await store.latestPost(message.subject as SuggestionId);
  if (suggestion?.state === "approved") return latest?.post.state === "running" ? "witness" : "notify";
  if (suggestion?.state !== "shown" || suggestion.setback) return "notify";
  if (message.ts === null) return "card";
  const revision = suggestion.revisionId && (await store.revision(suggestion.revisionId));
  return revision && revision.number > 1 ? "edit" : "card";
}

function sayChange({ put, show }: Change, step: Step): string {
  const rows = put.map((entry) => {
    const { row } = entry;
    const id = "id" in row ? row.id.slice(-4) : "";
    return `${entry.table} ${id}${"state" in row ? ` ${row.state}` : ""}${"shown" in row ? ` ${row.kind} ${row.shown}/${row.wanted}` : ""}`;
  });
  return `commit (${step}) ${rows.join(", ")}${show.length > 0 ? ` show ${show.map(({ kind }) => kind).join(" ")}` : ""}`;
}
