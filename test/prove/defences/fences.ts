import type { Defence, Promised } from "./defence.js";

const words = "test/db/fence-words.test.ts";
const approvals = "test/db/fence-approvals.test.ts";
const posts = "test/db/fence-posts.test.ts";
const heads = "test/db/fence-heads.test.ts";
const team = "test/db/fence-team.test.ts";
const executive = "test/db/fence-executive.test.ts";

type Fence = readonly [sentence: string, by: string, named: string, trigger?: string];

/** Triggers that stand and refuse nothing. */
function toothless(
  file: string,
  serves: readonly [Promised, ...Promised[]],
  fences: readonly Fence[],
): readonly Defence[] {
  return fences.map(([sentence, by, named, trigger]) => {
    const refuses = `BEGIN SELECT RAISE(ABORT, 'fence: ${sentence}'); END;`;
    const [snippet, instead] = trigger
      ? [`CREATE TRIGGER ${trigger}\n${refuses}`, `CREATE TRIGGER ${trigger}\nBEGIN SELECT 1; END;`]
      : [refuses, "BEGIN SELECT 1; END;"];
    const name = `fence: ${sentence}${trigger ? ` (${trigger.split(" ")[0]})` : ""}`;
    return { name, serves, file, snippet, instead, held: { by: [by], named } };
  });
}

const first = "drizzle/0001_fences.sql";
const arrows = "the table of states is changed by a migration only";
const shut = "the table of states is shut";
const taken = "a delivery that was taken stays taken";

/** Every trigger of the database that refuses something. */
export const fences: readonly Defence[] = [
  ...toothless(
    first,
    ["T2", "T25", "rule 1"],
    [
      ["already there: a suggestion is never replaced", words, "a suggestion is never replaced"],
      ["a suggestion is never deleted", words, "a suggestion is never deleted"],
      ["a suggestion does not go from that state to this one", words, "a suggestion moves along"],
      ["a suggestion with a live post stays approved", words, "a suggestion stays approved"],
      ["already there: a revision is never replaced", words, "a revision is never replaced"],
      ["a revision never changes", words, "a revision never changes"],
      ["a revision is never deleted", words, "a revision is never deleted"],
    ],
  ),
  ...toothless(
    first,
    ["T1", "T3", "T18", "rule 3"],
    [
      [
        "already there: an approval is never replaced, and one press makes one",
        approvals,
        "an approval stays it is never replaced",
      ],
      ["an approval never changes", approvals, "an approval stays it never changes"],
      ["an approval is never deleted", approvals, "an approval stays it is never deleted"],
      ["only the executive of the desk approves", approvals, "an approval is hers not by a team member"],
      [
        "an approval is for the X account of the desk",
        approvals,
        "an approval is hers not for another X account",
      ],
      [
        "only the newest revision of its suggestion is approved",
        approvals,
        "not of a revision that a newer one",
      ],
      [
        "an approval carries exactly the words, pictures and digest of its revision",
        approvals,
        "not with (one letter more|a picture|another digest)",
      ],
      ["only a suggestion that stands before her is approved", approvals, "not while it is"],
      [
        "the card pressed on is the card that was recorded",
        approvals,
        "not from a card that was never recorded",
      ],
    ],
  ),
  ...toothless(
    first,
    ["T3", "T25", "rule 2"],
    [
      [
        "already there: one post per approval, one live post per suggestion",
        posts,
        "at most one (one post|one live post)",
      ],
      ["a post exists only through an approval, at the time approved", posts, "not at another time than"],
      ["a post is made for a suggestion as it stands approved", posts, "not once the suggestion"],
      ["a post begins as scheduled", posts, "it is never born"],
      ["the approval, suggestion and time of a post never change", posts, "its time never changes"],
      ["a post is never deleted", posts, "a post stays what was approved it is never deleted"],
      [
        "a post does not go from that state to this one",
        posts,
        "a post stays what was approved it moves along",
      ],
      ["already there: a part is never replaced", posts, "a part is what goes out it is never replaced"],
      ["a part is exactly the words of its approval", posts, "its words are those approved"],
      ["a part begins as pending", posts, "it begins as pending"],
      ["the words of a part never change", posts, "its words, place and post never change"],
      ["a part is never deleted", posts, "a part is what goes out it is never deleted"],
      ["a part does not go from that state to this one", posts, "a part is what goes out it moves along"],
      ["a part is published only while its post is running", posts, "it is published only while"],
      ["the id X gave to a part never changes", posts, "the id X gave it never changes"],
    ],
  ),
  ...toothless(
    first,
    ["T34", "rule 2"],
    [
      ["already there: a delivery is taken once", words, "a delivery stays taken"],
      [taken, words, "a delivery stays taken", "handled_update BEFORE UPDATE ON handled"],
      [taken, words, "a delivery stays taken", "handled_delete BEFORE DELETE ON handled"],
      [arrows, words, shut, "arrows_insert BEFORE INSERT ON arrows"],
      [arrows, words, shut, "arrows_update BEFORE UPDATE ON arrows"],
      [arrows, words, shut, "arrows_delete BEFORE DELETE ON arrows"],
    ],
  ),
  ...toothless(
    first,
    ["T25", "T26"],
    [
      ["the record grows at its end only", words, "the record grows at its end only"],
      ["a line of the record never changes", words, "a line of the record never"],
      ["a line of the record is never deleted", words, "a line of the record never"],
    ],
  ),
  ...toothless(
    "drizzle/0003_trust_fences.sql",
    ["T25", "T26", "T27"],
    [
      ["the record has one end", heads, "the end of the record"],
      ["the end of the record moves forward only, to a line that stands", heads, "the end of the record"],
      ["the end of the record is never forgotten", heads, "the end of the record"],
      ["already there: the head of a week is told once", heads, "the head of a week"],
      ["the head of a week is a line of the record", heads, "the head of a week"],
      ["the head of a week never changes", heads, "the head of a week"],
      ["the head of a week is never deleted", heads, "the head of a week"],
    ],
  ),
  ...toothless(
    "drizzle/0003_trust_fences.sql",
    ["rule 2", "rule 3"],
    [
      [
        "a part is taken down by the id X gave it, from the moment she pressed",
        posts,
        "it is taken down by the id",
      ],
    ],
  ),
  ...toothless(
    "drizzle/0005_team_fences.sql",
    ["T22", "T25", "rule 6"],
    [
      ["already there: one second per suggestion and person", team, "a second is one per"],
      ["a second is a colleague''s, never the suggester''s own", team, "a second is (never the|named by)"],
      ["who seconded what never changes", team, "a second keeps its"],
      ["a second is taken back, never deleted", team, "a second is never deleted"],
      ["what was merged names the suggestion it went into", team, "names the suggestion it went into"],
      ["what a suggestion insists on never changes", team, "insists on the same for good"],
      ["already there: one insists once", team, "is insisted on once"],
      ["the desk stands still once at a time", team, "a standstill is one at a time"],
      ["a standstill ends once", team, "a standstill ends once"],
      ["a standstill is never deleted", team, "a standstill is never deleted"],
    ],
  ),
  ...toothless(
    "drizzle/0005_team_fences.sql",
    ["T25", "rule 3"],
    [
      ["already there: a concern is never replaced", team, "a concern is never replaced"],
      [
        "a concern is seen once and withdrawn once, and its words never change",
        team,
        "a concern (keeps its|once told)",
      ],
      ["a concern is withdrawn, never deleted", team, "a concern is never deleted"],
      ["a concern stands until she has seen it or it is withdrawn", team, "stands in the way until"],
      [
        "nothing is approved past a concern that she has not seen",
        team,
        "she has not seen lets nothing be approved",
      ],
      ["nothing is sent past a concern that she has not seen", team, "she has not seen lets nothing be sent"],
    ],
  ),
  ...toothless(
    "drizzle/0008_executive_fences.sql",
    ["T1", "T25", "rule 3"],
    [
      ["a suggestion begins before she has seen it", words, "a suggestion is never born"],
      ["the link of a suggestion and who suggested it never change", words, "a suggestion keeps its"],
      ["words of her own are the executive''s, and about no link", executive, "words of her own are never"],
      ["nothing is approved while the desk stands still", executive, "lets nothing be approved"],
      ["nothing is sent while the desk stands still", executive, "lets nothing be sent"],
    ],
  ),
  ...toothless(
    "drizzle/0008_executive_fences.sql",
    ["T25", "rule 6"],
    [
      ["only what waits is put off", executive, "only what waits is put off"],
      ["already there: nobody is reminded twice", executive, "a reminder is one of its kind"],
      ["a reminder is done once", executive, "a reminder (keeps its|is done once)"],
      ["a reminder is done, never deleted", executive, "a reminder is done once, and never deleted"],
    ],
  ),
];
