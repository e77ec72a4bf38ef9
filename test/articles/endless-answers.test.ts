import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { makeReadArticle } from "../../src/articles/read-article.js";
import { localSite, localSocket, page } from "./local-site.js";
import { fencedIn, kept, readSite, unreadable } from "./reading.js";

fencedIn();

const TITLE = "<html><head><title>Un titre</title></head><body>";

/** Sends pieces for as long as they are taken. */
function endless(socket: Socket, piece: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", more);
  more();
}

describe("bodies and headers without end", () => {
  const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n";

  test("an endless body is cut, and is too large when it said nothing so far", async () => {
    const site = await localSocket((socket) => {
      socket.write(HEAD);
      endless(socket, "<p>again and again</p>\n".repeat(500));
    });
    expect(await readSite(site)).toEqual(unreadable("too_large"));
  });

  test("an endless body that began with its title is read by what it began with", async () => {
    const site = await localSocket((socket) => {
      socket.write(HEAD + TITLE);
      endless(socket, "<p>again and again</p>\n".repeat(500));
    });
    expect(await readSite(site)).toMatchObject({ kind: "read", article: { title: "Un titre" } });
  });

  test("a page of exactly the limit is whole", async () => {
    const whole = "<title>Full</title>";
    const site = await localSite(page(whole));
    expect(await readSite(site, { maxBytes: whole.length })).toMatchObject({
      kind: "read",
      article: { title: "Full" },
    });
  });

  test.each([
    ["that never answers", ""],
    ["that stops in its headers", "HTTP/1.1 200 OK\r\ncontent-type: te"],
    ["that stops in its body", `${HEAD}${TITLE}`],
    ["that only ever promises", "HTTP/1.1 103 Early Hints\r\n\r\n"],
  ])("a server %s is too slow", async (_what, start) => {
    const site = await localSocket((socket) => void socket.write(start));
    expect(await readSite(site, { deadlineMs: 150 })).toEqual(unreadable("too_slow"));
  });

  test("a server that sends a letter now and then is too slow", async () => {
    const site = await localSocket((socket) => {
      socket.write(HEAD);
      const timer = setInterval(() => socket.write("<p>"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await readSite(site, { deadlineMs: 300 })).toEqual(unreadable("too_slow"));
  });

  test("the deadline is for the whole way, not for each hop", async () => {
    const site = await localSite((request, response) => {
      const timer = setTimeout(() => response.writeHead(302, { location: `${request.url}a` }).end(), 120);
      response.on("close", () => clearTimeout(timer));
    });
    expect(await readSite(site, { deadlineMs: 300 })).toEqual(unreadable("too_slow"));
  });

  test("a name that is never found is too slow", async () => {
    const reader = kept(
      makeReadArticle({ allowedHosts: [], deadlineMs: 100, resolve: () => new Promise(() => undefined) }),
    );
    expect(await reader.readArticle("https://slow.example/")).toEqual(unreadable("too_slow"));
  });

  test.each([
    ["404 Not Found", "", "not_found"],
    ["302 Found", "location: javascript:x\r\n", "not_a_web_address"],
    ["200 OK", "content-type: video/mp4\r\n", "not_html"],
  ])("the endless body of a %s is left alone", async (status, header, why) => {
    const site = await localSocket((socket) => {
      socket.write(`HTTP/1.1 ${status}\r\n${header}\r\n`);
      endless(socket, "again and again\n".repeat(500));
    });
    expect(await readSite(site)).toMatchObject({ why });
  });

  test.each([
    ["one header of 60 kB", `x: ${"a".repeat(60_000)}\r\n`],
    ["sixty thousand bytes of small headers", "x-aaaa: bbbb\r\n".repeat(4_300)],
  ])("%s is too much", async (_what, headers) => {
    const site = await localSocket(
      (socket) => void socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${headers}\r\n${TITLE}`),
    );
    expect(await readSite(site)).toEqual(unreadable("too_large"));
  });
});
