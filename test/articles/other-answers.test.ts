import { EventEmitter, once } from "node:events";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { makeReadArticle } from "../../src/articles/read-article.js";
import { listening, localSite, localSocket, page } from "./local-site.js";
import { fencedIn, kept, readSite, unreadable } from "./reading.js";
import { selfSignedCertificate } from "./self-signed-certificate.js";

fencedIn();

const TITLE = "<html><head><title>Un titre</title></head><body>";

describe("servers that answer something else", () => {
  test.each([
    [404, "not_found"],
    [410, "not_found"],
    [401, "needs_sign_in"],
    [402, "needs_sign_in"],
    [403, "not_allowed"],
    [429, "too_busy"],
    [451, "not_allowed"],
    [500, "server_error"],
    [503, "server_error"],
    [304, "server_error"],
  ] as const)("status %i is %s", async (status, why) => {
    const site = await localSite(
      (_request, response) => void response.writeHead(status, { "content-type": "text/html" }).end(),
    );
    expect(await readSite(site)).toEqual(unreadable(why));
  });

  test.each([
    "application/pdf",
    "image/png",
    "video/mp4",
    "text/plain",
    "application/json",
    "text/htmlish",
    "application/octet-stream",
  ])("%s is not a page", async (type) =>
    expect(await readSite(await localSite(page(TITLE, type)))).toEqual(unreadable("not_html")),
  );

  test("what has no type is a page only if it begins like one", async () => {
    const bare = (body: string) =>
      localSocket((socket) => void socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${body}`));
    expect(await readSite(await bare("\n <!doctype html><title>Bare</title>"))).toMatchObject({
      article: { title: "Bare" },
    });
    expect(await readSite(await bare("%PDF-1.7 <title>x</title>"))).toEqual(unreadable("not_html"));
  });

  test.each([
    ["nothing", ""],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.2\r\n"],
    [
      "a broken chunk",
      "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    ],
    [
      "less than announced",
      "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 900\r\n\r\n<title>x",
    ],
    ["a redirect to nonsense", "HTTP/1.1 302 Found\r\nlocation: http://[/\r\ncontent-length: 0\r\n\r\n"],
  ])("%s could not be read", async (_what, answer) => {
    const site = await localSocket((socket) => void socket.once("data", () => socket.end(answer)));
    expect(["unreachable", "server_error"]).toContain(((await readSite(site)) as { why: string }).why);
  });

  test("an empty page says so", async () => {
    expect(await readSite(await localSite(page("")))).toEqual(unreadable("empty_page"));
    expect(
      await readSite(await localSite(page("<html><body><div id=root></div><script>go()</script>"))),
    ).toEqual(unreadable("needs_scripts"));
  });

  test("nobody listening is unreachable, no such name is no such host", async () => {
    const gone = await localSite(page(TITLE));
    await gone.close();
    const reader = kept(makeReadArticle({ allowedHosts: [gone.host] }));
    expect(await reader.readArticle(gone.origin)).toEqual(unreadable("unreachable"));
    const failing = (code: string) =>
      kept(
        makeReadArticle({
          allowedHosts: [],
          resolve: () => Promise.reject(Object.assign(new Error(code), { code })),
        }),
      );
    expect(await failing("ENOTFOUND").readArticle("https://nowhere.example/")).toEqual(
      unreadable("no_such_host"),
    );
    expect(await failing("EAI_AGAIN").readArticle("https://nowhere.example/")).toEqual(
      unreadable("unreachable"),
    );
    const empty = kept(makeReadArticle({ allowedHosts: [], resolve: async () => [] }));
    expect(await empty.readArticle("https://nowhere.example/")).toEqual(unreadable("no_such_host"));
  });

  test("a failure of our own is not taken for the network's", async () => {
    const broken = kept(
      makeReadArticle({ allowedHosts: [], resolve: () => Promise.reject(new TypeError("a mistake")) }),
    );
    await expect(broken.readArticle("https://example.com/")).rejects.toThrow("a mistake");
  });

  test("a certificate nobody vouches for is not trusted, nor a server that does not speak TLS", async () => {
    const requests: string[] = [];
    const server = createTlsServer(selfSignedCertificate("news.example"), (request, response) => {
      requests.push(request.url ?? "");
      response.writeHead(200, { "content-type": "text/html" }).end(TITLE);
    });
    server.on("tlsClientError", () => undefined);
    const secure = await listening(server, [], "127.0.0.1");
    expect(await readSite(secure, {}, `https://${secure.host}/`)).toEqual(unreadable("not_secure"));
    expect(secure.connections()).toBe(1);
    expect(requests).toEqual([]);
    const plain = await localSite(page(TITLE));
    expect(await readSite(plain, {}, `https://${plain.host}/`)).toEqual(unreadable("unreachable"));
  });
});

describe("closing", () => {
  test("ends what is under way and reads nothing more", async () => {
    const heard = new EventEmitter();
    const connected = once(heard, "connection");
    const site = kept(await localSocket(() => void heard.emit("connection")));
    const reader = makeReadArticle({ allowedHosts: [site.host] });
    const reading = reader.readArticle(site.origin);
    await connected;
    await reader.close();
    expect(await reading).toEqual(unreadable("unreachable"));
    expect(await reader.readArticle(site.origin)).toEqual(unreadable("unreachable"));
    expect(site.connections()).toBe(1);
  });

  test("lets go of a server that never ends its handshake", async () => {
    const heard = new EventEmitter();
    const connected = once(heard, "connection");
    const site = kept(await localSocket((socket) => void heard.emit("connection", socket)));
    // Far beyond this test's own limit: only closing can end it.
    const reader = makeReadArticle({ allowedHosts: [site.host], deadlineMs: 600_000 });
    const reading = reader.readArticle(`https://${site.host}/`);
    const [socket] = (await connected) as [Socket];
    socket.resume();
    const gone = once(socket, "close");
    await reader.close();
    expect(await reading).toEqual(unreadable("unreachable"));
    await gone;
  });
});
