import { describe, expect, test } from "vitest";
import { articleOf, fencedIn } from "./reading.js";

fencedIn();

const ld = (...things: unknown[]) =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join("");
const og = (name: string, content: string) => `<meta property="og:${name}" content="${content}">`;

describe("what only subscribers can read", () => {
  const article = { "@type": "NewsArticle", headline: "A story" };
  test.each([
    ["says so", false, true],
    ["says so in a word", "False", true],
    ["is free", true, undefined],
    ["says nothing", undefined, undefined],
  ])("a page that %s", async (_what, isAccessibleForFree, paywalled) => {
    expect((await articleOf(ld({ ...article, isAccessibleForFree }))).paywalled).toBe(paywalled);
  });
});

test.each(["noscript", "template", "svg"])("a title within a %s is not the page's", async (element) => {
  const page = `<head><${element}><title>Another</title></${element}><title>The page</title></head>`;
  expect((await articleOf(page)).title).toBe("The page");
});

describe("who is believed first", () => {
  const all = [
    og("title", "Open Graph"),
    '<meta name="twitter:title" content="Twitter">',
    ld({ "@type": "Article", headline: "Structured" }),
    '<meta name="dc.title" content="Dublin Core">',
    "<title>Title</title>",
    "<h1>Heading</h1>",
  ];
  test.each([
    [0, "Open Graph"],
    [1, "Twitter"],
    [2, "Structured"],
    [3, "Dublin Core"],
    [4, "Title"],
    [5, "Heading"],
  ])("without the first %i it is %s", async (without, title) => {
    // Wherever they stand: the order of the page is not the order of trust.
    const left = all.slice(without).reverse().join("\n");
    expect((await articleOf(left)).title).toBe(title);
  });

  test.each([
    ["an empty one", og("title", "")],
    ["one of spaces", og("title", " &#160;&#8203; ")],
    ["an unfilled template", og("title", "{{ page.title }}")],
    ["a value of nothing", og("title", "undefined")],
    ["an object", og("title", "[object Object]")],
    ["only hidden characters", og("title", "&#x202e;&#x2800;&#x3164;")],
  ])("%s is passed over", async (_what, said) => {
    expect((await articleOf(`${said}<title>Headline</title>`)).title).toBe("Headline");
  });

  test("meta elements are read however they are written", async () => {
    expect((await articleOf('<META CONTENT="Shouted" PROPERTY=OG:TITLE>')).title).toBe("Shouted");
    expect((await articleOf(`<meta name="og:title" value='Valued'/>`)).title).toBe("Valued");
    expect((await articleOf("<body><p>x<meta property=og:title content=Late></body>")).title).toBe("Late");
    expect((await articleOf(`<!-- ${og("title", "Hidden")} --><title>Seen</title>`)).title).toBe("Seen");
    expect((await articleOf(`<title> </title><title>Second</title>`)).title).toBe("Second");
    expect((await articleOf("<title>Cut &amp; dried")).title).toBe("Cut & dried");
  });
});

describe("entities", () => {
  test.each([
    ["L&rsquo;&eacute;t&eacute;", "L’été"],
    ["L&#8217;&#233;t&#xE9;", "L’été"],
    ["L&#146;&eacute, l&eacute", "L’é, lé"],
    ["L&amp;#8217;&amp;eacute;t&amp;eacute;", "L’été"],
    ["AT&amp;amp;T", "AT&T"],
    ["AT&T & Co", "AT&T & Co"],
    ["How to write &amp;lt;b&amp;gt; in HTML", "How to write &lt;b&gt; in HTML"],
    ["1 &lt; 2 &amp;amp; 3 &gt; 2", "1 < 2 & 3 > 2"],
    ["&#0;&#xD800;&#x110000;&#x202E;x", "\ufffd\ufffd\ufffdx"],
    ["&unknown; stays", "&unknown; stays"],
    ["5&nbsp;&euro;&#8239;!", "5\u00a0€\u202f!"],
  ])("%s is %s", async (written, title) => {
    expect((await articleOf(og("title", written))).title).toBe(title);
    expect((await articleOf(`<title>${written}</title>`)).title).toBe(title);
  });
});

describe("titles that would be something else", () => {
  test.each([
    "<!channel> urgent",
    "*Posted* by @everyone",
    "_Posted as @ada_ :white_check_mark:",
    "<https://evil.example|Approve>",
    "```code``` > quote",
    "@channel & <script>alert(1)</script>",
  ])("«%s» is kept as it is, as text", async (title) => {
    const written = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect((await articleOf(og("title", written))).title).toBe(title);
  });

  test("a title of ten megabytes is cut, with a sign that it was", async () => {
    const { title } = await articleOf(`<title>${"long ".repeat(2_000_000)}</title>`);
    expect(title.length).toBeLessThanOrEqual(1_000);
    expect(title.startsWith("long long")).toBe(true);
    expect(title.endsWith("…")).toBe(true);
  });

  test("right-to-left titles keep their letters and lose what would turn the line around", async () => {
    expect((await articleOf(og("title", "&#x202e;שלום &#x2067;עולם&#x2069; 2026"))).title).toBe(
      "שלום עולם 2026",
    );
    expect((await articleOf(og("title", "می‌خواهم"))).title).toBe("می‌خواهم");
  });
});

describe("JSON-LD as pages write it", () => {
  const titled = async (html: string) => (await articleOf(`${html}<title>Fallback</title>`)).title;
  test.each([
    [
      "in a list",
      ld([
        { "@type": "Person", name: "x" },
        { "@type": "NewsArticle", headline: "Found" },
      ]),
    ],
    [
      "in a graph",
      ld({
        "@graph": [
          { "@type": "WebSite", name: "x" },
          { "@type": "Article", headline: "Found" },
        ],
      }),
    ],
    [
      "as the main thing of a page",
      ld({ "@type": "WebPage", mainEntity: { "@type": "Article", headline: "Found" } }),
    ],
    [
      "in the second of several",
      ld({ "@type": "BreadcrumbList" }, { "@type": "BlogPosting", headline: "Found" }),
    ],
    ["by the full name of its kind", ld({ "@type": "http://schema.org/NewsArticle", headline: "Found" })],
    [
      "after one that is broken",
      `<script type="application/ld+json">{"@type":</script>${ld({ "@type": "Article", headline: "Found" })}`,
    ],
    [
      "with a comma too many",
      '<script type="application/ld+json">{"@type":"Article","headline":"Found",}</script>',
    ],
    [
      "with its quotes as entities",
      '<script type="application/ld+json">{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Found&quot;}</script>',
    ],
    [
      "with a charset in its type",
      `<script type="application/ld+json; charset=utf-8">{"@type":"Article","headline":"Found"}</script>`,
    ],
    [
      "wrapped as CDATA",
      `<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"Found"}\n//]]></script>`,
    ],
    [
      "beside others, by where it stands",
      ld(
        { "@type": "NewsArticle", headline: "Another", url: "/other" },
        { "@type": "NewsArticle", headline: "Found", mainEntityOfPage: { "@id": "/a/story-1" } },
      ),
    ],
  ])("%s", async (_what, html) => expect(await titled(html)).toBe("Found"));

  test.each([
    ["nothing of an article", ld({ "@type": "Organization", name: "x" })],
    [
      "a list of other articles",
      ld({ "@type": "ItemList", itemListElement: [{ "@type": "Article", headline: "x" }] }),
    ],
    [
      "a type of another script",
      '<script type="application/json">{"@type":"Article","headline":"x"}</script>',
    ],
  ])("%s is passed over", async (_what, html) => expect(await titled(html)).toBe("Fallback"));

  test.each([
    ["Ada Lovelace", "Ada Lovelace"],
    [{ name: "Ada Lovelace" }, "Ada Lovelace"],
    [{ givenName: "Ada", familyName: "Lovelace" }, "Ada Lovelace"],
    [["Ada Lovelace", { name: "Grace Hopper" }], "Ada Lovelace, Grace Hopper"],
    [["Ada", "Ada"], "Ada"],
    ["By Ada Lovelace", "Ada Lovelace"],
    ["https://news.example/ada", null],
    [{ name: "" }, null],
    [42, null],
    [null, null],
  ])("the author %j is %s", async (author, name) => {
    expect((await articleOf(ld({ "@type": "Article", headline: "x", author }))).author).toBe(name);
  });

  test("several authors may stand in several elements of one kind", async () => {
    const html =
      '<title>x</title><meta name=citation_author content="Ada"><meta name=citation_author content="Grace">';
    expect((await articleOf(html)).author).toBe("Ada, Grace");
  });
});

describe("language, date, picture and address", () => {
  test.each([
    ["<html lang=fr>", "fr"],
    ["<html lang=''>", null],
    ["<html xml:lang='pt_br'>", "pt-BR"],
    [`<html lang="und">${og("locale", "de_DE")}`, "de-DE"],
    [og("locale", "en_US.UTF-8"), "en-US"],
    [ld({ "@type": "Article", headline: "x", inLanguage: { "@type": "Language", name: "French" } }), null],
    [ld({ "@type": "Article", headline: "x", inLanguage: ["es-MX", "en"] }), "es-MX"],
    ["<html lang=english>", null],
    ["<html lang='<b>'>", null],
    [`<html lang="${"a".repeat(5_000)}">`, null],
  ])("%s is written in %s", async (html, language) => {
    expect((await articleOf(`${html}<title>x</title>`)).language).toBe(language);
  });

  test("the first date that is one counts", async () => {
    const html = `<title>x</title><meta property="article:published_time" content="soon">
      ${ld({ "@type": "Article", headline: "x", datePublished: "12 novembre 2026" })}<time datetime="2020-01-01">`;
    expect((await articleOf(html)).publishedAt).toBe(Date.UTC(2026, 10, 12));
  });

  test.each([
    ["https://cdn.example/logo.svg", null],
    ["https://cdn.example/logo.SVG?x=1", null],
    ["data:image/svg+xml,<svg/>", null],
    ["http://169.254.169.254/p.png", null],
    ["http://2130706433/p.png", null],
    ["http://printer.local/p.png", null],
    ["https://cdn.example:8443/p.png", null],
    ["file:///p.png", null],
    ["../p.png", "/p.png"],
  ])("the picture %s is %s", async (link, picture) => {
    const found = (await articleOf(`<title>x</title>${og("image", link)}`)).picture;
    expect(found === null ? null : new URL(found).pathname).toBe(picture);
  });

  test("the next picture is taken where the first may not be shown", async () => {
    const html = `<title>x</title>${og("image", "http://10.0.0.1/p.png")}${og("image", "https://cdn.example/p.png")}`;
    expect((await articleOf(html)).picture).toBe("https://cdn.example/p.png");
  });

  test.each([
    [
      ld({ "@type": "Article", headline: "x", mainEntityOfPage: "https://news.example/a/story" }),
      "https://news.example/a/story",
    ],
    [
      `<link rel=canonical href="https://other.example/a">${og("url", "https://news.example/a/story")}`,
      "https://news.example/a/story",
    ],
    ['<link rel="CANONICAL" href="https://news.example/a/story?token=abc">', null],
    ['<link rel=canonical href="https://news.example.evil.example/a">', null],
    ['<link rel=canonical href="http://user:pw@news.example/a">', null],
    ['<base href="https://other.example/"><link rel=canonical href="/a">', null],
    ['<link rel=canonical href="">', null],
  ])("%s: the true address is %s", async (html, link) => {
    expect((await articleOf(`<title>x</title>${html}`)).canonicalLink).toBe(link);
  });
});
