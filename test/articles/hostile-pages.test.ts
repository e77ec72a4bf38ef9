import { Parser } from "htmlparser2";
import { describe, expect, test, vi } from "vitest";
import { articleFromMetadata } from "../../src/articles/article-from-metadata.js";
import { decodePage } from "../../src/articles/decode-page.js";
import { readPageMetadata } from "../../src/articles/page-metadata.js";
import { makeReadArticle } from "../../src/articles/read-article.js";
import { structuredArticle } from "../../src/articles/structured-article.js";
import { localSite, page } from "./local-site.js";
import { fencedIn, kept } from "./reading.js";

fencedIn();

const written = Parser.prototype.write;
const MEGABYTE = 1_000_000;
const fill = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
const counted = (piece: (at: number) => string) => {
  let all = "";
  for (let at = 0; all.length < MEGABYTE; at += 1) all += piece(at);
  return all.slice(0, MEGABYTE);
};
const ldJson = (json: string) => `<script type="application/ld+json">${json}</script>`;

const NAMES = [
  "og:title",
  "twitter:title",
  "headline",
  "dc.title",
  "og:description",
  "description",
  "author",
  "byl",
];

const HOSTILE: Record<string, string> = {
  "nested elements": fill("<div>"),
  "mis-nested elements": fill("<a><b><i></a></b></i><table><p>"),
  "closing tags of nothing": fill("</p></br></x>"),
  "closings that never match, under 250 open elements": "<x>".repeat(250) + fill("</b>"),
  "one tag of many attributes": `<meta ${counted((at) => `a${at} `)}`,
  "one tag of equal attributes": `<meta ${fill("name=x ")}`,
  "one attribute of a megabyte": `<meta name="description" content="${fill("a")}">`,
  "one attribute of entities": `<meta name="description" content="${fill("&amp;")}">`,
  "a name of a megabyte": `<${fill("a")}>`,
  "an endless comment": `<!--${fill("-")}`,
  "an endless title": `<title>${fill("a ")}`,
  "a title of entities": `<title>${fill("&#x41;")}`,
  "a title of white space": `<title>${fill(" ")}x`,
  "many titles": fill("<title>x</title>"),
  "many metas": counted((at) => `<meta name=n${at} content=x>`),
  "many metas of one name": fill('<meta property="og:title" content="x">'),
  "many drawings": fill("<svg><title>"),
  "many forms": fill("<form>"),
  "many blocks of JSON": fill(ldJson('{"@type":"Article"}')),
  "JSON nested without end": ldJson("[".repeat(190_000)).repeat(5),
  "JSON nested and closed": ldJson("[".repeat(90_000) + "]".repeat(90_000)).repeat(5),
  "JSON of many things": ldJson(`[${'{"@type":"Article"},'.repeat(9_000)}1]`).repeat(5),
  "JSON of one long string of markup": ldJson(
    JSON.stringify({ "@type": "Article", headline: "<a".repeat(90_000) }),
  ),
  "strange names": fill("<__proto__><constructor></constructor><meta property=__proto__ content=x>"),
  "values of nothing but hidden characters": NAMES.map((name) =>
    `<meta name="${name}" content="${"\u202e\u200d".repeat(2_000)}">`.repeat(10),
  ).join(""),
  "JSON of commas": ldJson(`{"@type":"Article",${" ,".repeat(95_000)}}`).repeat(5),
  "JSON of controls": ldJson("\u0001".repeat(190_000)).repeat(5),
  "null bytes": fill("\0"),
  "angle brackets": fill("<"),
  ampersands: fill("&"),
  declarations: fill("<!doctype"),
};

async function readWhole(html: string) {
  const page = await readPageMetadata(html);
  const structured = await structuredArticle(page.structured);
  const url = new URL("https://news.example/a-1");
  return articleFromMetadata({ page, structured, url, asked: url, isPublicLink: () => true, now: 0 });
}

/** How many turns the event loop takes while something is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let going = true;
  const turn = () => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  going = false;
  return turns;
}

describe("no page holds the bot up", () => {
  test.each(Object.entries(HOSTILE))("%s: what stands before it is read", async (_what, hostile) => {
    const article = await readWhole(`<meta property="og:title" content="Before">${hostile}`);
    expect(article?.title).toBe("Before");
    expect(article?.description?.length ?? 0).toBeLessThanOrEqual(1_000);
  });

  test("a megabyte is read in many turns of the event loop, and nothing after a nesting too deep is", async () => {
    expect(await turnsDuring(readPageMetadata(fill("<p>text</p>")))).toBeGreaterThan(50);
    expect(await turnsDuring(readPageMetadata(fill("<div>")))).toBeLessThan(5);
    const nested = (depth: number) => `${"<div>".repeat(depth)}<title>Deep</title>`;
    expect((await readPageMetadata(nested(250))).title).toBe("Deep");
    expect((await readPageMetadata(nested(300))).title).toBe("");
  });

  test("a megabyte of broken letters is decoded in many turns of the event loop", async () => {
    const broken = Buffer.alloc(MEGABYTE, 0x8f);
    for (const charset of ["euc-jp", "windows-1252", "utf-8", "gb18030"])
      expect(await turnsDuring(decodePage(broken, `text/html; charset=${charset}`)), charset).toBeGreaterThan(
        50,
      );
  });

  test("all values together are no longer than a long page's own", async () => {
    const long = NAMES.map((name) => `<meta name="${name}" content="${"a".repeat(4_000)}">`.repeat(10)).join(
      "",
    );
    const { metas } = await readPageMetadata(long);
    expect([...metas.values()].flat().join("").length).toBeLessThanOrEqual(60_000);
  });

  test("pages that arrive together are parsed one after the other", async () => {
    const site = kept(await localSite(page(fill("<p>text</p>"))));
    const reader = kept(makeReadArticle({ allowedHosts: [site.host], deadlineMs: 20_000 }));
    let most = 0;
    let now = 0;
    // Each piece of a page is written by one call: of two pages at once there would be two in one turn.
    vi.spyOn(Parser.prototype, "write").mockImplementation(function (this: Parser, piece: string) {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => (now = 0));
      return written.call(this, piece);
    });
    await Promise.all(Array.from({ length: 8 }, () => reader.readArticle(site.origin)));
    expect(most).toBe(1);
  });

  test("only so much of anything is kept", async () => {
    const page = await readPageMetadata(
      `${'<meta property="og:title" content="x">'.repeat(50)}<meta name=description content="${"d".repeat(9_000)}">` +
        `${ldJson("{}").repeat(50)}<title>${"t".repeat(9_000)}</title>`,
    );
    expect(page.metas.get("og:title")).toHaveLength(10);
    expect(page.metas.get("description")?.[0]).toHaveLength(4_000);
    expect(page.structured).toHaveLength(20);
    expect(page.title.length).toBeLessThanOrEqual(8_000);
    const later = await readPageMetadata(
      `${"<meta name=x content=y>".repeat(2_000)}<meta name=author content=Late>`,
    );
    expect(later.metas.has("author")).toBe(false);
    expect((await readPageMetadata(ldJson(`"${"a".repeat(200_001)}"`))).structured).toEqual([]);
  });

  test("JSON that is none, or says nothing of an article, is passed over", async () => {
    for (const block of [
      "",
      "{",
      "null",
      '[null,1,"x"]',
      '{"@type":"Organization","name":"x"}',
      '{"@type":{"a":1}}',
    ])
      expect(await structuredArticle([block])).toBeNull();
    const odd = {
      "@type": "Article",
      headline: 7,
      author: { name: { a: 1 } },
      image: [[]],
      datePublished: null,
      publisher: [],
    };
    expect(await structuredArticle([JSON.stringify(odd)])).toEqual({
      headline: null,
      description: null,
      authors: [],
      publisher: null,
      datePublished: null,
      image: null,
      language: null,
      link: null,
      paywalled: false,
    });
  });
});
