import { type Agreed, seal, unseal } from "../../../src/core/approval.js";
import type { Desk } from "../../../src/core/desk.js";
import type { SlackTeamId, SlackUserId } from "../../../src/core/ids.js";
import { mayDecide } from "../../../src/core/may-decide.js";
import { type Revision, revisionDigest, textRevision } from "../../../src/core/revision.js";
import { sameText } from "../../../src/core/same-text.js";
import { heldBy, type Trouble, troubles } from "../../../src/core/trouble.js";
import { aCard, aDesk, anApproval, aSuggestion, newId, ring, team } from "../../db/builders.js";
import { type Approval, type Executive, slippedIn, type Wording } from "./world.js";

// What the product itself decides, asked once per case and remembered: the model only moves numbers about.

const suggestion = aSuggestion();
const revisions: readonly Revision[] = Array.from({ length: slippedIn + 1 }, (_, number) =>
  textRevision({
    id: newId(),
    deskId: suggestion.deskId,
    suggestionId: suggestion.id,
    number: number + 1,
    text: `Wording ${number}, with a link: https://example.com/${number}`,
    source: "team",
    author: null,
    createdAt: suggestion.suggestedAt,
  }),
);

function revision(wording: Wording): Revision {
  const found = revisions[wording];
  if (!found) throw new Error(`no wording ${wording}`);
  return found;
}

/** As a timeline gives it back: white space folded, links completed. */
function onTimeline(wording: Wording): string {
  return ` ${revision(wording).text.replace(", ", ",\n")}/`;
}

const same = new Map<number, boolean>();
/** Whether a post on the timeline is one of these words, as `sameText` sees it. */
export function sameWords(ours: Wording, theirs: Wording): boolean {
  const key = ours * 16 + theirs;
  const known = same.get(key);
  if (known !== undefined) return known;
  const answer = sameText(revision(ours).text, onTimeline(theirs));
  same.set(key, answer);
  return answer;
}

const users: Record<Executive | "team", SlackUserId> = {
  A: "U0A" as SlackUserId,
  B: "U0B" as SlackUserId,
  team: "U0TEAM" as SlackUserId,
};
const desks: Record<Executive, Desk> = {
  A: aDesk({ executiveId: users.A }),
  B: aDesk({ executiveId: users.B }),
};
const elsewhere = "T0ELSE" as SlackTeamId;

/** Anybody but the executive of now, as Slack would name them: another user, another team, a field missing. */
export function someStrangerMayDecide(executive: Executive, stranger: Executive | "team"): boolean {
  const desk = desks[executive];
  return [
    { teamId: team, userId: users[stranger] },
    { teamId: elsewhere, userId: desk.executiveId },
    { teamId: null, userId: desk.executiveId },
    { teamId: team, userId: null },
  ].some((presser) => mayDecide(desk, presser));
}

export function executiveMayDecide(executive: Executive, presser: Executive): boolean {
  return mayDecide(desks[executive], { teamId: team, userId: users[presser] });
}

/** Buttons carry digests: whether the one of the shown wording is the one of the newest. */
export function digestMatches(shown: Wording, newest: Wording): boolean {
  return revision(shown).digest === revisionDigest(revision(newest));
}

const seals = new Map<string, boolean>();
/** Whether the approval's seal holds over the rows as they are now. */
export function sealHolds({ text, tampered }: Pick<Approval, "text" | "tampered">): boolean {
  const key = `${text} ${tampered}`;
  const known = seals.get(key);
  if (known !== undefined) return known;
  const given = anApproval(revision(text), aCard(suggestion));
  const stamp = seal(given satisfies Agreed, ring);
  const other = revision(slippedIn);
  const rows: Agreed =
    tampered === "rows" ? { ...given, text: other.text, revisionDigest: other.digest } : given;
  const answer = unseal(rows, stamp, ring) !== null;
  seals.set(key, answer);
  return answer;
}

const posted = anApproval(revision(1), aCard(suggestion));
/** What keeps a post back, as `heldBy` sees it. */
export function heldBack(present: Readonly<Partial<Record<Trouble, boolean>>>): Trouble | null {
  const now = troubles.filter((trouble) => present[trouble]);
  return now.length > 0 ? heldBy(posted, new Set(now)) : null;
}
