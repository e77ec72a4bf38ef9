import { partStates, postStates } from "../../../src/core/post.js";
import { suggestionStates } from "../../../src/core/suggestion.js";
import {
  type Approval,
  allHeard,
  allOnX,
  allStages,
  allStopped,
  allTampered,
  allViews,
  type Card,
  type Database,
  type PostRow,
  type Process,
  type State,
} from "./world.js";

const places = <S extends string>(all: readonly S[]): Readonly<Record<S, number>> =>
  Object.fromEntries(all.map((each, at) => [each, at])) as Record<S, number>;

const suggestion = places(suggestionStates);
const post = places(postStates);
const part = places(partStates);
const view = places(allViews);
const stage = places(allStages);
const heard = places(allHeard);
const onX = places(allOnX);
const tampered = places(allTampered);
const stopped = places(allStopped);
const people = places(["A", "B", "team"]);
const accounts = places(["p", "q"]);

// Mixed radix: wordings and numbers of approvals count below ten and below eight, the rest as many as it has.
const mostWordings = 10;
/** More approvals at a time than this and two states could share a key. */
export const mostApprovals = 7;
const numbers = mostApprovals + 1;

/** Two states have one key exactly when they are the same; how many faults it took does not count. */
export function keyOf({ restored, ahead, env, db, backup, card, approvals, processes }: State): string {
  const flags =
    (restored ? 1 : 0) + (ahead ? 2 : 0) + (people[env.executive] + 2 * accounts[env.account]) * 4;
  let key = char(
    flags + 16 * (approvals.length + numbers * (db.posts.length + numbers * (processes.length - 1))),
  );
  key += database(db) + (card ? shown(card) : char(65_535));
  for (const each of approvals) key += pressed(each);
  for (const each of processes) key += running(each);
  if (backup) key += char((backup.changed ? 1 : 0) + (backup.ahead ? 2 : 0)) + database(backup.db);
  return key;
}

const char = String.fromCharCode;

function database({
  suggestion: state,
  newest,
  executive,
  account,
  frozen,
  paused,
  frozeOnce,
  owed,
  placed,
  posts,
}: Database): string {
  const whose = people[executive] + 2 * accounts[account] + 4 * (placed ? people[placed] : 2);
  const bits = (frozen ? 1 : 0) + (owed ? 2 : 0) + (frozeOnce ? 4 : 0) + (paused ? 8 : 0);
  let key = char(suggestion[state] + 10 * (newest + mostWordings * (bits + 16 * whose)));
  for (const each of posts) key += row(each);
  return key;
}

function row({ approval, state, part: is, xPost }: PostRow): string {
  return char(approval + numbers * (xPost + numbers * (post[state] + 9 * part[is])));
}

function shown({ to, view: is, wording, about, account, pressed: by, faked }: Card): string {
  const bits = (faked ? 1 : 0) + 2 * people[to] + 4 * accounts[account];
  return char(bits + 8 * (view[is] + 6 * (wording + mostWordings * (about + numbers * by))));
}

function pressed(each: Approval): string {
  const words = each.seen + mostWordings * each.text;
  const bits =
    (each.overdue ? 1 : 0) + (each.undone ? 2 : 0) + (each.coming ? 4 : 0) + (each.sinceFreeze ? 8 : 0);
  const states = tampered[each.tampered] + 3 * (stopped[each.stopped] + 3 * onX[each.onX]);
  return (
    char(words + 100 * (people[each.by] + 3 * (accounts[each.account] + 2 * each.decision))) +
    char(bits + 16 * states)
  );
}

function running({
  stage: is,
  post: about,
  sends,
  unread,
  unmet,
  rejected,
  stale,
  stoodBefore,
  heard: answer,
  found,
}: Process): string {
  const bits =
    (stale ? 1 : 0) + (stoodBefore ? 2 : 0) + (unread ? 4 : 0) + (unmet ? 8 : 0) + (rejected ? 16 : 0);
  return (
    char(bits + 32 * (stage[is] + 16 * (about + numbers * found))) +
    char(sends + mostWordings * heard[answer])
  );
}
