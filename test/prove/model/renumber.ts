import {
  type Account,
  type Backup,
  type Database,
  type Executive,
  fakeWords,
  type State,
  slippedIn,
  type Wording,
} from "./world.js";

/**
 * The same state without the approvals gone, with wordings numbered without gaps, and, when `alike`,
 * with today's executive and account under their first names. Numbers and names mean nothing but «the same».
 */
export function renumber(state: State, gone: readonly number[], alike: boolean): State {
  const number = (old: number) => (old === 0 ? 0 : old - gone.filter((each) => each < old).length);
  const word = wordNames(state, gone);
  const swapped = alike && state.env.executive === "B";
  const other = alike && state.env.account === "q";
  if (gone.length === 0 && !swapped && !other && word === null) return state;
  const named = (wording: Wording) => word?.get(wording) ?? wording;
  const who = (executive: Executive): Executive => (swapped ? (executive === "A" ? "B" : "A") : executive);
  const account = (name: Account): Account => (other ? (name === "p" ? "q" : "p") : name);
  const database = (db: Database): Database => ({
    ...db,
    newest: named(db.newest),
    executive: who(db.executive),
    account: account(db.account),
    placed: db.placed && who(db.placed),
    posts: db.posts
      .filter(({ approval }) => !gone.includes(approval))
      .map((row) => ({ ...row, approval: number(row.approval), xPost: number(row.xPost) })),
  });
  const { card, env } = state;
  return {
    ...state,
    db: database(state.db),
    backup: state.backup && renamed(state.backup, database),
    card: card && {
      ...card,
      to: who(card.to),
      account: account(card.account),
      wording: named(card.wording),
      about: number(card.about),
      pressed: number(card.pressed),
    },
    approvals: state.approvals
      .filter((_, index) => !gone.includes(index + 1))
      .map((each) => ({
        ...each,
        by: each.by === "team" ? each.by : who(each.by),
        seen: named(each.seen),
        text: named(each.text),
        account: account(each.account),
        decision: number(each.decision),
      })),
    processes: state.processes.map((each) => ({
      ...each,
      post: number(each.post),
      found: number(each.found),
      sends: named(each.sends),
    })),
    env: { executive: who(env.executive), account: account(env.account) },
  };
}

function renamed(backup: Backup, database: (db: Database) => Database): Backup {
  return { ...backup, db: database(backup.db) };
}

/** Old number → new number, in the same order; null when there is no gap to close. */
function wordNames(state: State, gone: readonly number[]): ReadonlyMap<Wording, Wording> | null {
  // One bit per wording: 0b111 has no gap.
  const named = wordingsNamed(state, gone) >> 1;
  if ((named & (named + 1)) === 0) return null;
  const names = new Map<Wording, Wording>();
  for (let wording = 1; wording < slippedIn; wording++)
    if (named & (1 << (wording - 1))) names.set(wording, names.size + 1);
  return names;
}

/** Every wording that something names, as bits. */
export function wordingsNamed({ db, backup, card, approvals }: State, gone: readonly number[] = []): number {
  let bits = 1 << db.newest;
  if (card) bits |= 1 << card.wording;
  if (backup) bits |= 1 << backup.db.newest;
  approvals.forEach(({ seen, text }, index) => {
    if (!gone.includes(index + 1)) bits |= (1 << seen) | (1 << text);
  });
  return bits & ~(1 << fakeWords);
}
