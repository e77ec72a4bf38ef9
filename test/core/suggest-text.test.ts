import { describe, expect, test } from "vitest";
import { longestLink, longestNote, readSuggestText, unescapeSlack } from "../../src/core/suggest-text.js";

const suggested = (link: string, note = "") => ({ kind: "suggest", link, note });
const bad = (why: string) => ({ kind: "bad", why });

describe("what stands after /suggest", () => {
  test.each([
    ["nothing: the form", "", { kind: "form" }],
    ["white space only: the form", "  \n ", { kind: "form" }],
    ["help", " Help ", { kind: "help" }],
    ["summary", "SUMMARY", { kind: "summary" }],
    ["subjects", " Subjects ", { kind: "subjects", list: "" }],
    ["a list of subjects", "subjects R&amp;D, Work", { kind: "subjects", list: "R&D, Work" }],
    ["a note that begins so", "subjects: https://a.example", suggested("https://a.example", "subjects:")],
    [
      "a word that begins so, and a link",
      "subjects https://a.example",
      suggested("https://a.example", "subjects"),
    ],
    ["a link", "https://a.example/x", suggested("https://a.example/x")],
    ["a link and why", "https://a.example/x her market", suggested("https://a.example/x", "her market")],
    ["why and a link", "her market: https://a.example/x", suggested("https://a.example/x", "her market:")],
    ["a link in capitals", "HTTPS://A.example/X", suggested("HTTPS://A.example/X")],
    [
      "an address inside a note that is not a link",
      "https://a.example see b.example",
      suggested("https://a.example", "see b.example"),
    ],
    ["help within a sentence", "https://a.example help", suggested("https://a.example", "help")],
  ])("%s", (_, text, read) => {
    expect(readSuggestText(text)).toEqual(read);
  });
  test("a note keeps its accents, emoji and lines", () => {
    const note = "C’est l’été 🌞\nd’après «\u00a0elle\u00a0»";
    expect(readSuggestText(`https://a.example ${note}`)).toEqual(suggested("https://a.example", note));
  });
});

describe("a link in a sentence is the link, without what surrounds it", () => {
  const link = "https://a.example/x";
  test.each([
    ["a comma", `${link}, it matters`, suggested(link, "it matters")],
    ["a full stop", `see ${link}.`, suggested(link, "see")],
    ["three dots", `${link}... and more`, suggested(link, "and more")],
    ["quotation marks", `“${link}” says it`, suggested(link, "says it")],
    ["French ones", `«\u00a0${link}\u00a0»`, suggested(link)],
    ["brackets", `her market (${link})`, suggested(link, "her market")],
    ["stars and dashes of markup", `*${link}* _${link.replace("x", "y")}_`, bad("two_links")],
    ["stars", `*${link}*`, suggested(link)],
    ["brackets of its own", "https://a.example/x_(y)", suggested("https://a.example/x_(y)")],
    ["a dash of its own", "https://a.example/x_", suggested("https://a.example/x_")],
    ["a sign spelled out at its end", "https://a.example/?q=&amp;", suggested("https://a.example/?q=&")],
    ["an end that Slack names", "<https://a.example/Yes!> now", suggested("https://a.example/Yes!", "now")],
  ])("%s", (_, text, read) => {
    expect(readSuggestText(text)).toEqual(read);
  });
});

describe("Slack's own spellings of what was typed are undone", () => {
  test.each([
    ["<link>", "<https://a.example/x> now", suggested("https://a.example/x", "now")],
    ["<link|label>", "<https://a.example/x|a.example/x> now", suggested("https://a.example/x", "now")],
    [
      "a label with words in it",
      "<https://a.example/x|read this> now",
      suggested("https://a.example/x", "now"),
    ],
    ["a link that Slack made of a bare host", "<http://a.example|a.example>", suggested("http://a.example")],
    ["&amp; in a link", "<https://a.example/?a=1&amp;b=2>", suggested("https://a.example/?a=1&b=2")],
    ["entities in a note", "https://a.example R&amp;D &lt;3", suggested("https://a.example", "R&D <3")],
    ["an entity that was typed as one", "https://a.example &amp;lt;", suggested("https://a.example", "&lt;")],
    [
      "punctuation right behind a marked link",
      "<https://a.example/x>, now",
      suggested("https://a.example/x", ", now"),
    ],
  ])("%s", (_, text, read) => {
    expect(readSuggestText(text)).toEqual(read);
  });
  test("each entity once", () => {
    expect(unescapeSlack("&amp;amp; &amp;lt; &lt;&gt;&quot;")).toBe("&amp; &lt; <>&quot;");
  });
});

describe("bad input is told apart", () => {
  test.each([
    ["words without a link", "read this one", "no_link"],
    ["two links", "https://a.example https://b.example", "two_links"],
    ["two marked links with nothing between", "<https://a.example><https://b.example>", "two_links"],
    ["the same link twice", "https://a.example https://a.example", "two_links"],
    ["another scheme", "ftp://a.example/x", "not_a_web_address"],
    ["a script", "javascript:alert(1)", "not_a_web_address"],
    ["a scheme alone", "https://", "not_a_web_address"],
    ["a host without a scheme", "www.lemonde.fr/article why not", "not_a_web_address"],
    ["a bare host", "lemonde.fr", "not_a_web_address"],
    ["a link too long", `https://a.example/${"x".repeat(longestLink)}`, "link_too_long"],
    ["a note too long", `https://a.example ${"x".repeat(longestNote + 1)}`, "note_too_long"],
  ])("%s", (_, text, why) => {
    expect(readSuggestText(text)).toEqual(bad(why));
  });
  test("the longest link and the longest note are taken", () => {
    const link = `https://a.example/${"x".repeat(longestLink - 18)}`;
    const note = "x".repeat(longestNote);
    expect(link).toHaveLength(longestLink);
    expect(readSuggestText(`${link} ${note}`)).toEqual(suggested(link, note));
  });
  test("what counts is what was typed, not its entities", () => {
    const note = "&".repeat(longestNote);
    const text = `https://a.example ${note.replaceAll("&", "&amp;")}`;
    expect(readSuggestText(text)).toEqual(suggested("https://a.example", note));
  });
});
