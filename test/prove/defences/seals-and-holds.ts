import type { Defence } from "./defence.js";

const approval = "test/core/approval.test.ts";
const trouble = "test/core/trouble.test.ts";

/** Takes one field out of what the seal is made over. */
const sealCovers = (field: string, what: string) =>
  ({
    name: `the seal covers ${what}`,
    serves: ["T3", "T25", "rule 1"],
    file: "src/core/approval.ts",
    snippet: `    agreed.${field},\n`,
    instead: "",
    held: { by: [approval], named: "covers every field" },
  }) as const satisfies Defence;

/** Makes one trouble keep nothing back. */
const holds = (trouble_: string, rule: string, named: string, threat: Defence["serves"]) =>
  ({
    name: `a post is held while ${named}`,
    serves: threat,
    file: "src/core/trouble.ts",
    snippet: `${trouble_}: ${rule},`,
    instead: `${trouble_}: false,`,
    held: { by: [trouble], named: "what keeps an approved post back" },
  }) as const satisfies Defence;

/** The seal over an approval, the digest of a wording, the arrows, and what keeps a post back. */
export const sealsAndHolds = [
  {
    name: "an approval whose seal does not hold is none",
    serves: ["T3", "T25", "rule 1"],
    file: "src/core/approval.ts",
    snippet: "if (expected.length !== found.length || !timingSafeEqual(expected, found)) return null;",
    instead: "",
    held: { by: [approval], named: "refuses the seal" },
  },
  sealCovers("text", "the text"),
  sealCovers("media", "the pictures"),
  sealCovers("postAt", "the time"),
  sealCovers("accountId", "the X account"),
  sealCovers("approvedBy", "who approved"),
  sealCovers("teamId", "the workspace"),
  sealCovers("cardTs", "the card that was pressed on"),
  sealCovers("revisionDigest", "the digest of the wording"),
  {
    name: "the digest of a wording covers its text",
    serves: ["T2", "T3", "rule 1"],
    file: "src/core/revision.ts",
    snippet: "wording.suggestionId, wording.text, wording.media",
    instead: "wording.suggestionId, wording.media",
    held: { by: ["test/core/revision.test.ts"], named: "differs for every other spelling" },
  },
  {
    name: "the digest of a wording covers its suggestion and pictures",
    serves: ["T2", "T3", "rule 1"],
    file: "src/core/revision.ts",
    snippet: "wording.suggestionId, wording.text, wording.media]",
    instead: "wording.text]",
    held: { by: ["test/core/revision.test.ts"], named: "differs for another suggestion" },
  },
  {
    name: "states move along the arrows only",
    serves: ["rule 2"],
    file: "src/core/transitions.ts",
    snippet: "if (!mayStep(arrows, from, to)) throw",
    instead: "if (from === null) throw",
    held: { by: ["test/core/transitions.test.ts"], named: "goes along the arrows only" },
  },
  {
    name: "late is more than ten minutes",
    serves: ["rule 4"],
    file: "src/core/post.ts",
    snippet: "export const latestMs = 10 * 60_000;",
    instead: "export const latestMs = 60 * 60_000;",
    held: { by: ["test/flows/publish-due.test.ts"], named: "later than that it is missed" },
  },
  holds("witness_unread", "true", "her direct message is unread", ["T27"]),
  holds("disk", "true", "the disk fails", ["rule 2"]),
  holds("wrong_clock", "waitsForATime(agreed)", "the clock is wrong", ["T30"]),
  holds("unheard", "agreed.postAt > agreed.approvedAt", "she cannot be heard cancelling", ["T21"]),
] as const satisfies readonly Defence[];
