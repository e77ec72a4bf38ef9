import { expect, test } from "vitest";
import { isArticleName, leadsToSection } from "../../src/core/article-name.js";

test.each([
  ["le-titre", true],
  ["story.html", true],
  ["2026", true],
  ["news", false],
  ["", false],
])("«%s» looks like an article's own name: %s", (segment, looks) => {
  expect(isArticleName(segment)).toBe(looks);
});

test.each([
  ["https://a.example", true],
  ["https://a.example/", true],
  ["https://a.example/news/", true],
  ["https://a.example/news/europe/", true],
  ["https://a.example/story", false],
  ["https://a.example/news/a-story/", false],
  ["https://a.example/2026/11/", false],
  ["https://a.example/?p=12", false],
  ["no address", false],
])("%s leads to a section: %s", (link, leads) => {
  expect(leadsToSection(link)).toBe(leads);
});
