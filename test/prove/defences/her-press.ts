import type { Defence } from "./defence.js";

const approving = "src/flows/approve.ts";
const place = "src/flows/card-place.ts";
const refused = "test/flows/refused-presses.test.ts";
const forged = "test/slack/forged-presses.test.ts";
const resuming = "test/slack/undo-and-resume.test.ts";
const anotherTime = "test/flows/another-time.test.ts";
const altered = "test/flows/altered-card.test.ts";

/** What every flow that decides asks first. */
const hers = (what: string, flow: string, snippet: string, held: Defence["held"]) =>
  ({
    name: `only she ${what}`,
    serves: ["T1", "T9", "rule 3"],
    file: `src/flows/${flow}.ts`,
    snippet,
    instead: snippet.replace(/!mayDecide\([^)]*\)/, "false"),
    held,
  }) as const satisfies Defence;

const otherwise = 'if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });';

/** From a press in Slack to a sealed approval. */
export const herPress = [
  hers("approves", "approve", "if (!mayDecide(desk, presser)) {", {
    by: [refused],
    named: "nothing is taken: (approve|rewrite|schedule)$",
  }),
  hers("declines", "decline", "if (!mayDecide(desk, press.presser)) {", {
    by: [refused],
    named: "nothing is taken: decline$",
  }),
  hers("keeps a wording of her own", "keep-wording", "if (!mayDecide(desk, presser)) {", {
    by: [refused],
    named: "nothing is taken: a wording to keep",
  }),
  hers("cancels", "cancel", "if (!mayDecide(desk, press.presser)) {", {
    by: [refused],
    named: "nothing is taken: cancel",
  }),
  hers("takes a decline back", "after-declining", otherwise, {
    by: [refused],
    named: "nothing is taken: take back",
  }),
  hers("says whether it appeared", "settle-unknown", otherwise, {
    by: [refused],
    named: "nothing is taken: answers to",
  }),
  hers("takes a post down", "take-down", otherwise, {
    by: ["test/flows/undo.test.ts"],
    named: "her press on «Take it down»",
  }),
  hers("resumes after a standstill", "resume", otherwise, {
    by: ["test/flows/resume.test.ts"],
    named: "«Resume» pressed by anybody else",
  }),
  hers("sets her desk", "keep-settings", "if (!mayDecide(desk, press.presser)) {", {
    by: ["test/flows/keep-settings.test.ts"],
    named: "handed in by anybody else",
  }),
  hers("answers for herself", "keep-profile", "if (!mayDecide(desk, press.presser)) {", {
    by: ["test/flows/profile.test.ts"],
    named: "is hers alone",
  }),
  {
    name: "suggesters see her subjects, tone and hours, and nothing else she answered",
    serves: ["rule 7"],
    file: "src/slack/blocks/her-wishes.ts",
    snippet: "const seen = seenByTeam(desk);",
    instead:
      "const seen = seenByTeam(desk) && { ...seenByTeam(desk), ...desk.profile, hours: null, tone: desk.profile?.reproach ?? '', subjects: [], notSubjects: [] };",
    held: { by: ["test/slack/her-wishes.test.ts"], named: "nothing else of hers stands" },
  },
  hers("pauses", "pause", otherwise, {
    by: ["test/flows/pause.test.ts"],
    named: "her pause by anybody else",
  }),
  {
    name: "what became due in a pause is not sent after it by itself",
    serves: ["rule 4"],
    file: "src/flows/go-on.ts",
    snippet: ".filter(({ post }) => post.postAt <= at)",
    instead: ".filter(({ post }) => post.postAt < 0)",
    held: { by: ["test/flows/pause.test.ts"], named: "sends nothing late" },
  },
  {
    name: "a pause ends by itself only when its time is over",
    serves: ["rule 4"],
    file: "src/flows/go-on.ts",
    snippet: "desk.pausedUntil === null || at < desk.pausedUntil",
    instead: "desk.pausedUntil === null",
    held: { by: ["test/flows/pause.test.ts"], named: "by itself when its time is over" },
  },
  {
    name: "what the former executive chose and said of herself is nobody else's",
    serves: ["T5", "rule 7"],
    file: "src/flows/open-desk.ts",
    snippet: "...(before && before.executiveId !== facts.executiveId ? unsaid : {}),",
    instead: "",
    held: { by: ["test/flows/pause.test.ts"], named: "another executive begins without" },
  },
  {
    name: "only what stands before her is approved",
    serves: ["T36", "rule 5"],
    file: approving,
    snippet: ': suggestion?.state === "shown";',
    instead: ": suggestion !== null;",
    held: { by: ["test/flows/approve.test.ts"], named: "a second press changes nothing" },
  },
  {
    name: "only a post that still waits gives its place to another",
    serves: ["rule 2", "rule 5"],
    file: approving,
    snippet: 'return post?.state === "scheduled" ? post : null;',
    instead: "return post ?? null;",
    held: { by: [anotherTime], named: "is not moved once it is" },
  },
  {
    name: "a press moves the post of its own card alone",
    serves: ["rule 3"],
    file: approving,
    snippet: "replaced?.suggestionId === suggestion?.id",
    instead: "replaced !== null",
    held: { by: [anotherTime], named: "that names the post of another card" },
  },
  {
    name: "the post that gave its place goes out no more",
    serves: ["rule 2"],
    file: "src/flows/approved-change.ts",
    snippet: "const ended: Row[] = replaced",
    instead: "const ended: Row[] = replaced && false",
    held: { by: [anotherTime], named: "ends, and another takes its place" },
  },
  {
    name: "the message pressed on is the card recorded",
    serves: ["T18", "T36", "rule 3"],
    file: place,
    snippet: "if (!card || card.channel !== place.channel || card.ts !== place.ts) return null;",
    instead: "if (!card) return null;",
    held: {
      by: ["test/flows/rewrite.test.ts", refused],
      named: "not the recorded card.*(is refused|in her own)",
    },
  },
  {
    name: "the digest on the button is the newest wording's",
    serves: ["T2", "rule 1"],
    file: place,
    snippet: " && newest.digest === press.key.digest",
    instead: "",
    held: { by: [refused], named: "another digest is refused" },
  },
  {
    name: "the wording on the button is the newest",
    serves: ["T2", "T36", "rule 1"],
    file: place,
    snippet: "newest && newest.id === press.key.revisionId &&",
    instead: "newest &&",
    held: { by: [refused], named: "an older revision is refused, also with the same words" },
  },
  {
    name: "the account the card named is the one connected",
    serves: ["T36", "rule 1"],
    file: approving,
    snippet: "if (press.key.accountId !== desk.account.id) return redraw();",
    instead: "",
    held: { by: [refused], named: "named another account" },
  },
  {
    name: "a card that does not come back as it was drawn is shown once more",
    serves: ["T19", "rule 1"],
    file: approving,
    snippet: 'drawn ? null : "altered_card"',
    instead: "null",
    held: { by: [altered], named: "approves nothing: other words or buttons" },
  },
  {
    name: "a card of which Slack showed nothing proves nothing",
    serves: ["T19", "rule 1"],
    file: approving,
    snippet: "card?.returnedDigest != null &&",
    instead: "card !== null &&",
    held: { by: [altered], named: "two unknowns are not the same" },
  },
  {
    name: "paused, nothing is approved",
    serves: ["rule 4"],
    file: approving,
    snippet: "if (desk.paused || frozen) return",
    instead: "if (frozen) return",
    held: { by: [refused], named: "with a reason of its own stopped" },
  },
  {
    name: "frozen, nothing is approved",
    serves: ["T27"],
    file: approving,
    snippet: "if (desk.paused || frozen) return",
    instead: "if (desk.paused) return",
    held: { by: [refused], named: "with a reason of its own stopped" },
  },
  {
    name: "a text X would not take, or with hidden characters, is not approved",
    serves: ["T4", "rule 8"],
    file: approving,
    snippet: 'if (problem) return { answer: { kind: "text", problem }, change: null };',
    instead: "",
    held: { by: [refused], named: "with hidden characters, is not approved" },
  },
  {
    name: "no time in the past is approved",
    serves: ["rule 4"],
    file: "src/core/time-problem.ts",
    snippet: 'if (postAt <= now) return "past";',
    instead: "",
    held: { by: ["test/flows/schedule.test.ts"], named: "a time she chose" },
  },
  {
    name: "no time too far away is approved",
    serves: ["rule 4"],
    file: "src/core/time-problem.ts",
    snippet: 'return postAt > now + farthestMs ? "too_far" : null;',
    instead: "return null;",
    held: { by: ["test/flows/schedule.test.ts"], named: "a time she chose" },
  },
  {
    name: "an approval is of the desk as it was read",
    serves: ["T36", "rule 4"],
    file: "src/flows/approved-change.ts",
    snippet: 'expect: [{ table: "desk", id: desk.id, version: desk.version }],',
    instead: "expect: [],",
    held: { by: ["test/flows/one-after-another.test.ts"], named: "between her press and its commit" },
  },
  {
    name: "a press on approve is taken once",
    serves: ["T34", "rule 2"],
    file: approving,
    snippet: "? [delivery, seen.once] : delivery;",
    instead: "? [seen.once] : undefined;",
    held: { by: ["test/flows/approve.test.ts"], named: "the same delivery twice is taken once" },
  },
  {
    name: "a form approves only the words that stood in it",
    serves: ["T19", "rule 1"],
    file: approving,
    snippet: "(ownText !== null || seen.words === shown.text)",
    instead: "true",
    held: { by: [forged], named: "a form with other words in it" },
  },
  {
    name: "a form is accepted once",
    serves: ["T34", "rule 2"],
    file: approving,
    snippet: "? [delivery, seen.once] : delivery;",
    instead: "? delivery : delivery;",
    held: { by: [forged], named: "a form that was accepted" },
  },
  {
    name: "the button of an earlier standstill ends no later one",
    serves: ["T27", "T34"],
    file: "src/flows/resume.ts",
    snippet: "if (!over.some(({ id }) => id === press.notice))",
    instead: "if (over.length === 0)",
    held: { by: [resuming], named: "of an earlier standstill lifts no later one" },
  },
  {
    name: "«Resume» counts on the recorded notice alone",
    serves: ["T19", "T27"],
    file: "src/slack/resume-button.ts",
    snippet: 'await offItsMessage(body, { kind: "notice", subject: notice }, needs);',
    instead: 'null as "stale" | null;',
    held: { by: [resuming], named: "is no press of hers and lifts nothing" },
  },
  {
    name: "what is attached to a card is part of what it says",
    serves: ["T19", "rule 1"],
    file: "src/slack/blocks/pressed-blocks.ts",
    snippet: "Array.isArray(attachments) && attachments.length > 0 ? [attachments] : []",
    instead: "attachments === null ? [attachments] : []",
    held: { by: ["test/slack/pressed-blocks.test.ts"], named: "attach" },
  },
  {
    name: "a decline is taken back within ten minutes only",
    serves: ["rule 5"],
    file: "src/flows/after-declining.ts",
    snippet: " && now <= suggestion.decidedAt + takeBackMs",
    instead: "",
    held: { by: ["test/flows/decline.test.ts"], named: "after 10 minutes it is too late" },
  },
  {
    name: "what has begun is not cancelled",
    serves: ["rule 2", "rule 5"],
    file: "src/flows/cancel.ts",
    snippet: 'if (whole?.post.state !== "scheduled" || !suggestion) {',
    instead: "if (!whole || !suggestion) {",
    held: { by: ["test/flows/schedule.test.ts"], named: "is too late once it is out" },
  },
  {
    name: "the button pressed stands on the card with what it carries",
    serves: ["T18", "T19", "rule 1"],
    file: "src/slack/seen-digest.ts",
    snippet: "offers(message, button) ? pressedDigest(message) : null",
    instead: "pressedDigest(message)",
    held: { by: ["test/slack/seen-digest.test.ts"], named: "the button pressed does not stand there" },
  },
] as const satisfies readonly Defence[];
