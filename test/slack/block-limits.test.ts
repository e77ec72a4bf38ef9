import { describe, expect, test } from "vitest";
import { advices } from "../../src/core/advice.js";
import type { Article, LinkRefusal, Unreadable } from "../../src/core/article.js";
import type { NoticeId, PostId, SlackChannelId, XPostId } from "../../src/core/ids.js";
import { type NoticeAbout, pauseEnds } from "../../src/core/notice.js";
import { type Part, postStates } from "../../src/core/post.js";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import type { Profile } from "../../src/core/profile.js";
import { noSettings } from "../../src/core/settings.js";
import {
  declineReasons,
  postRefusals,
  type Suggestion,
  suggestionStates,
} from "../../src/core/suggestion.js";
import { weekAt } from "../../src/core/week.js";
import type { PostWhole } from "../../src/flows/ports.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import type { Words } from "../../src/i18n/words.js";
import { checkBlocks } from "../../src/sandbox/slack/block-kit/check-blocks.js";
import { checkView } from "../../src/sandbox/slack/block-kit/check-view.js";
import { adviceView } from "../../src/slack/blocks/advice-view.js";
import type { Rendered } from "../../src/slack/blocks/block-parts.js";
import { card } from "../../src/slack/blocks/card.js";
import { concernNotice } from "../../src/slack/blocks/concern-notice.js";
import { corporate } from "../../src/slack/blocks/corporate.js";
import type { HerDesk } from "../../src/slack/blocks/her-desk.js";
import { herSummary } from "../../src/slack/blocks/her-summary.js";
import { type HomeFacts, home } from "../../src/slack/blocks/home.js";
import { pageOf } from "../../src/slack/blocks/home-page.js";
import { suggesterNews, teamNews } from "../../src/slack/blocks/news.js";
import { notice } from "../../src/slack/blocks/notice.js";
import { pauseChoices, pausedBlocks } from "../../src/slack/blocks/pause-blocks.js";
import { type LineKind, postLine } from "../../src/slack/blocks/post-lines.js";
import { profileView } from "../../src/slack/blocks/profile-view.js";
import { settingsView } from "../../src/slack/blocks/settings-view.js";
import { blankFields, type SuggestPurpose, suggestView } from "../../src/slack/blocks/suggest-view.js";
import { summary } from "../../src/slack/blocks/summary.js";
import { undecidedReminder } from "../../src/slack/blocks/undecided-reminder.js";
import { privately } from "../../src/slack/private-answer.js";
import {
  aCard,
  aConcern,
  aDesk,
  anApproval,
  aPart,
  aPost,
  aRevision,
  aSecond,
  aSuggestion,
  morning,
  newId,
} from "../db/builders.js";

// Every text as long as it can come, of characters that are two units, and look like markup.
const long = (units: number) => "<&🌞*_`>".repeat(Math.ceil(units / 9)).slice(0, units);
const link = `https://journal.example/${"a".repeat(1976)}`;
const article: Article = {
  title: long(1000),
  site: long(1000),
  author: long(1000),
  publishedAt: morning,
  language: "fr",
  description: long(1000),
  picture: `https://journal.example/${"p".repeat(2976)}`,
  canonicalLink: null,
};
const longest = {
  link,
  article,
  note: long(1000),
  reproach: long(1000),
  subject: long(75),
  urgency: "this_week",
  seconds: 100,
  declineNote: long(500),
} as const;
const seconds = Array.from({ length: 100 }, () => aSecond({ note: long(1000) }));
const concerns = [null, morning].flatMap((seenAt) =>
  Array.from({ length: 10 }, () => aConcern({ reason: long(1000), seenAt })),
);
const desk = aDesk({ account: { id: aDesk().account?.id ?? ("1" as never), handle: "a".repeat(15) } });
const draft = long(3000);
const hours = { kind: "weekly", days: [1, 3, 5, 7], from: 1, to: 1439 } as const;
const handedTo = { channel: "C0COMPANY" as SlackChannelId, unheard: true };
const offers = { next: morning, corporate: true, behind: 5_000 };

const many = Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(75, "&"));
const longestProfile: Profile = {
  subjects: many,
  notSubjects: many.map((each) => each.replace("&", "<")),
  tone: long(300),
  neverAnswer: long(1000),
  challenge: "plenty",
  reproach: long(1000),
  answeredAt: morning,
};

const refusals: LinkRefusal[] = [
  "not_a_web_address",
  "too_long",
  "credentials_in_link",
  "port_not_allowed",
  "private_address",
  "secret_link",
];
const setbacks: Suggestion["setback"][] = [
  null,
  { kind: "cancelled" },
  { kind: "missed" },
  { kind: "lapsed" },
  { kind: "absent" },
  { kind: "restored" },
  { kind: "concern" },
  ...postRefusals.map((refusal) => ({
    kind: "refused" as const,
    refusal,
    detail: long(300),
    liftsAt: morning,
  })),
];
const unreadable: Unreadable[] = ["not_found", "too_slow", "too_many_redirects", "not_html", "empty_page"];

const lineKinds: LineKind[] = [
  "card_line",
  "card_asking",
  "card_down",
  "team_line",
  "team_asking",
  "team_down",
];
const notices: NoticeAbout[] = [
  { kind: "former_executive", cancelled: 0 },
  { kind: "new_executive", cancelled: 1 },
  { kind: "new_account", handle: "camille", cancelled: 2 },
  { kind: "old_database", cancelled: 1000 },
  { kind: "wrong_clock", seconds: -86_400 },
  { kind: "profile_offer" },
  ...[null, morning].flatMap((until) =>
    [null, ...pauseEnds].map(
      (ended) => ({ kind: "paused", until, cards: 5_000, ended, overdue: [] }) as const,
    ),
  ),
];

/** A suggestion in every state and with everything that can befall it. */
function everySuggestion(): Suggestion[] {
  const of = (given: Partial<Suggestion>) => aSuggestion({ ...longest, ...given });
  return [
    ...suggestionStates.map((state) => of({ state })),
    ...setbacks.map((setback) => of({ state: "shown", setback, shownAt: morning })),
    ...unreadable.map((why) => of({ state: "shown", article: null, unreadable: why })),
    ...refusals.map((refusal) => of({ state: "rejected", refusal, article: null })),
    ...declineReasons.map((declineReason) => of({ state: "declined", declineReason })),
    of({ state: "declined", declineNote: null }),
    of({ state: "shown", article: null, note: "", concernAt: morning }),
    of({ state: "waiting", snoozedUntil: morning }),
    of({ state: "handed_over", handedNote: long(500) }),
    of({ state: "shown", insistsOn: newId(), concernAt: morning, setback: { kind: "concern" } }),
  ];
}

const xPostId = "1999999999999999999" as XPostId;
const everyPart: Partial<Part>[] = [
  { xPostId },
  { xPostId: null },
  { xPostId, state: "published", otherText: draft },
  { xPostId, state: "published", takingDownAt: morning, detail: long(300) },
  { xPostId, state: "taking_down", takingDownAt: morning },
  { xPostId, state: "taken_down", takingDownAt: morning, takenDownAt: morning },
];

/** Its newest post in every state, looked for or not, with X's id and without. */
function everyPost(suggestion: Suggestion): (PostWhole | null)[] {
  const revision = aRevision(suggestion, { text: draft });
  const approvals = (["approve", "schedule"] as const).map((act) =>
    anApproval(revision, aCard(suggestion), { act }),
  );
  return [
    null,
    ...approvals.flatMap((approval) =>
      postStates.flatMap((state) =>
        everyPart.map((given, looks) => {
          const post = aPost(approval, { state, looks });
          const { keyId, seal, ...agreed } = approval;
          return { post, parts: [aPart(post, approval, given)], approval: { agreed, keyId, seal } };
        }),
      ),
    ),
  ];
}

function within({ text, blocks }: Rendered): void {
  expect(checkBlocks("message", blocks, null)).toEqual([]);
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(40_000);
}

/** A card is under twelve blocks, whatever befalls it. */
function inTwelve(drawn: Rendered): void {
  within(drawn);
  expect(drawn.blocks.length).toBeLessThan(12);
}

/** Her desk with hundreds in each list, open at this page of each. */
function herDeskOf(some: readonly Suggestion[], page: number): HerDesk {
  const all = some.flatMap((suggestion) => Array.from({ length: 10 }, () => suggestion));
  const card = `https://a.slack.com/archives/D0EXEC/p${"1".repeat(16)}`;
  const on = all.map((suggestion) => ({ suggestion, card }));
  return {
    kind: "executive",
    pages: { shown: page, scheduled: page, snoozed: page, line: page, posted: page },
    shown: pageOf(on, page),
    scheduled: pageOf(
      on.map((each) => ({ ...each, postId: newId<PostId>(), at: morning })),
      page,
    ),
    snoozed: pageOf(on, page),
    line: pageOf(all, page),
    posted: pageOf(
      all.map((suggestion, n) => ({
        suggestion,
        at: morning,
        xPostId: n % 2 === 0 ? xPostId : null,
        takenDown: n % 3 === 0,
      })),
      page,
    ),
    pause: newId<NoticeId>(),
    trend: {
      posts: Array.from({ length: 10 }, () => ({
        post: newId<PostId>(),
        at: morning,
        kind: "rewritten" as const,
        share: 0.9,
      })),
      direction: "less_hers",
    },
    head: page === 0 ? null : { seq: 1_234_567, hash: "h".repeat(43) },
  };
}

describe.each([
  ["English", en],
  ["French", fr],
])("in %s, with the longest texts, Slack takes", (_, words: Words) => {
  test("every card, every news to the suggester and to the team", () => {
    let drawn = 0;
    for (const suggestion of everySuggestion())
      for (const latest of suggestion.state === "approved" ? everyPost(suggestion) : [null])
        for (const picture of ["with_picture", "without_picture"] as const) {
          const facts = { desk, suggestion, latest, words, picture, seconds, concerns, offers, handedTo };
          const sources = latest ? (["team"] as const) : (["headline", "team", "executive"] as const);
          for (const source of sources)
            inTwelve(card({ ...facts, revision: aRevision(suggestion, { text: draft, source }) }));
          const short = { ...facts, revision: aRevision(suggestion, { text: "Short." }) };
          inTwelve(card(short));
          within(undecidedReminder(suggestion, words));
          within(corporate({ ...suggestion, teamDraft: long(3000) }, desk, words, picture));
          inTwelve(card({ ...short, desk: { ...desk, account: null } }));
          for (const place of [null, 1, 12])
            for (const into of [null, { suggestion, latest }]) {
              within(suggesterNews({ ...facts, place, into }));
              within(teamNews({ ...facts, place, into }));
            }
          drawn += 1;
        }
    expect(drawn).toBeGreaterThan(100);
  });
  test("every concern, whatever has become of what it is about", () => {
    for (const suggestion of everySuggestion())
      for (const given of [{}, { seenAt: morning }, { withdrawnAt: morning }]) {
        const concern = aConcern({ reason: long(1000), ...given });
        within(concernNotice({ concern, suggestion, words }));
      }
  });
  test("every line below a card", () => {
    for (const whole of everyPost(aSuggestion(longest)))
      for (const kind of lineKinds) {
        const drawn = whole && postLine(kind, whole, { desk, words }, "1.1");
        if (drawn) within(drawn);
      }
  });
  test.each(notices)("the notice %o, while it stands and when it is over", (about) => {
    const told = { id: newId<NoticeId>(), version: 1, deskId: desk.id, at: morning, about };
    for (const count of [0, 1, 16, 500]) {
      const held = Array.from({ length: count }, (_, n) =>
        aSuggestion(n % 2 === 0 ? longest : { kind: "own", link: "" }),
      );
      const posts = held.map((suggestion) => ({ suggestion, at: morning }));
      for (const endedAt of [null, morning])
        within(notice({ ...told, endedAt }, desk, words, { cards: count, posts, overdue: held }));
    }
  });
  test.each([0, 1, 2, 15, 16, 500])("a summary of %i of each", (count) => {
    const suggestions = Array.from({ length: count }, () => aSuggestion(longest));
    const facts = {
      suggested: suggestions,
      declined: suggestions,
      waiting: suggestions,
      posted: suggestions.map((suggestion, n) => ({
        suggestion,
        xPostId: n % 2 === 0 ? ("1999999999999999999" as XPostId) : null,
        at: morning,
        takenDown: n % 3 === 0,
      })),
    };
    const week = weekAt(morning, desk.homeZone);
    const heading = words.news.summary.running;
    const head = { seq: 1_234_567, hash: "h".repeat(43) };
    const drawn = summary(week, facts, { desk, words, heading, head });
    within(drawn);
    if (count > 15) expect(JSON.stringify(drawn.blocks)).toContain(words.news.summary.more(count - 15));
  });
  test.each([1, 2, 20, 21, 500])("her weekly message of %i that expired, brought back or not", (count) => {
    for (const state of ["expired", "shown"] as const) {
      const offered = Array.from({ length: count }, () => aSuggestion({ ...longest, state }));
      const drawn = herSummary(offered, desk, words);
      if (!drawn) throw new Error("nothing was drawn");
      within(drawn);
      const told = JSON.stringify(drawn.blocks);
      expect(told.includes('"still_want_it"')).toBe(state === "expired");
      const ids = offered.map(({ id }) => id).filter((id) => told.includes(`"value":"${id}"`));
      if (state === "expired") expect(ids).toEqual(offered.slice(-20).map(({ id }) => id));
      if (count > 20) expect(told).toContain(words.expiry.offer.more(count - 20));
    }
  });
  test("the form of her settings, as it comes and with the longest of each", () => {
    const most = Array.from({ length: 12 }, (_, hour) => hour * 60);
    const usual = { atOnce: 1_000_000, perDay: 1_000_000, hours: parsePostingHours("always") ?? hours };
    const full = { ...noSettings, cardsAtOnce: 9999, apartMinutes: 9999, slots: most, remindMinutes: 9999 };
    for (const settings of [noSettings, full, { ...full, hours: "Mon,Wed,Fri,Sun 08:00-24:00" }])
      for (const limits of [usual, { ...usual, hours }])
        expect(checkView("modal", { ...settingsView(settings, limits, words) }, null)).toEqual([]);
  });
  test("«How social can you be?», and every advice at once", () => {
    for (const profile of [null, longestProfile])
      for (const subjects of [[], many])
        expect(
          checkView("modal", { ...profileView({ ...desk, profile, subjects }, { hours }, words) }, null),
        ).toEqual([]);
    expect(checkView("modal", { ...adviceView(advices, words) }, null)).toEqual([]);
  });
  test("what her Home says of a pause", () => {
    const told = newId<NoticeId>();
    const ends = [null, morning].flatMap((pausedUntil) =>
      pausedBlocks({ ...desk, pausedUntil }, told, words),
    );
    const view = { type: "home", blocks: [...pauseChoices(words), ...ends] };
    expect(checkView("home", view, null)).toEqual([]);
  });
  test("App Home of everyone", () => {
    const suggestions = everySuggestion();
    const mine = suggestions.flatMap((suggestion) =>
      everyPost(suggestion).map((latest, place) => ({ suggestion, latest, place })),
    );
    const posted = suggestions.map((suggestion, n) => {
      const standing = { xPostId: n % 2 === 0 ? xPostId : null, takenDown: n % 3 === 0 };
      return { suggestion, at: morning, ...standing };
    });
    const all: HomeFacts[] = [
      ...[0, 3, 10_000].map((page) => herDeskOf(suggestions, page)),
      herDeskOf([], 0),
      { kind: "member", mine, line: suggestions, waiting: 5_000, posted },
      { kind: "member", mine: [], line: [], waiting: 0, posted: [] },
      { kind: "other", channel: "<#C0TEAM>" },
    ];
    for (const facts of all)
      for (const at of [desk, { ...desk, account: null }])
        for (const stops of [{}, { paused: true }, { frozen: "old_database" as const }]) {
          const drawn = home(facts, { ...at, ...stops }, words);
          expect(checkView("home", { ...drawn }, null)).toEqual([]);
          expect(drawn.blocks.length).toBeLessThanOrEqual(100);
          expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(250_000);
        }
  });
  test("the form, and a private answer that gives back all that was typed", () => {
    const full = {
      link: `https://a.example/${"a".repeat(5_000)}`,
      note: "👩".repeat(5_000),
      reproach: "👩".repeat(5_000),
      subject: "👩".repeat(37),
      urgency: "today" as const,
      draft: `${long(4_990)}\u202E${"\u200B👩".repeat(40)}`,
    };
    const subjects = Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(75, "&"));
    const purposes: SuggestPurpose[] = [
      { kind: "new" },
      ...everySuggestion().flatMap((suggestion) => [
        { kind: "insist" as const, suggestion, decided: long(3_000) },
        { kind: "edit" as const, suggestion },
      ]),
    ];
    for (const purpose of purposes)
      for (const fields of [blankFields, full])
        for (const desk of [
          { ...aDesk(), subjects: [] },
          { ...aDesk(), subjects },
          {
            ...aDesk(),
            subjects,
            profile: longestProfile,
            settings: { ...noSettings, hours: "Mon 0:00-1:00" },
          },
        ])
          for (const refused of [false, true])
            expect(
              checkView("modal", { ...suggestView({ purpose, fields, desk, words, refused }) }, null),
            ).toEqual([]);
    const typed = { label: words.answers.youTyped, text: long(8000) };
    const answer = privately(words.answers.twoLinks, typed);
    expect(checkBlocks("message", answer.blocks, null)).toEqual([]);
    const given = answer.blocks.slice(2).map((block) => (block.type === "section" ? block.text?.text : ""));
    expect(given.join("")).toBe(typed.text);
  });
});

describe("outside text stays text", () => {
  test("nothing of an article, a note or a draft is ever read as markup", () => {
    const trap = "<!channel> <@U0NADIA> *x* <https://evil.example|click>";
    const suggestion = aSuggestion({
      state: "declined",
      article: { ...article, title: trap, site: trap, author: trap, description: trap, picture: null },
      note: trap,
      reproach: trap,
      subject: trap,
      declineNote: trap,
    });
    const others = { seconds: [aSecond({ note: trap })], concerns: [aConcern({ reason: trap })] };
    const drawing = { desk, suggestion, latest: null, words: en, picture: "with_picture" } as const;
    const facts = { ...drawing, ...others, offers, handedTo: null, place: null, into: null };
    for (const drawn of [
      card({ ...facts, revision: aRevision(suggestion, { text: trap }) }),
      suggesterNews(facts),
      teamNews(facts),
      concernNotice({ ...facts, concern: aConcern({ reason: trap }) }),
    ]) {
      expect(drawn.text).not.toMatch(/<!channel>|<https|<@U0NADIA> \*x/);
      expect(drawn.text).toContain("&lt;!channel&gt;");
      expect(markupIn(drawn.blocks).filter((text) => /channel>|evil|\*x\*/.test(text))).toEqual([]);
    }
  });
});

/** Every text of these blocks that Slack reads as markup. */
function markupIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== "object" || value === null) return [];
  const { type, text, ...rest } = value as { type?: string; text?: unknown };
  return [...(type === "mrkdwn" ? [String(text)] : markupIn(text)), ...Object.values(rest).flatMap(markupIn)];
}
