import type { Defence } from "./defence.js";

const publishing = "src/flows/publish-due.ts";
const due = "test/flows/publish-due.test.ts";
const guards = "test/flows/publish-guards.test.ts";
const held = "test/flows/held-posts.test.ts";
const again = "test/flows/words-sent-before.test.ts";

const guard = (name: string, serves: Defence["serves"], snippet: string, instead: string, named: string) =>
  ({
    name,
    serves,
    file: publishing,
    snippet,
    instead,
    held: { by: [guards], named: `checked again:.*${named}` },
  }) as const satisfies Defence;

/** From a time that has come to the one call to X. */
export const theCall = [
  guard(
    "the seal is checked at the call",
    ["T3", "T25", "rule 1"],
    "unseal(approval.agreed, approval, ring)",
    "{ ...approval.agreed, keyId: approval.keyId, seal: approval.seal }",
    "the seal itself",
  ),
  guard(
    "at the call it is still her approval",
    ["T36", "rule 3"],
    "sealed.approvedBy !== desk.executiveId || ",
    "",
    "with another executive on the desk",
  ),
  guard(
    "at the call it is still this workspace's approval",
    ["T9", "rule 3"],
    " || sealed.teamId !== desk.teamId",
    "",
    "in another workspace",
  ),
  guard(
    "at the call it is still for this X account",
    ["T36", "rule 1"],
    "sealed.accountId !== desk.account?.id || ",
    "",
    "(another|no) account",
  ),
  guard(
    "the time of the post is the time approved",
    ["T25", "rule 4"],
    " || sealed.postAt !== post.postAt",
    "",
    "the time of the post",
  ),
  guard(
    "the wording still has the digest approved",
    ["T3", "T25", "rule 1"],
    "return revisionDigest(revision) === sealed.revisionDigest ? sealed : null;",
    "return sealed;",
    "the suggestion of the revision",
  ),
  {
    ...guard(
      "the wording still is the text approved",
      ["T3", "T25", "rule 1"],
      "if (!revision || revision.text !== sealed.text) return null;",
      "if (!revision) return null;",
      "the words of the revision",
    ),
    coveredBy: "the wording still has the digest approved",
  },
  guard(
    "the part is the text approved",
    ["T3", "T25", "rule 1"],
    " || part.text !== approval.text",
    "",
    "the text of the part",
  ),
  guard(
    "the desk may not change between the check and the commit",
    ["T36", "rule 4"],
    '{ table: "desk", id: desk.id, version: desk.version },',
    "",
    "a desk that changes between",
  ),
  {
    name: "only a scheduled post is begun",
    serves: ["rule 2"],
    file: publishing,
    snippet: 'if (whole?.post.state !== "scheduled") return nothing;',
    instead: "if (!whole) return nothing;",
    held: { by: ["test/flows/one-after-another.test.ts"], named: "cancelled while the one before it" },
  },
  {
    name: "an overdue post is missed, not begun",
    serves: ["rule 4"],
    file: publishing,
    snippet: "if (at > whole.post.postAt + latestMs) {",
    instead: "if (at < 0) {",
    held: { by: [due], named: "later than that it is missed" },
  },
  {
    name: "ten minutes hold at the call itself",
    serves: ["rule 4"],
    file: publishing,
    snippet: 'if (needs.now() > post.postAt + latestMs) return notSent("too late");',
    instead: "",
    held: { by: [due], named: "where Slack took so long" },
  },
  {
    name: "paused, nothing is posted",
    serves: ["rule 4"],
    file: publishing,
    snippet: "if (desk.paused || desk.frozen !== null || held",
    instead: "if (desk.frozen !== null || held",
    held: { by: [due], named: "stopped .*paused" },
  },
  {
    name: "frozen, nothing is posted",
    serves: ["T27"],
    file: publishing,
    snippet: "desk.frozen !== null || held)",
    instead: "held)",
    held: { by: [due], named: "stopped .*frozen" },
  },
  {
    name: "in trouble, nothing is begun",
    serves: ["T21", "T27", "T30"],
    file: publishing,
    snippet: "desk.frozen !== null || held)",
    instead: "desk.frozen !== null)",
    held: { by: [held], named: "waits as it was" },
  },
  {
    name: "a trouble that comes before the call keeps it back",
    serves: ["T21", "T30", "rule 2"],
    file: publishing,
    snippet: "return held ? notSent(held) : needs.publish(",
    instead: "return needs.publish(",
    held: { by: [held], named: "between her card's" },
  },
  {
    name: "before her direct message is read not even «missed» is said",
    serves: ["T27"],
    file: publishing,
    snippet: 'if (held === "witness_unread") return nothing;',
    instead: "",
    held: { by: [held], named: "not even «missed»" },
  },
  {
    name: "the intent is committed before the call",
    serves: ["rule 2"],
    file: publishing,
    snippet: "await commitDecision<Begun>(needs.store, () => begin(id, needs));",
    instead: '{ kind: "settled", answer: (await begin(id, needs)).answer } as const;',
    held: { by: [due], named: "the intent is committed" },
  },
  {
    name: "her card says «Posting…» before the call",
    serves: ["T27", "rule 2"],
    file: publishing,
    snippet: 'if (!(await needs.showNow("card", post.suggestionId))) return notSent(',
    instead: 'if ((await needs.showNow("card", post.suggestionId)) === null) return notSent(',
    held: { by: [due], named: "without her card there is no call" },
  },
  {
    name: "words that may stand there already are looked for first",
    serves: ["T32", "rule 2"],
    file: publishing,
    snippet: "if (before !== null) {",
    instead: "if (before === 0) {",
    held: { by: [again], named: "found there, they are not sent" },
  },
  {
    name: "an answer heard is kept until it is written down",
    serves: ["rule 2", "rule 5"],
    file: publishing,
    snippet: "needs.answers.set(postId, answer);",
    instead: "",
    held: { by: ["test/flows/answers-heard.test.ts"], named: "could not be written down" },
  },
  {
    name: "the one door to X compares the part with the approval",
    serves: ["T3", "rule 1"],
    file: "src/x/publish-to-x.ts",
    snippet: "if (part.text !== approval.text) throw",
    instead: 'if (part.text === "") throw',
    held: { by: ["test/x/publish-to-x.test.ts"], named: "that was not approved, before anything" },
  },
  {
    name: "a lane never runs twice at a time",
    serves: ["rule 2"],
    file: "src/clock/lane.ts",
    snippet: "if (running) again = true;",
    instead: "if (running === undefined) again = true;",
    held: { by: ["test/clock/lane.test.ts"], named: "(asked for while it runs|that asks for itself)" },
  },
] as const satisfies readonly Defence[];
