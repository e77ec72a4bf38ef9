import type { Defence } from "./defence.js";

const witness = "src/flows/check-witness.ts";
const read = "test/flows/check-witness.test.ts";
const deciding = "src/flows/commit-decision.ts";
const decided = "test/flows/commit-decision.test.ts";
const cards = "src/flows/show-next-cards.ts";
const shown = "test/flows/show-next-cards.test.ts";

/** The desk: whose it is, whether it stands still, how a decision is committed, what she gets and what is taken in. */
export const theDesk = [
  {
    name: "a change of hands cancels what was scheduled",
    serves: ["T5", "T36"],
    file: "src/flows/change-hands.ts",
    snippet: "newExecutive || newAccount\n      ? await cancelScheduled(",
    instead: "at < 0\n      ? await cancelScheduled(",
    held: {
      by: ["test/flows/open-desk.test.ts"],
      named: "what was scheduled is cancelled|another account cancels what was scheduled",
    },
  },
  {
    name: "a change of hands is told to both",
    serves: ["T5"],
    file: "src/flows/change-hands.ts",
    snippet: '{ to: before.executiveId, about: { kind: "former_executive", cancelled: ended.all } },',
    instead: "",
    held: { by: ["test/flows/open-desk.test.ts"], named: "told to those concerned both executives" },
  },
  {
    name: "a card drawn later than the database remembers freezes the desk",
    serves: ["T27"],
    file: witness,
    snippet: "if (!row || row.wanted >= witnessed.version) continue;",
    instead: "if (row || !row) continue;",
    held: { by: [read], named: "drawn later than the database remembers stops the desk" },
  },
  {
    name: "a message the database does not know freezes the desk",
    serves: ["T27"],
    file: witness,
    snippet: "if (!row && isAfter(witnessed.ts, desk.witnessedTs)) unknown += 1;",
    instead: "",
    held: { by: [read], named: "that the database does not know stops the desk" },
  },
  {
    name: "another desk's messages freeze nothing",
    serves: ["T27"],
    file: witness,
    snippet: "seen.filter(({ deskId }) => deskId === desk.id)",
    instead: "seen",
    held: { by: [read], named: "messages of another desk" },
  },
  {
    name: "a frozen desk gives back what was scheduled",
    serves: ["T27"],
    file: witness,
    snippet: 'await cancelScheduled({ kind: "restored" }, at, store)',
    instead: "{ put: [], given: [] } as Awaited<ReturnType<typeof cancelScheduled>>",
    held: { by: [read], named: "cancels what was scheduled" },
  },
  {
    name: "a frozen desk shows no card",
    serves: ["T27"],
    file: cards,
    snippet: "desk.paused || desk.frozen !== null ||",
    instead: "desk.paused ||",
    held: { by: ["test/flows/resume.test.ts"], named: "while the desk is stopped" },
  },
  {
    name: "a paused desk shows no card",
    serves: ["rule 4", "rule 6"],
    file: cards,
    snippet: "desk.paused || desk.frozen !== null ||",
    instead: "desk.frozen !== null ||",
    held: { by: [shown], named: "none while she has paused" },
  },
  {
    name: "a card is shown by the desk as it was read",
    serves: ["rule 4"],
    file: cards,
    snippet: 'expect: [{ table: "desk", id: desk.id, version: desk.version }],',
    instead: "expect: [],",
    held: { by: [shown], named: "pausing at the same moment" },
  },
  {
    name: "no more undecided cards than she wants",
    serves: ["T6", "rule 6"],
    file: cards,
    snippet: "if (limits.atOnce > 0 && (await store.undecided()) >= limits.atOnce) return none;",
    instead: "",
    held: { by: [shown], named: "the next card is the oldest" },
  },
  {
    name: "no more suggestions an hour than one person may make",
    serves: ["T6"],
    file: "src/flows/suggest-article.ts",
    snippet: "if (crowd) return refuse(crowd);",
    instead: "",
    held: { by: ["test/flows/suggest-article.test.ts"], named: "the number per person and hour is kept" },
  },
  {
    name: "a link that may not be read is not taken in",
    serves: ["T8", "rule 9"],
    file: "src/flows/suggest-article.ts",
    snippet: 'if (refusal) return refuse({ kind: "refused", why: refusal });',
    instead: "",
    held: { by: ["test/flows/suggest-article.test.ts"], named: "of a link that may not be read" },
  },
  {
    name: "a decision on what has changed is made anew",
    serves: ["T34", "rule 2"],
    file: deciding,
    snippet: 'if (committed.kind === "done") return',
    instead: 'if (committed.kind !== "taken") return',
    held: { by: [decided], named: "made anew from new facts" },
  },
  {
    name: "a delivery taken before is not decided again",
    serves: ["T34", "rule 2"],
    file: deciding,
    snippet: 'committed.kind === "taken" ? { kind: "taken" } : null',
    instead: "null",
    held: { by: [decided], named: "on a delivery that was taken before" },
  },
  {
    name: "many at once keep the number per person and hour",
    serves: ["T6"],
    file: "src/db/commit.ts",
    snippet: "tables.suggestions.by(ref.person, ref.from).length < ref.fewerThan",
    instead: "true",
    held: {
      by: ["test/flows/suggest-article.test.ts"],
      named: "is kept by many that come in the same moment",
    },
  },
  {
    name: "those who must decide again do so one after another",
    serves: ["T34", "rule 5"],
    file: deciding,
    snippet: "?? inTurn(store, () => again(store, decide))",
    instead: "?? again(store, decide)",
    held: { by: ["test/flows/second-suggestion.test.ts"], named: "of a dozen colleagues in the same moment" },
  },
  {
    name: "only she is told of words that she left unposted",
    serves: ["rule 7"],
    file: "src/flows/left-unposted.ts",
    snippet: "if (!mayDecide(desk, presser)) return nothing;",
    instead: "",
    held: { by: ["test/flows/remind.test.ts"], named: "are nobody else's" },
  },
  {
    name: "a reminder of what is settled is not said",
    serves: ["rule 5"],
    file: "src/flows/remind.ts",
    snippet: "if (!isStillTrue(reminder, await reminderFacts(reminder, store), at))",
    instead: "if (desk === null)",
    held: { by: ["test/flows/remind.test.ts"], named: "is not said of a post that was stopped" },
  },
] as const satisfies readonly Defence[];
