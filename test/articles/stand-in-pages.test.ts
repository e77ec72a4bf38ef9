import { describe, expect, test } from "vitest";
import { localSite, page } from "./local-site.js";
import { fencedIn, readPage, readSite, unreadable } from "./reading.js";

fencedIn();

const FRAME = '<div id="root"></div><script src="/app.js"></script>';

describe("a page that is not the article is not taken for one", () => {
  test.each([
    ["<title>Just a moment...</title><p>Checking your browser", "not_allowed"],
    ["<title>Access Denied</title><h1>Access Denied</h1>", "not_allowed"],
    ["<title>Attention Required! | Cloudflare</title>", "not_allowed"],
    ["<title>Are you a robot?</title>", "not_allowed"],
    ["<title>404 Not Found</title><h1>Not Found</h1>", "not_found"],
    ["<title>Page introuvable</title>", "not_found"],
    ["<title>502 Bad Gateway</title>", "server_error"],
    [`<title>React App</title>${FRAME}`, "needs_scripts"],
    [`<title>Loading…</title>${FRAME}`, "needs_scripts"],
    ["<title>Chargement...</title><p>Un peu de patience, la page arrive dans votre navigateur", "empty_page"],
    [
      `<title>Acme</title><noscript>You need to enable JavaScript to run this app.</noscript>${FRAME}`,
      "needs_scripts",
    ],
    [`<title>Acme</title><noscript>Veuillez activer JavaScript.</noscript>${FRAME}`, "needs_scripts"],
    [`<title></title>${FRAME}`, "needs_scripts"],
  ] as const)("%s", async (html, why) => {
    expect((await readPage(html)).answer).toEqual(unreadable(why));
  });

  test.each([
    [`<title>Loading…</title><meta property="og:title" content="The story">${FRAME}`, "The story"],
    [`<title>The story</title>${FRAME}`, "The story"],
    ["<title>404 Media wins an award</title>", "404 Media wins an award"],
    ["<title>Loading docks of the world</title>", "Loading docks of the world"],
    ["<title>Home truths about robots</title><script>x()</script>", "Home truths about robots"],
    ['<title>Just a moment</title><meta property="og:title" content="Just a moment">', "Just a moment"],
    [`<title>Home</title><script>x()</script><p>${"A page of its own words. ".repeat(10)}</p>`, "Home"],
    [
      `<title>A story</title><noscript>Please enable JavaScript to comment.</noscript><script>x()</script><p>${"Its own words. ".repeat(10)}`,
      "A story",
    ],
  ])("but %s is", async (html, title) => {
    expect((await readPage(html)).answer).toMatchObject({ kind: "read", article: { title } });
  });

  test.each(["/login?next=/a", "/users/sign_in", "/authwall", "/account/connexion", "/consent/"])(
    "a way that ends at %s ends before a door",
    async (door) => {
      const site = await localSite((request, response) => {
        if (request.url !== "/a") page("<title>Sign in</title>")(request, response);
        else response.writeHead(302, { location: door }).end();
      });
      expect(await readSite(site, {}, `${site.origin}/a`)).toEqual(unreadable("needs_sign_in"));
    },
  );

  test("a short link's article is known by its own address, and a page asked for by its own name is no door", async () => {
    const site = await localSite((request, response) => {
      if (request.url === "/s") response.writeHead(301, { location: "/a/story-1?utm_source=x" }).end();
      else page("<title>A story</title>")(request, response);
    });
    expect(await readSite(site, {}, `${site.origin}/s`)).toMatchObject({
      article: { canonicalLink: `${site.origin}/a/story-1?utm_source=x` },
    });
    expect(await readSite(site, {}, `${site.origin}/login`)).toMatchObject({ kind: "read" });
  });
});
