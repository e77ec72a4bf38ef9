import { executive } from "../db/builders.js";
import { buttonsOf } from "./acts.js";
import type { Site } from "./faults.js";
import type { Cell } from "./matrix-table.js";
import { dmOf, nowShown, type Standing } from "./slack-room.js";
import type { Act, World } from "./world.js";

/** What the database holds, in numbers. */
export type Counts = {
  readonly suggestions: number;
  readonly revisions: number;
  readonly approvals: number;
  readonly read: number;
};

/** What came of one cell, as plain facts: a promise is judged by these alone. */
export type Facts = {
  readonly cell: Cell;
  /** How often the fault came about. */
  readonly hits: number;
  /** Rules of the simulator that were broken, at any step or at the end. */
  readonly broken: readonly string[];
  readonly atHit: Counts;
  readonly soonAfter: Counts;
  /** How often the same call was made again after the fault. */
  readonly again: number;
  /** How often the people had to do it, where the step is theirs. */
  readonly tries: number;
  readonly end: Counts;
  readonly states: readonly string[];
  readonly calls: number;
  readonly effects: number;
  /** She was asked «Did it appear?». */
  readonly asked: boolean;
  /** The card came back to her for another press. */
  readonly givenBack: number;
  readonly pressesRefused: number;
  /** Messages in Slack beyond one for each of the bot's. */
  readonly extra: number;
  /** A press on an extra message approved something. */
  readonly extraCounts: boolean;
  readonly summaries: number;
  readonly unreadable: number;
  readonly disconnected: boolean;
  readonly connected: boolean;
  readonly kept: boolean;
  readonly startRefused: boolean;
  readonly frozen: boolean;
  readonly callsWhileFrozen: number;
  readonly conflict: { readonly won: number; readonly told: boolean } | null;
};

export function countRows({ house }: World): Counts {
  const { sqlite } = house.database;
  const count = (query: string) => Number(sqlite.prepare(`SELECT count(*) FROM ${query}`).pluck().get());
  return {
    suggestions: count("suggestions"),
    revisions: count("revisions"),
    approvals: count("approvals"),
    read: count("suggestions WHERE state <> 'reading'"),
  };
}

/** Her cards as they stand in her direct message, the newest last. */
export function cardsOf(world: World): Standing[] {
  return world.slack
    .in(dmOf(executive))
    .filter((message) => message.thread === null && nowShown(message).blocks.length > 3);
}

export function cardWith(world: World, action: string) {
  // The newest: what stands further up is read last.
  for (const message of cardsOf(world).reverse()) {
    const look = nowShown(message);
    const button = buttonsOf(look).find(({ action_id }) => action_id === action);
    if (button) return { message, look, button };
  }
  return null;
}

/** Everything the story keeps on its way. */
export type Told = {
  readonly cell: Cell;
  readonly world: World;
  hits: number;
  hitSite: Site | null;
  /** X is out of reach until it is let back. */
  cutOff: boolean;
  atHit: Counts | null;
  soonAfter: Counts | null;
  again: number;
  tries: number;
  asked: boolean;
  givenBack: number;
  disconnected: boolean;
  startRefused: boolean;
  frozen: boolean;
  callsWhileFrozen: number;
  extraCounts: boolean;
  rivals: readonly [Act, Act] | null;
  conflict: Facts["conflict"];
};

export function factsOf(told: Told): Facts {
  const { world, cell } = told;
  const { sqlite } = world.house.database;
  const count = (query: string) => Number(sqlite.prepare(`SELECT count(*) FROM ${query}`).pluck().get());
  const ids = world.slack.all().flatMap(({ id }) => (id === null ? [] : [id]));
  const end = countRows(world);
  return {
    cell,
    hits: told.hits,
    broken: world.broken,
    atHit: told.atHit ?? end,
    soonAfter: told.soonAfter ?? end,
    again: told.again,
    tries: told.tries,
    end,
    states: [...world.passed.values()].flat(),
    calls: world.calls.length,
    effects: world.x.effects.length,
    asked: told.asked,
    givenBack: told.givenBack,
    pressesRefused: count("record WHERE kind = 'press_refused'"),
    extra: ids.length - new Set(ids).size,
    extraCounts: told.extraCounts,
    summaries: count("messages WHERE kind = 'summary' AND shown = wanted"),
    unreadable: count("suggestions WHERE unreadable IS NOT NULL"),
    disconnected: told.disconnected,
    connected: count("desks WHERE account_id IS NOT NULL") === 1,
    kept: count("suggestions") > 0 && count("suggestions WHERE state = 'rejected'") === 0,
    startRefused: told.startRefused,
    frozen: told.frozen,
    callsWhileFrozen: told.callsWhileFrozen,
    conflict: told.conflict ?? (told.rivals && conflictOf(told.rivals)),
  };
}

/** Of two acts that cannot both hold: how many were taken, and whether the other was told so. */
function conflictOf(rivals: readonly [Act, Act]): Facts["conflict"] {
  const lost = rivals.filter(({ said }) => said.some((text) => !text.startsWith("form rewrite")));
  return { won: rivals.length - lost.length, told: lost.length === 1 };
}
