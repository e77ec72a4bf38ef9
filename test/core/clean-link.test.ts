import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLink } from "../../src/core/clean-link.js";

const SAME: Record<string, readonly string[]> = {
  "an article of Le Monde": [
    "https://www.lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "http://www.lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "https://lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "https://WWW.LeMonde.FR:443/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "https://www.lemonde.fr./pixels/article/2026/11/12/le-titre_6123456_4408996.html?utm_source=x&utm_medium=social",
    "https://www.lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html#xtor=AL-32280270",
    "https://www.lemonde.fr/amp/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "https://amp.lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html?xtor=RSS-3208&fbclid=IwAR0",
    "https://www.google.fr/amp/s/www.lemonde.fr/amp/pixels/article/2026/11/12/le-titre_6123456_4408996.html",
    "https://www-lemonde-fr.cdn.ampproject.org/c/s/www.lemonde.fr/pixels/article/2026/11/12/le-titre_6123456_4408996.html?usqp=mq",
  ],
  "a video": [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ?si=abc&t=30",
    "https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=43s",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
  ],
  "a page and its file": ["https://a.example/x/", "https://a.example/x", "https://a.example/x/index.html"],
  "a post on X": [
    "https://x.com/someone/status/1234567890",
    "https://twitter.com/Someone/status/1234567890?s=20&t=abc",
    "https://mobile.twitter.com/someone/status/1234567890/photo/1",
    "https://x.com/i/web/status/1234567890",
  ],
  "a path in any spelling": [
    "https://example.com/caf%C3%A9/été",
    "https://example.com/caf%c3%a9/%C3%A9t%C3%A9",
    "https://example.com/café/e\u0301te\u0301/",
  ],
  "an international name": [
    "https://bücher.example/a",
    "https://xn--bcher-kva.example/a",
    "https://BÜCHER.example/a",
  ],
  "parameters in any order": [
    "https://example.com/?b=2&a=1+1&gclid=1",
    "https://example.com?a=1%201&&b=2&mc_eid=zz",
    "https://m.example.com/?utm_campaign=x&a=1+1&b=2#top",
  ],
  "an AMP page": [
    "https://example.com/2026/11/some-story",
    "https://example.com/2026/11/some-story/amp/",
    "https://example.com/2026/11/some-story.amp",
    "https://example.com/2026/11/some-story/?amp=1",
    "https://example.com/2026/11/some-story?outputType=amp&ref=newsletter",
  ],
  "a page of Wikipedia": [
    "https://fr.wikipedia.org/wiki/Paris",
    "https://fr.m.wikipedia.org/wiki/Paris#Histoire",
    "https://fr.wikipedia.org/wiki/Paris?wprov=sfla1#:~:text=Paris",
  ],
  "a link on its way out of another site": [
    "https://example.com/2026/11/some-story",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.com%2F2026%2F11%2Fsome-story&usg=x",
    "https://www.google.fr/url?q=https://example.com/2026/11/some-story",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F2026%2F11%2Fsome-story%3Ffbclid%3Dx&h=y",
    "https://touch.example.com/2026/11/some-story?utm_source=x",
    "https://example.com/2026/11/some-story?utm_source=x&amp;utm_medium=y&amp;fbclid=z",
    "https://example.com/platform/amp/2026/11/some-story",
    "https://example.com/2026/11/some-story?srsltid=a&gad_source=1",
  ],
};

const ALL_DIFFERENT = [
  "https://example.com/",
  "https://example.com/a",
  "https://example.com/A",
  "https://example.com/a?id=1",
  "https://example.com/a?id=2",
  "https://example.com/a?id=1&page=2",
  "https://example.com/a?x=1&x=2",
  "https://example.com/a?x=2&x=1",
  "https://example.com/a?ref=1234",
  "https://example.com/#!/x",
  "https://example.com/#!/y",
  "https://example.com/#/story/1",
  "https://example.com/#/story/2",
  "https://example.com/platform/amp",
  "https://www.google.com/url?q=nothing",
  "https://example.com:8443/a",
  "https://blog.example.com/a",
  "https://example.org/a",
  "https://example.com/a%2Fb",
  "https://example.com/a/b",
  "https://example.com/?q=%E9",
  "https://example.com/?q=%E8",
  "https://example.com/?q=a%2Bb",
  "https://example.com/?q=a+b",
  "https://example.com/guitars",
  "https://example.com/guitars/amp",
  "https://m.co/x",
  "https://amp.dev/x",
  "https://www.youtube.com/playlist?list=A",
  "https://www.youtube.com/playlist?list=B",
  "https://www.youtube.com/watch?v=aaaaaaaaaaa",
  "https://www.youtube.com/watch?v=AAAAAAAAAAA",
  "https://x.com/someone",
  "https://x.com/someone/status/1",
  "https://x.com/someone/status/12",
  "https://www.google.com/amp/",
];

describe("finding that two links are one article", () => {
  test.each(Object.entries(SAME))("%s has one key under all its addresses", (_what, links) => {
    expect(new Set(links.map(cleanLink)).size, JSON.stringify(links.map(cleanLink), null, 1)).toBe(1);
  });

  test("different articles keep different keys", () => {
    const keys = new Map<string, string>();
    for (const link of ALL_DIFFERENT) {
      const key = cleanLink(link);
      expect(keys.get(key), `${link} has the key of another`).toBeUndefined();
      keys.set(key, link);
    }
  });

  test("the key of an article is readable", () => {
    expect(cleanLink("http://www.Example.com/Some-Story/?utm_source=a&b=é&a=1#x")).toBe(
      "https://example.com/Some-Story?a=1&b=%C3%A9",
    );
  });

  test("what is no web address is its own key", () => {
    expect(cleanLink(" not a link ")).toBe("not a link");
    expect(cleanLink("mailto:a@example.com")).toBe("mailto:a@example.com");
  });

  test("cleaning a key changes nothing", () => {
    expect(cleanLink("https://youtu.be/a-1/amp")).toBe("https://youtube.com/watch?v=a-1");
    const odd = fc.constantFrom(
      "amp",
      "%E9",
      "é",
      "a-1",
      ".amp",
      "www.",
      "?a=1",
      "&utm_x=1",
      "#!",
      "+",
      "%2F",
      "/",
      "'",
      "..",
    );
    const tail = fc.array(fc.oneof(odd, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 12 });
    const host = fc.constantFrom(
      "www.example.com",
      "m.m.co",
      "amp.x.com",
      "youtu.be",
      "www.google.com/amp/s/a.com",
      "en.m.wikipedia.org",
    );
    fc.assert(
      fc.property(host, tail, (name, parts) => {
        const key = cleanLink(`http://${name}/${parts.join("")}`);
        expect(cleanLink(key)).toBe(key);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (link) => cleanLink(cleanLink(link)) === cleanLink(link),
      ),
    );
  });

  test("twenty thousand parameters are sorted as they should be", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `p${at}=${at}`);
    expect(cleanLink(`https://example.com/?${many.join("&")}`)).toBe(
      cleanLink(`https://example.com/?${many.reverse().join("&")}`),
    );
  });
});
