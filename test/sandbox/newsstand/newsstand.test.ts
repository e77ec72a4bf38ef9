import { inflateSync } from "node:zlib";
import { parseDocument } from "htmlparser2";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Newsstand, startNewsstand } from "../../../src/sandbox/newsstand/start-newsstand.js";

const slowMs = 150;
let stand: Newsstand;
beforeAll(async () => {
  stand = await startNewsstand({ slowMs });
});
afterAll(() => stand.close());

const entry = (path: string) => {
  const found = stand.articles.find((article) => article.path === path);
  if (found === undefined) throw new Error(`nothing on the shelf at ${path}`);
  return found;
};
const html = async (path: string) => (await fetch(entry(path).url)).text();

/** The text of the page's `<title>` and of its metadata, as a reader of HTML decodes them. */
function head(page: string): Map<string, string> {
  const found = new Map<string, string>();
  const open = [parseDocument(page, { decodeEntities: true }) as Node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { name, attribs = {}, children = [] } = node;
    if (name === "title") found.set("title", children.map(({ data = "" }) => data).join(""));
    if (name === "meta") found.set(attribs.property ?? attribs.name ?? "", attribs.content ?? "");
    if (name === "link") found.set(attribs.rel ?? "", attribs.href ?? "");
    if (attribs.type === "application/ld+json") found.set("json-ld", children[0]?.data ?? "");
    if (name === "script" && attribs.type === undefined) found.set("script", children[0]?.data ?? "");
    open.push(...children);
  }
  return found;
}
type Node = { name?: string; data?: string; attribs?: Record<string, string>; children?: Node[] };

describe("the newsstand", () => {
  test("has a shelf of different addresses in French and English, each saying what is peculiar", () => {
    const { articles, url, host } = stand;
    expect(url).toBe(`http://${host}`);
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(articles.length).toBeGreaterThanOrEqual(15);
    expect(new Set(articles.map((article) => article.url)).size).toBe(articles.length);
    for (const language of ["fr", "en", "ar"]) {
      expect(articles.some((article) => article.language.startsWith(language))).toBe(true);
    }
    for (const article of articles) {
      expect(article.url).toBe(`${url}${article.path}`);
      expect(article.about).toMatch(/^[^\n]{10,120}$/);
    }
  });

  test("answers every address on it, but the one that is gone", async () => {
    for (const article of stand.articles) {
      const { status } = await fetch(article.url);
      expect([article.path, status]).toEqual([
        article.path,
        article.path === "/harbour-ledger/ferry-tickets" ? 404 : 200,
      ]);
    }
    const front = await (await fetch(stand.url)).text();
    const logo = /src="(\/logos\/[^"]+)"/.exec(front)?.[1] ?? "";
    expect(await (await fetch(`${stand.url}${logo}`)).text()).toMatch(/^<svg .*<\/svg>$/s);
    expect(front).toContain("Petit éloge de la réunion annulée");
  });

  test("tells a rich article with Open Graph and JSON-LD that agree, and a picture that is there", async () => {
    const { url, title } = entry("/fil-du-rail/trains-de-nuit");
    const found = head(await html("/fil-du-rail/trains-de-nuit"));
    expect(found.get("og:title")).toBe(title);
    expect(found.get("og:site_name")).toBe("Le Fil du Rail");
    expect(found.get("canonical")).toBe(url);
    const linked = JSON.parse(found.get("json-ld") ?? "");
    expect(linked).toMatchObject({ "@type": "NewsArticle", headline: title, inLanguage: "fr-FR" });
    expect(linked.datePublished).toBe(found.get("article:published_time"));
    expect(Date.parse(linked.datePublished)).toBeLessThan(Date.now());

    const picture = await fetch(found.get("og:image") ?? "");
    expect(picture.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const at = bytes.indexOf("IDAT");
    const pixels = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
    expect(pixels).toHaveLength(1201 * 630);
    expect(new Set(pixels).size).toBe(8);
  });

  test("has a picture that is dead, and says so", async () => {
    const found = head(await html("/harbour-ledger/customs-single-form"));
    expect((await fetch(found.get("og:image") ?? "")).status).toBe(404);
    expect(stand.deadPictures).toEqual([found.get("og:image")]);
  });

  test("puts English articles first, one French among them, and what is no article last", () => {
    const languages = stand.articles.map(({ language }) => language.slice(0, 2));
    expect(languages.slice(0, 4)).toEqual(["en", "fr", "en", "en"]);
    const plain = languages.slice(
      4,
      stand.articles.findIndex(({ path }) => path.includes("utm_source")),
    );
    expect(plain).toEqual(plain.toSorted((one, other) => Number(one !== "en") - Number(other !== "en")));
    expect(stand.articles.at(-1)?.about).toContain("404");
  });

  test("tells one article by Twitter card alone, one by its title alone, one by nothing before its script", async () => {
    const card = head(await html("/grid-and-current/heat-pump-street"));
    expect(card.get("twitter:title")).toBe(entry("/grid-and-current/heat-pump-street").title);
    const plain = head(await html("/travail-vivant/reunion-debout"));
    expect(plain.get("title")).toBe("Petit éloge de la réunion annulée | Travail vivant");
    const scripted = head(await html("/grid-and-current/live-map"));
    expect(scripted.get("title")).toBe("");
    for (const found of [card, plain, scripted]) {
      expect([...found.keys()].filter((key) => /^og:|canonical|json-ld|^description/.test(key))).toEqual([]);
    }
    expect([...plain.keys(), ...scripted.keys()].filter((key) => key.startsWith("twitter:"))).toEqual([]);
  });

  test("writes one page in windows-1252, said in the page alone", async () => {
    const { url, title } = entry("/gazette-des-vallees/barrage");
    const answer = await fetch(url);
    expect(answer.headers.get("content-type")).toBe("text/html");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
    // The bytes themselves: € is 80, … is 85, ’ is 92. (Node's own windows-1252 decoder is Latin-1 in some versions.)
    expect(bytes.includes(Buffer.from("48 000 \x80 par an\x85 \xe0 l\x92\xe9cole", "latin1"))).toBe(true);
    const page = iconv.decode(bytes, "windows-1252");
    expect(page).toContain('content="text/html; charset=windows-1252"');
    expect(head(page).get("og:title")).toBe(title);
    expect(title).toMatch(/€.*…/);
  });

  test("writes one page in ASCII with character references, which read as meant", async () => {
    const { title } = entry("/travail-vivant/reparer-dabord");
    const page = await html("/travail-vivant/reparer-dabord");
    expect(page).toMatch(/^\p{ASCII}*$/u);
    expect(page).toContain("&laquo;&nbsp;R&eacute;parer d&rsquo;abord&nbsp;&raquo;");
    expect(head(page).get("og:title")).toBe(title);
    expect(head(page).get("og:description")).toContain("un établi & un registre. Résultat : <5 %");
  });

  test("keeps a hostile title as text", async () => {
    const { title } = entry("/quarterly-workbench/markup");
    const found = head(await html("/quarterly-workbench/markup"));
    expect(title).toContain("<!channel>");
    expect(found.get("og:title")).toBe(title);
    expect(JSON.parse(found.get("json-ld") ?? "").headline).toBe(title);
    expect(found.has("script")).toBe(false);
  });

  test("has a title too long for a post, and one from right to left", async () => {
    expect(entry("/grid-and-current/forecast").title.length).toBeGreaterThan(300);
    expect(await html("/almarfa/second-harbour")).toContain('<html lang="ar" dir="rtl">');
  });

  test("leads a short link over two redirects to the article", async () => {
    const hops = [entry("/s/4day").url];
    for (;;) {
      const answer = await fetch(hops.at(-1) ?? "", { redirect: "manual" });
      await answer.arrayBuffer();
      const to = answer.headers.get("location");
      if (to === null) break;
      hops.push(new URL(to, hops.at(-1)).href);
    }
    expect(hops).toHaveLength(3);
    expect(hops[2]).toBe(entry("/quarterly-workbench/four-day-shift").url);
  });

  test("gives the same article, and the same canonical link, at the address with tracking parameters", async () => {
    const tracked = stand.articles.find(({ path }) => path.includes("utm_source"));
    const plain = await html("/harbour-ledger/quay-batteries");
    expect(await (await fetch(tracked?.url ?? "")).text()).toBe(plain);
    expect(head(plain).get("canonical")).toBe(entry("/harbour-ledger/quay-batteries").url);
  });

  test("hands out a PDF whose table points at its objects", async () => {
    const answer = await fetch(entry("/harbour-ledger/annual-report.pdf").url);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const file = Buffer.from(await answer.arrayBuffer()).toString("ascii");
    const table = Number(/startxref\n(\d+)/.exec(file)?.[1]);
    expect(file.slice(table, table + 4)).toBe("xref");
    const offsets = [...file.matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} 0 obj`),
    );
  });

  test("keeps one reader waiting, and closes without waiting for it", async () => {
    const started = performance.now();
    expect((await fetch(entry("/travail-vivant/lenteur").url)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(slowMs - 5);

    const slower = await startNewsstand({ slowMs: 600_000 });
    const slow = slower.articles.find(({ path }) => path === "/travail-vivant/lenteur");
    const reading = fetch(slow?.url ?? "").then(
      () => "answered",
      () => "broken off",
    );
    expect((await fetch(slower.url)).status).toBe(200);
    await slower.close();
    expect(await reading).toBe("broken off");
  });

  test("refuses anything but reading, and a taken port", async () => {
    expect((await fetch(stand.url, { method: "POST" })).status).toBe(405);
    await expect(startNewsstand({ port: Number(new URL(stand.url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});
