import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { advices } from "../../src/core/advice.js";
import { cardChoices, snoozes } from "../../src/core/card-choice.js";
import { pauseUntils } from "../../src/core/pause-until.js";
import { challenges } from "../../src/core/profile.js";
import { declineReasons, urgencies } from "../../src/core/suggestion.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { wordsFor } from "../../src/i18n/words-for.js";

type Node = { readonly [key: string]: unknown };

/** Every word by its path, «card.reasons.not_me». */
function leaves(node: Node, under = ""): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]) => {
    const path = under === "" ? key : `${under}.${key}`;
    return typeof value === "object" && value !== null
      ? leaves(value as Node, path)
      : [[path, value] as const];
  }) as [string, unknown][];
}

/** Everything a word can say: functions are called with arguments of each kind, unions with each of their members. */
function sayings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "function") return [];
  const say = value as (...given: unknown[]) => unknown;
  const codes = [
    "duplicate",
    "too_long",
    "access_doubted",
    "not_connected",
    "suspended",
    "no_credit",
    "rate_limited",
    "forbidden",
    "invalid",
  ];
  const links = [
    "not_a_web_address",
    "credentials_in_link",
    "port_not_allowed",
    "private_address",
    "secret_link",
  ];
  const pages = ["not_found", "no_such_host", "unreachable", "too_slow", "too_large", "too_many_redirects"];
  const more = [
    "not_html",
    "not_allowed",
    "server_error",
    "empty_page",
    "empty",
    "hidden_characters",
    "look_alikes",
  ];
  const all = [...codes, ...links, ...pages, ...more, "cancelled", "missed", "absent", ...declineReasons];
  const some = all.flatMap((code) => [say(code, code, code, code), say("X", code, "X", "X")]);
  const numbers = [0, 1, 2, 21].map((n) => say(n, n, n, n));
  return [...some, ...numbers].map(String).filter((text) => !text.includes("undefined"));
}

const english = leaves({ ...en, dates: {} });
const french = leaves({ ...fr, dates: {} });

describe("both languages", () => {
  test("have the same keys, with words or with arguments alike", () => {
    const shape = (all: [string, unknown][]) =>
      all
        .map(([path, value]) => `${path}: ${typeof value === "function" ? value.length : typeof value}`)
        .sort();
    expect(shape(french)).toEqual(shape(english));
    expect(english.length).toBeGreaterThan(120);
  });
  test("say something for every key, and different things", () => {
    const inFrench = new Map(french);
    const alike = english.filter(([path, value]) => inFrench.get(path) === value).map(([path]) => path);
    expect(alike).toEqual(["forms.answerTitle", "news.home.title"]);
    for (const [path, value] of [...english, ...french]) {
      const said = sayings(value);
      expect(said.length, path).toBeGreaterThan(0);
      for (const text of said) expect(text.trim(), path).not.toBe("");
    }
  });
  test.each([
    ["fr-FR", "fr"],
    ["fr-CA", "fr"],
    ["FR", "fr"],
    ["en-US", "en"],
    ["de-DE", "en"],
    ["", "en"],
  ])("a reader whose Slack speaks «%s» reads %s", (locale, language) => {
    expect(wordsFor(locale).language).toBe(language);
  });
});

describe("no word is kept that nobody says", () => {
  const source = filesUnder(new URL("../../src/", import.meta.url).pathname)
    .filter((path) => !path.includes("/i18n/") && !path.includes("/sandbox/"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const code = withoutStrings(source);
  /** Looked up by a value of the core's, not by name. */
  const byValue = [
    "card.reasons",
    "card.setback",
    "answers.textProblem",
    "forms.suggest.urgencies",
    "team.urgency",
    "team.home.states",
    "pause.choose",
    "pause.press",
    "settings.languages",
    "desk.menu",
    "desk.snoozeMenu",
    "profile.challenges",
    "profile.advice",
    "own.measured.kinds",
    "own.measured.direction",
  ];

  test("every key is named in the source", () => {
    const unused = english
      .map(([path]) => path)
      .filter((path) => !byValue.some((group) => path.startsWith(`${group}.`)))
      .filter((path) => !new RegExp(`\\b${path.split(".").at(-1)}\\b`).test(code));
    expect(unused).toEqual([]);
  });
  test("what is looked up by value has exactly the core's values", () => {
    expect(Object.keys(en.card.reasons).sort()).toEqual([...declineReasons].sort());
    expect(Object.keys(en.forms.suggest.urgencies).sort()).toEqual([...urgencies].sort());
    expect(Object.keys(en.pause.choose)).toEqual([...pauseUntils]);
    expect(Object.keys(en.profile.challenges)).toEqual([...challenges]);
    expect(Object.keys(en.profile.advice)).toEqual([...advices]);
    expect(Object.keys(en.pause.press)).toEqual([...pauseUntils]);
    expect(Object.keys(en.desk.menu).sort()).toEqual([...cardChoices].sort());
    expect(Object.keys(en.desk.snoozeMenu).sort()).toEqual([...snoozes].sort());
    for (const group of byValue) expect(source).toContain(`.${group.split(".").at(-1)}`);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}
function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}

describe("French is written as the French write it", () => {
  /** Without Slack's `:emoji_codes:` and what stands in backquotes. */
  const bare = (text: string) => text.replace(/:[a-z_]+:/g, "").replace(/`[^`]*`/g, "");
  const said = french.flatMap(([path, value]) => sayings(value).map((text) => [path, bare(text)] as const));

  test("an unbreakable space stands before ; : ! ? » and after «", () => {
    expect(said.filter(([, text]) => / [;:!?»]|« /.test(text))).toEqual([]);
    expect(
      said.filter(([, text]) => /[^\s\u00a0\u202f:/][;!?»](?=\s|$)|«[^\u00a0\u202f]/.test(text)),
    ).toEqual([]);
  });
  test("apostrophes are curled", () => {
    expect(said.filter(([, text]) => text.includes("'"))).toEqual([]);
  });
  test("thousands are not split at a line's end", () => {
    expect(said.filter(([, text]) => /\d \d{3}/.test(text))).toEqual([]);
  });
});

describe.each([
  ["English", en],
  ["French", fr],
])("in %s", (_, words) => {
  test("titles and buttons of forms have at most 24 characters", () => {
    const { forms } = words;
    const { concernForm, withdrawForm } = words.team;
    const { insist, edit } = words.suggesting;
    const { suggest, rewrite, confirm, altered, concern, schedule, reason } = forms;
    const own = [suggest, insist, edit, rewrite, confirm, altered, concern, schedule, reason];
    const titles = [words.profile, words.settings, concernForm, withdrawForm, ...own];
    const all = [forms.cancel, forms.answerTitle, ...titles.flatMap(({ title, submit }) => [title, submit])];
    expect(all.filter((text) => text.length > 24)).toEqual([]);
  });
  test("buttons have at most 75 characters", () => {
    const {
      approve,
      rewrite,
      schedule,
      decline,
      cancel,
      openPost,
      itAppeared,
      itDidNot,
      lookAgain,
      addReason,
      takeBack,
      reasons,
    } = words.card;
    const all = [
      approve,
      rewrite,
      schedule,
      decline,
      cancel,
      openPost,
      itAppeared,
      itDidNot,
      lookAgain,
      addReason,
      takeBack,
    ];
    expect([...all, ...Object.values(reasons)].filter((text) => text.length > 75)).toEqual([]);
  });
  test("dates follow the reader's language and the desk's zone", () => {
    const at = Date.parse("2026-11-24T07:00:05Z");
    const { day, dayAndTime, clock, time } = words.dates;
    const paris = [day, dayAndTime, clock, time].map((write) => write(at, "Europe/Paris"));
    expect(paris).toEqual(
      words.language === "fr"
        ? ["24 novembre 2026", "mardi 24 novembre, 08:00", "08:00:05", "08:00"]
        : ["24 November 2026", "Tuesday 24 November, 08:00", "08:00:05", "08:00"],
    );
    expect(dayAndTime(at, "America/Los_Angeles")).toContain("23");
    expect(time(Date.parse("2026-11-24T23:00:00Z"), "Europe/Paris")).toBe("00:00");
  });
});
