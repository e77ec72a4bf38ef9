import { createServer as createTlsServer } from "node:https";
import { Socket } from "node:net";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { listening, localSite, localSocket, page } from "./local-site.js";
import { fencedIn, kept, readSite, unreadable } from "./reading.js";
import { selfSignedCertificate } from "./self-signed-certificate.js";

fencedIn();
afterEach(() => vi.unstubAllEnvs());

const TITLE = "<html><head><title>Un titre</title></head><body>";
const read = { kind: "read", article: { title: "Un titre" } };

/** A server whose every connection is answered with these bytes, then closed. */
const saying = (answer: string | Buffer) =>
  localSocket((socket) => void socket.once("data", () => socket.end(answer)));
const http = (head: string, body = TITLE) => `HTTP/1.1 ${head}\r\nconnection: close\r\n\r\n${body}`;
const HTML = "content-type: text/html";

/** A site whose front page sends to `/there`, with this status and these headers. */
function sending(status: number, headers: Record<string, string | string[]>) {
  return localSite((request, response) => {
    if (request.url === "/there") page(TITLE)(request, response);
    else response.writeHead(status, { "content-type": "text/html", ...headers }).end("<title>Here</title>");
  });
}

describe("redirects as servers write them", () => {
  test.each([301, 302, 303, 307, 308])("%i is followed, by a GET", async (status) => {
    const site = await sending(status, { location: "/there" });
    expect(await readSite(site)).toMatchObject(read);
    expect(site.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /", "GET /there"]);
  });

  test.each([300, 304, 305, 306])("%i is not, though it names a place", async (status) => {
    const site = await sending(status, { location: "/there" });
    expect(await readSite(site)).toEqual(unreadable("server_error"));
    expect(site.requests).toHaveLength(1);
  });

  test.each([
    ["there"],
    ["./a/../there"],
    ["?"],
    ["//HOST/there"],
    ["/there#part"],
    ["\\there"],
    [" /there "],
  ])("a place may be written «%s»", async (location) => {
    const site = await localSite((request, response) => {
      if (request.url !== "/") page(TITLE)(request, response);
      else response.writeHead(302, { location: location.replace("HOST", request.headers.host ?? "") }).end();
    });
    expect(["read", "unreadable"]).toContain((await readSite(site)).kind);
    if (location !== "?") expect(site.requests.at(-1)?.url).toBe("/there");
  });

  test.each([
    ["no place", {}],
    ["an empty place", { location: "" }],
    ["a place that is none", { location: "http://[/" }],
    ["two places", { location: ["/there", "/elsewhere"] }],
  ])("%s is an error of the server", async (_what, headers) => {
    expect(await readSite(await sending(302, headers as Record<string, string>))).toEqual(
      unreadable("server_error"),
    );
  });

  test("one place said twice is one place", async () => {
    expect(await readSite(await sending(302, { location: ["/there", "/there"] }))).toMatchObject(read);
  });

  test.each([
    ["a place of twenty thousand letters", `http://example.com/${"a".repeat(20_000)}`],
    ["a name of twenty thousand dots", `http://a${".".repeat(20_000)}b/`],
    ["a name of twenty thousand signs", `http://${"%E4%B8%80".repeat(2_200)}.com/`],
  ])("%s is followed by nobody", async (_what, location) => {
    expect(await readSite(await sending(302, { location }))).toEqual(unreadable("server_error"));
  });

  test("what a page or a header asks for later is not followed", async () => {
    const refresh = '<meta http-equiv="refresh" content="0; url=/there">';
    const site = await localSite((request, response) => {
      if (request.url === "/there") return page(TITLE)(request, response);
      response.writeHead(200, { "content-type": "text/html", refresh: "0; url=/there" }).end(refresh);
    });
    expect(await readSite(site)).toEqual(unreadable("empty_page"));
    expect(site.requests).toHaveLength(1);
  });

  test("nothing that was set is sent back, along the way or at a second reading", async () => {
    const site = await sending(302, { location: "/there", "set-cookie": "a=1; Path=/" });
    await readSite(site);
    await readSite(site);
    expect(site.requests).toHaveLength(4);
    for (const { headers } of site.requests) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers.authorization).toBeUndefined();
    }
  });
});

describe("answers as servers write them", () => {
  test.each([
    ["HTTP/1.0, ended by closing", `HTTP/1.0 200 OK\r\n${HTML}\r\n\r\n${TITLE}`],
    ["hints before the answer", `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${http(`200 OK\r\n${HTML}`)}`],
    ["a part nobody asked for", http(`206 Partial Content\r\n${HTML}`)],
    ["203", http(`203 Non-Authoritative\r\n${HTML}`)],
    ["a type in capitals with a strange charset", http("200 OK\r\nCONTENT-TYPE: TEXT/HTML;CHARSET=x-none")],
    ["a type said twice", http(`200 OK\r\n${HTML}\r\n${HTML}`)],
    ["XHTML", http("200 OK\r\ncontent-type: application/xhtml+xml")],
    ["no reason", http(`200\r\n${HTML}`)],
    [
      "five gigabytes announced",
      http(`200 OK\r\n${HTML}\r\ncontent-length: 5000000000`, TITLE.repeat(40_000)),
    ],
    ["null bytes in the text", http(`200 OK\r\n${HTML}`, `\0\0${TITLE}\0`)],
    ["chunks of one letter", http(`200 OK\r\n${HTML}\r\ntransfer-encoding: chunked`, inLetters(TITLE))],
  ])("%s: read", async (_what, answer) => {
    expect(await readSite(await saying(answer))).toMatchObject(read);
  });

  test.each([
    ["204", "204 No Content", "empty_page"],
    ["205", "205 Reset Content\r\ncontent-length: 0", "empty_page"],
    ["429", `429 Too Many Requests\r\n${HTML}\r\nretry-after: 1`, "too_busy"],
    ["402", `402 Payment Required\r\n${HTML}`, "needs_sign_in"],
    ["a status that is none", "999 Request denied", "server_error"],
    ["less than announced", `200 OK\r\n${HTML}\r\ncontent-length: 5000`, "server_error"],
    ["two lengths", `200 OK\r\n${HTML}\r\ncontent-length: 5\r\ncontent-length: 50`, "server_error"],
    ["a length below nothing", `200 OK\r\n${HTML}\r\ncontent-length: -5`, "server_error"],
    [
      "both a length and chunks",
      `200 OK\r\n${HTML}\r\ncontent-length: 5\r\ntransfer-encoding: chunked`,
      "server_error",
    ],
    ["a header of nonsense", `200 OK\r\n${HTML}\r\n\x01\x02: x`, "server_error"],
    ["a header without end", `200 OK\r\n${HTML}\r\nx: ${"a".repeat(100_000)}`, "too_large"],
    ["empty headers", `200 OK\r\n${HTML}\r\n${"a:\r\n".repeat(20_000)}b: c`, "too_large"],
    [
      "a hundred thousand trailers",
      `200 OK\r\n${HTML}\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n${"a: b\r\n".repeat(100_000)}`,
      "too_large",
    ],
    ["ten thousand headers", `200 OK\r\n${HTML}\r\n${"a: b\r\n".repeat(10_000)}c: d`, "too_large"],
  ])("%s: could not be read, and says why", async (_what, head, why) => {
    const body = head.startsWith("204") || head.startsWith("205") ? "" : TITLE;
    expect(await readSite(await saying(http(head, body)))).toEqual(unreadable(why as "server_error"));
  });

  test.each([
    ["HTTP without headers", TITLE],
    ["another protocol", "220 smtp.example ESMTP\r\n"],
    ["TLS where none was asked for", Buffer.from("15030100020228", "hex")],
    ["nothing at all", ""],
  ])("%s: could not be read", async (_what, answer) => {
    expect((await readSite(await saying(answer))).kind).toBe("unreadable");
  });

  test.each([
    ["a PDF", "%PDF-1.7\n<title>x</title>"],
    ["a picture", "\x89PNG\r\n<title>x</title>"],
    ["a film", "\0\0\0\x20ftypisom<title>x</title>"],
    ["an archive", "PK\x03\x04<title>x</title>"],
  ])("%s that is called a page is none", async (_what, body) => {
    const site = await localSite(page(Buffer.from(body, "latin1"), "text/html"));
    expect(await readSite(site)).toEqual(unreadable("not_html"));
  });

  test("what arrived is taken from the connection in sips, and not at all once it was too much", async () => {
    const site = await saying(http(`200 OK\r\n${HTML}\r\n${"a: b\r\n".repeat(100_000)}c: d`));
    const taken: number[] = [];
    const { read } = Readable.prototype;
    vi.spyOn(Readable.prototype, "read").mockImplementation(function (this: Readable, size?: number) {
      const piece = read.call(this, size);
      if (this instanceof Socket && this.remotePort === site.port && piece !== null) taken.push(piece.length);
      return piece;
    });
    expect(await readSite(site)).toEqual(unreadable("too_large"));
    expect(Math.max(...taken)).toBeLessThanOrEqual(4_096);
    // 32 kB of names and values are 98 kB of lines: of 600 kB the rest is left.
    expect(taken.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(110_000);
  });

  test("a million chunks of one letter are one page, cut where pages are", async () => {
    const site = await localSite(page(""));
    site.requests.length = 0;
    const chunks = Buffer.from(`${inLetters(TITLE).slice(0, -5)}${"1\r\na\r\n".repeat(400_000)}0\r\n\r\n`);
    const flood = kept(
      await saying(
        Buffer.concat([Buffer.from(http(`200 OK\r\n${HTML}\r\ntransfer-encoding: chunked`, "")), chunks]),
      ),
    );
    await site.close();
    expect(await readSite(flood, { maxBytes: 300_000, deadlineMs: 20_000 })).toMatchObject(read);
  });
});

describe("certificates", () => {
  test.each([
    ["nobody vouches for", {}],
    ["nobody vouches for, under an old protocol", { minVersion: "TLSv1", maxVersion: "TLSv1.1" } as const],
  ])("one that %s is not trusted, whatever the environment says", async (_what, options) => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const requests: string[] = [];
    const ciphers = "DEFAULT:@SECLEVEL=0";
    const server = createTlsServer(
      { ...selfSignedCertificate("127.0.0.1"), ciphers, ...options },
      (request, response) => {
        requests.push(request.url ?? "");
        response.writeHead(200, { "content-type": "text/html" }).end(TITLE);
      },
    );
    server.on("tlsClientError", () => undefined);
    const secure = await listening(server, [], "127.0.0.1");
    expect(await readSite(secure, {}, `https://${secure.host}/`)).toEqual(unreadable("not_secure"));
    expect(requests).toEqual([]);
  });
});

function inLetters(text: string): string {
  return `${[...text].map((letter) => `1\r\n${letter}\r\n`).join("")}0\r\n\r\n`;
}
