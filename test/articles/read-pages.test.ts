import { describe, expect, test } from "vitest";
import { articleOf, fencedIn, readPage } from "./reading.js";

fencedIn();

describe("an article is read from what its page says", () => {
  test("with Open Graph", async () => {
    const { answer, origin } = await readPage(`<!doctype html><html lang="fr-fr"><head>
      <title>L’entreprise se r&eacute;invente - Le Journal</title>
      <meta property="og:title" content="L&#8217;entreprise se r&eacute;invente&nbsp;: &laquo;&nbsp;enfin&nbsp;&raquo;">
      <meta property="og:site_name" content="Le Journal"><meta property="og:locale" content="fr_FR">
      <meta property="og:description" content="Deux   lignes
        pliées."><meta property="og:image" content="/images/1.jpg"><meta name="author" content="Ada Lovelace">
      <meta property="article:published_time" content="2026-11-12T08:30:00+01:00">
      <link rel="canonical" href="/a/story"></head><body></body></html>`);
    expect(answer).toEqual({
      kind: "read",
      article: {
        title: "L’entreprise se réinvente\u00a0: «\u00a0enfin\u00a0»",
        site: "Le Journal",
        author: "Ada Lovelace",
        publishedAt: Date.UTC(2026, 10, 12, 7, 30),
        language: "fr-FR",
        description: "Deux lignes pliées.",
        picture: `${origin}/images/1.jpg`,
        canonicalLink: `${origin}/a/story`,
      },
    });
  });

  test("with Twitter cards", async () => {
    expect(
      await articleOf(`<meta name="twitter:title" content="A card"><meta name="twitter:description" content="Of few words">
        <meta name="twitter:image:src" content="https://cdn.example/p.png"><meta name="twitter:creator" content="@ada">`),
    ).toMatchObject({
      title: "A card",
      description: "Of few words",
      picture: "https://cdn.example/p.png",
      author: null,
      site: "news.example",
    });
  });

  test("with JSON-LD in a graph, authors and publisher elsewhere in it", async () => {
    const graph = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage", name: "The page", "@id": "#page" },
        { "@type": "Organization", "@id": "#org", name: "The Paper" },
        { "@type": "Person", "@id": "#ada", name: "Ada Lovelace" },
        {
          "@type": ["NewsArticle"],
          headline: "Shares &amp; <em>prices</em>",
          author: [{ "@id": "#ada" }, { name: "Grace Hopper" }, "Jean Bartik"],
          publisher: { "@id": "#org" },
          datePublished: "2026-11-12",
          image: [{ "@type": "ImageObject", url: "https://cdn.example/g.png" }],
          inLanguage: "en_GB",
          description: "A line\nbroken",
        },
        { "@type": "NewsArticle", headline: "Another article" },
      ],
    };
    const raw = JSON.stringify(graph).replace("\\n", "\n");
    expect(
      await articleOf(`<script type="application/ld+json"><!-- ${raw} --></script><title>Fallback</title>`),
    ).toEqual({
      title: "Shares & prices",
      site: "The Paper",
      author: "Ada Lovelace, Grace Hopper, Jean Bartik",
      publishedAt: Date.UTC(2026, 10, 12),
      language: "en-GB",
      description: "A line broken",
      picture: "https://cdn.example/g.png",
      canonicalLink: null,
    });
  });

  test("with nothing but plain HTML", async () => {
    expect(
      await articleOf(`<html lang=en><svg><title>Logo</title></svg><title>A plain story</title><meta name=description content="About it">
        <meta http-equiv=content-language content=de><time datetime="2026-11-01T10:00Z">1 Nov</time>`),
    ).toMatchObject({
      title: "A plain story",
      description: "About it",
      language: "en",
      publishedAt: Date.UTC(2026, 10, 1, 10),
    });
    expect((await articleOf("<h1><a href=/>Only a  heading</a></h1>")).title).toBe("Only a heading");
  });

  test("the name of the site is taken off its title, and is not itself a title", async () => {
    const named = '<meta property="og:site_name" content="The Paper">';
    expect((await articleOf(`${named}<title>Real headline | The Paper</title>`)).title).toBe("Real headline");
    expect(
      (
        await articleOf(
          `${named}<meta property="og:title" content="The Paper"><title>Real headline - The Paper</title>`,
        )
      ).title,
    ).toBe("Real headline");
    expect((await articleOf(`${named}<title>The Paper</title>`)).title).toBe("The Paper");
  });

  test("a page without a title but with a description is read by it", async () => {
    expect(await articleOf('<title> </title><meta name="description" content="What it is">')).toMatchObject({
      title: "What it is",
      description: "What it is",
    });
  });

  test("one element may serve two vocabularies, and the first of several wins", async () => {
    expect(
      await articleOf(
        `<meta name="description" property="og:title" content="Both"><meta property="og:title" content="Second">`,
      ),
    ).toMatchObject({ title: "Both", description: "Both" });
  });

  test("an author is a name, not the address of a profile", async () => {
    expect(
      (
        await articleOf(
          '<title>x</title><meta property="article:author" content="https://facebook.com/ada"><meta name="author" content="Ada">',
        )
      ).author,
    ).toBe("Ada");
    expect(
      (await articleOf('<title>x</title><meta property="article:author" content="https://facebook.com/ada">'))
        .author,
    ).toBeNull();
  });

  test.each([
    ["javascript:alert(1)", null],
    ["data:image/png;base64,AAAA", null],
    ["http://127.0.0.1/p.png", null],
    ["http://[::ffff:7f00:1]/p.png", null],
    ["http://user:pw@cdn.example/p.png", null],
    [`https://cdn.example/${"p".repeat(3_000)}`, null],
    ["//cdn.example/p.png", "http://cdn.example/p.png"],
    [" https://cdn.example/p.png?s=signed ", "https://cdn.example/p.png?s=signed"],
  ])("a picture at %s is %s", async (link, picture) => {
    expect((await articleOf(`<title>x</title><meta property="og:image" content="${link}">`)).picture).toBe(
      picture,
    );
  });

  test.each([
    ["https://other.example/a/story-1", false],
    ["/", false],
    ["javascript:alert(1)", false],
    ["https://news.example/a/story", true],
    ["https://blog.news.example/a/story", true],
  ])("a page that calls %s its true address is believed: %s", async (link, believed) => {
    const { canonicalLink } = await articleOf(
      `<title>x</title><link rel="alternate canonical" href="${link}">`,
    );
    expect(canonicalLink).toBe(believed ? link : null);
  });

  test("relative links follow the page's base", async () => {
    expect(
      (
        await articleOf(
          '<base href="https://cdn.example/x/"><title>x</title><meta property="og:image" content="p.png">',
        )
      ).picture,
    ).toBe("https://cdn.example/x/p.png");
  });

  test("text that would turn or hide other text is plain when it is kept", async () => {
    expect(
      (
        await articleOf(
          '<meta property="og:title" content="Good&#x202E;gnp.exe&#0;&#8203; news&#x2066;&#xFEFF;">',
        )
      ).title,
    ).toBe("Goodgnp.exe\ufffd news");
  });
});
