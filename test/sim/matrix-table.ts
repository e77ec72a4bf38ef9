import type { Step } from "./faults.js";

/** What a cell promises (trust.md §5). */
export const promiseNames = {
  A: "nothing recorded, safe to repeat",
  B: "done once by itself",
  C: "unknown, asked, at most one post",
  D: "start refused or publishing frozen",
  E: "at most one extra Slack message, older made inert",
  F: "waits, then once",
  G: "refused with a line in the record",
  H: "one wins, the other is told",
  N: "goes on without it",
  Q: "asked again",
  R: "reconnect, queue kept",
} as const;
export type PromiseName = keyof typeof promiseNames;

/** trust.md §5, word for word. */
export const tableText = `| step | k1 | k2 | k3 | pl | t0 | t1 | t2 | 429 | 5xx | bad | dup | ord | cf | cb | full | lock | two | old | auth | dead | term | corr |
|---|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|
| 1 suggest: receive, insert | A | B | - | B | - | - | - | - | - | G | B | H | B | B | A | A | D | D | - | A | A | D |
| 2 preview: fetch the page | B | B | B | B | N | N | N | N | N | N | B | B | B | B | A | B | D | D | - | - | B | D |
| 3 card: send the DM | B | B | E | B | B | E | E | F | E | E | B | H | B | B | F | B | D | D | F | B | B | D |
| 4 edit: new revision, refresh card | A | B | B | B | B | B | G | F | B | B | B | H | B | B | A | A | D | D | F | A | A | D |
| 5 approve: check, record | A | B | - | B | - | - | - | - | - | G | B | H | B | B | A | A | D | D | - | A | A | D |
| 6 due: claim | B | B | - | B | - | - | - | - | - | - | B | H | Q | B | F | F | D | D | - | Q | B | D |
| 7 witness: card says «posting» | B | B | C | C | F | B | B | F | F | F | - | B | B | B | F | F | D | D | F | B | B | D |
| 8 publish: POST /2/tweets | C | C | C | C | C | C | C | F | C | C | - | - | B | B | C | B | D | D | F | B | C | D |
| 9 confirm: record, look up | C | B | - | C | C | C | - | F | C | C | B | B | B | B | C | B | D | D | C | B | B | D |
| 10 notify: card, channel, suggester | B | B | E | B | B | E | E | F | E | E | B | B | B | B | F | B | D | D | F | B | B | D |
| 11 summary: weekly message | B | B | E | B | B | E | E | F | E | E | B | - | F | B | F | B | D | D | F | B | B | D |
| 12 X token refresh | B | B | R | R | B | R | R | F | F | R | B | H | B | B | R | B | D | R | R | - | B | D |`;

export const columns = [
  "k1",
  "k2",
  "k3",
  "pl",
  "t0",
  "t1",
  "t2",
  "429",
  "5xx",
  "bad",
  "dup",
  "ord",
  "cf",
  "cb",
  "full",
  "lock",
  "two",
  "old",
  "auth",
  "dead",
  "term",
  "corr",
] as const;
export type Column = (typeof columns)[number];

export type Cell = {
  readonly number: number;
  readonly step: Exclude<Step, "other">;
  readonly fault: Column;
  readonly promise: PromiseName;
};

const stepNames = [
  "suggest",
  "preview",
  "card",
  "edit",
  "approve",
  "claim",
  "witness",
  "publish",
  "confirm",
  "notify",
  "summary",
  "account",
] as const;

/** Every cell of the table: the live ones, and those that cannot arise. */
export function readTable(text: string): {
  readonly live: readonly Cell[];
  readonly dead: readonly string[];
} {
  const live: Cell[] = [];
  const dead: string[] = [];
  for (const line of text.split("\n").slice(2)) {
    const [head = "", ...marks] = line
      .split("|")
      .slice(1, -1)
      .map((field) => field.trim());
    const number = Number.parseInt(head, 10);
    const step = stepNames[number - 1];
    for (const [place, fault] of columns.entries()) {
      const mark = marks[place] ?? "";
      if (step && isPromise(mark)) live.push({ number, step, fault, promise: mark });
      else dead.push(`${number}/${fault}`);
    }
  }
  return { live, dead };
}

const isPromise = (mark: string): mark is PromiseName => Object.hasOwn(promiseNames, mark);
