import type { Defence } from "./defence.js";

const outcome = "src/flows/record-outcome.ts";
const finding = "src/flows/find-on-timeline.ts";
const settling = "src/flows/settle-unknown.ts";
const takingDown = "src/flows/take-down.ts";
const due = "test/flows/publish-due.test.ts";
const settled = "test/flows/settle-unknown.test.ts";
const again = "test/flows/words-sent-before.test.ts";
const down = "test/flows/take-down.test.ts";
const pressed = "test/flows/undo.test.ts";

/** After the call: what X said, what nobody knows, and taking a post down again. */
export const whatCameOfIt = [
  {
    name: "what proves nothing is not sent again",
    serves: ["T32", "rule 2"],
    file: outcome,
    snippet: 'case "unknown":\n      return unknown(answer.detail);',
    instead: 'case "unknown":\n      return again(at + tryAgainMs);',
    held: { by: [due], named: "unknown: it asks" },
  },
  {
    name: "a rate limit is waited out within the ten minutes only",
    serves: ["rule 4"],
    file: outcome,
    snippet: "answer.resetsAt !== null && answer.resetsAt <= whole.post.postAt + latestMs",
    instead: "answer.resetsAt !== null",
    held: { by: [due], named: "rate limited, lifting later" },
  },
  {
    name: "a duplicate of words sent before is asked about",
    serves: ["T32", "rule 2"],
    file: outcome,
    snippet: 'return answer.refusal === "duplicate" &&',
    instead: "return at === 0 &&",
    held: { by: [again], named: "of words sent before without an answer" },
  },
  {
    name: "other words than were sent raise an alarm",
    serves: ["T33", "rule 1"],
    file: outcome,
    snippet: "const otherText = storedAsSent(",
    instead: "const otherText = true || storedAsSent(",
    held: { by: ["test/flows/other-text.test.ts"], named: "other words: they are kept" },
  },
  {
    name: "a post found interrupted is asked about, not sent again",
    serves: ["rule 2"],
    file: "src/flows/recover-interrupted.ts",
    snippet: 'heard ?? { kind: "unknown",',
    instead: 'heard ?? { kind: "not_sent",',
    held: { by: ["test/flows/publish-guards.test.ts"], named: "finds the post, asks" },
  },
  {
    name: "an answer this process heard is written down, not asked about",
    serves: ["rule 5"],
    file: "src/flows/recover-interrupted.ts",
    snippet: "needs.answers.get(post.id);",
    instead: "needs.answers.get(post.approvalId as never);",
    held: { by: ["test/flows/answers-heard.test.ts"], named: "could not be written down" },
  },
  {
    name: "words an older database may have forgotten count as sent before",
    serves: ["T27", "rule 2"],
    file: "src/flows/earlier-attempts.ts",
    snippet: "const forgotten = frozenAt !== null &&",
    instead: "const forgotten = frozenAt === 0 &&",
    held: { by: [again], named: "are looked for since they were suggested" },
  },
  {
    name: "another post of ours is not taken for it",
    serves: ["T32", "rule 2"],
    file: finding,
    snippet: "like.find(({ id }) => !posted.some(({ xPostId }) => xPostId === id));",
    instead: "like[0];",
    held: { by: [settled], named: "known to be another of ours" },
  },
  {
    name: "a post from before the attempt is not taken for it",
    serves: ["T32", "rule 2"],
    file: finding,
    snippet: "post.at >= since && ",
    instead: "",
    held: { by: [settled], named: "an identical post from before" },
  },
  {
    name: "a post with other words is not taken for it",
    serves: ["T32", "rule 2"],
    file: finding,
    snippet: " && sameText(sought.text, post.text)",
    instead: "",
    held: { by: [settled], named: "other posts" },
  },
  {
    name: "what was looked for is settled only as it was then",
    serves: ["rule 2", "rule 5"],
    file: settling,
    snippet: "if (now?.post.version !== post.version) return",
    instead: "if (now === undefined) return",
    held: { by: [settled], named: "counts when it comes while" },
  },
  {
    name: "only what is asked about is answered",
    serves: ["T34", "rule 5"],
    file: settling,
    snippet: 'if (whole?.post.state !== "asking" || !part) return',
    instead: "if (!whole || !part) return",
    held: { by: [settled], named: "comes too late once it is settled" },
  },
  {
    name: "only what stands on X is taken down",
    serves: ["rule 5"],
    file: takingDown,
    snippet: 'if (whole?.post.state !== "done" || part?.state !== "published") return',
    instead: "if (!whole || !part) return",
    held: { by: [pressed], named: "her press on «Take it down» counts once" },
  },
  {
    name: "nothing is taken down without the id X gave it",
    serves: ["rule 2"],
    file: takingDown,
    snippet: 'if (part.xPostId === null) return refuse({ kind: "no_link" });',
    instead: "",
    held: { by: [pressed], named: "on a post that only she saw" },
  },
  {
    name: "nothing is taken down from another account",
    serves: ["T36"],
    file: takingDown,
    snippet:
      'if (whole.approval.agreed.accountId !== desk.account?.id) return refuse({ kind: "other_account" });',
    instead: "",
    held: { by: [pressed], named: "on a post of another account" },
  },
  {
    name: "a press on «Take it down» is taken once",
    serves: ["T34"],
    file: takingDown,
    snippet: "handled: press.delivery,",
    instead: "",
    held: { by: [pressed], named: "her press on «Take it down» counts once" },
  },
  {
    name: "taking down is tried for ten minutes, no longer",
    serves: ["rule 5"],
    file: takingDown,
    snippet: " && at + tryAgainMs <= (part.takingDownAt ?? at) + latestMs",
    instead: "",
    held: { by: [down], named: "for ten minutes from her press" },
  },
] as const satisfies readonly Defence[];
