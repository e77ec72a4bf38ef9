import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/core/article.js";
import { headlineDraft } from "../../src/core/headline-draft.js";
import { fits } from "../../src/core/text-weight.js";

const link = "https://journal.example/article";
function anArticle(given: Partial<Article> = {}): Article {
  return {
    title: "Grids under strain",
    site: "The Journal",
    author: null,
    publishedAt: null,
    language: "en",
    description: null,
    picture: null,
    canonicalLink: null,
    ...given,
  };
}

describe("a draft nobody has written", () => {
  test("is the quoted headline, its source and the link", () => {
    expect(headlineDraft(anArticle(), link)).toBe(`“Grids under strain” (The Journal)\n${link}`);
  });
  test.each(["fr", "fr-FR", "FR-ca"])("quotes as the French do in %s", (language) => {
    const article = anArticle({ title: "Réseaux", site: "Le Journal", language });
    expect(headlineDraft(article, link)).toBe(`«\u00a0Réseaux\u00a0» (Le Journal)\n${link}`);
  });
  test("gives a quotation inside the headline the other marks", () => {
    const french = anArticle({
      title: "«\u00a0Réparer d’abord\u00a0»\u00a0: le choix",
      site: "Le Journal",
      language: "fr",
    });
    expect(headlineDraft(french, link)).toBe(
      `«\u00a0“Réparer d’abord”\u00a0: le choix\u00a0» (Le Journal)\n${link}`,
    );
    expect(headlineDraft(anArticle({ title: "“Repair first”: a choice" }), link)).toBe(
      `“‘Repair first’: a choice” (The Journal)\n${link}`,
    );
  });
  test("does not name a source that is only the host of the link", () => {
    const article = anArticle({ site: "journal.example" });
    expect(headlineDraft(article, link)).toBe(`“Grids under strain”\n${link}`);
    expect(headlineDraft(article, link.replace("//", "//www."))).toMatch(/^“Grids under strain”\n/);
  });
  test("is the link alone when nothing could be read", () => {
    expect(headlineDraft(null, link)).toBe(link);
  });
  test("cuts a headline too long for one post at a word, and says so", () => {
    const title = Array.from({ length: 80 }, (_, n) => `word${n}`).join(" ");
    const draft = headlineDraft(anArticle({ title }), link);
    expect(draft).toMatch(/^“word0 .* word\d+…” \(The Journal\)\nhttps:\/\/journal\.example\/article$/);
    expect(fits(draft)).toBe(true);
    const kept = draft.slice(1, draft.indexOf("…"));
    expect(title.startsWith(`${kept} `)).toBe(true);
    const oneWordMore = title.slice(0, title.indexOf(" ", kept.length + 1));
    expect(fits(`“${oneWordMore}…” (The Journal)\n${link}`)).toBe(false);
  });
  test("is the link alone when not even one word fits beside it", () => {
    expect(headlineDraft(anArticle({ title: "w".repeat(400) }), link)).toBe(link);
    expect(headlineDraft(anArticle({ site: "s".repeat(400) }), link)).toBe(link);
  });
  test("fits one post whatever the article says, and ends with the link byte for byte", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(text, text, (title, site) => {
        const draft = headlineDraft(anArticle({ title, site }), link);
        expect(fits(draft)).toBe(true);
        expect(draft.endsWith(link)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
