import net from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeReadArticle as makeReader, type ReadArticleOptions } from "../../src/articles/read-article.js";
import { PRIVATE_NOTATIONS } from "./addresses.js";
import { type LocalSite, localSite, page } from "./local-site.js";
import { knowsNoName, loopbackOnly } from "./loopback-only.js";

const makeReadArticle = (options: ReadArticleOptions) => makeReader({ resolve: knowsNoName, ...options });
let fence: ReturnType<typeof loopbackOnly>;
beforeEach(() => {
  fence = loopbackOnly();
});

const PAGE = "<title>Inside</title>";
const opened: { close(): Promise<void> }[] = [];
function kept<T extends { close(): Promise<void> }>(thing: T): T {
  opened.push(thing);
  return thing;
}
afterEach(async () => {
  vi.restoreAllMocks();
  expect(fence.strayed).toEqual([]);
  await Promise.all(opened.splice(0).map((thing) => thing.close()));
});

const site = async (...parts: Parameters<typeof localSite>): Promise<LocalSite> =>
  kept(await localSite(...parts));
const redirectTo = (location: string) =>
  site((_request, response) => void response.writeHead(302, { location }).end());

describe("no connection is opened to a refused address", () => {
  test("whatever way it is written, in the link or in a redirect", async () => {
    const inside = await site(page(PAGE), "::");
    let location = "";
    const outside = await site((_request, response) => void response.writeHead(302, { location }).end());
    const reader = kept(makeReadArticle({ allowedHosts: [outside.host] }));
    for (const notation of PRIVATE_NOTATIONS) {
      const link = notation.replace("PORT", `${inside.port}`);
      expect((await reader.readArticle(link)).kind, link).toBe("refused");
      // A header carries bytes: what is not ASCII arrives as a browser would have sent it.
      location = Buffer.from(link).toString("latin1");
      expect((await reader.readArticle(`${outside.origin}/`)).kind, `redirect to ${link}`).not.toBe("read");
    }
    expect(outside.connections()).toBeGreaterThanOrEqual(PRIVATE_NOTATIONS.length);
    expect(inside.connections()).toBe(0);
  });

  test.each([
    ["127.0.0.1"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["10.0.0.7"],
    ["169.254.169.254"],
    ["93.184.215.14", "127.0.0.1"],
    ["127.0.0.1", "2606:4700::1111"],
  ])("when its name resolves to %s %s", async (...addresses) => {
    const reader = kept(makeReadArticle({ allowedHosts: [], resolve: async () => addresses }));
    expect(await reader.readArticle("http://inside.example/")).toEqual({
      kind: "refused",
      why: "private_address",
    });
    expect(net.connect).not.toHaveBeenCalled();
  });

  test("an allowed name may be this machine, and no other private one", async () => {
    const own = await site(page("<title>Own</title>"));
    const at = (address: string) =>
      kept(makeReadArticle({ allowedHosts: [`news.example:${own.port}`], resolve: async () => [address] }));
    const link = `http://news.example:${own.port}/`;
    expect(await at("127.0.0.1").readArticle(link)).toMatchObject({
      kind: "read",
      article: { title: "Own" },
    });
    expect(await at("10.0.0.7").readArticle(link)).toEqual({ kind: "refused", why: "private_address" });
  });

  test("a name that moves inside after it was checked is read where it was checked", async () => {
    vi.restoreAllMocks();
    const outside = await site(page("<title>Outside</title>"));
    const answers = [["93.184.215.14"], ["127.0.0.1"]];
    let asked = 0;
    const reader = kept(
      makeReadArticle({ allowedHosts: [], resolve: async () => answers[asked++] ?? ["127.0.0.1"] }),
    );
    // Stands where the internet would be: notes every address the socket would go to, and leads it to the local site.
    const wanted: unknown[] = [];
    const real = net.connect;
    vi.spyOn(net, "connect").mockImplementation(((options: net.TcpNetConnectOpts) => {
      for (let time = 0; time < 2; time += 1)
        options.lookup?.(options.host ?? "", { all: true }, (_error, addresses) => wanted.push(addresses));
      const { lookup: _pinned, ...rest } = options;
      return real({ ...rest, host: "127.0.0.1", port: outside.port });
    }) as typeof net.connect);
    expect(await reader.readArticle("http://moving.example/")).toMatchObject({
      article: { title: "Outside" },
    });
    expect(asked).toBe(1);
    expect(wanted).toEqual([
      [{ address: "93.184.215.14", family: 4 }],
      [{ address: "93.184.215.14", family: 4 }],
    ]);
  });

  test("every redirect is looked up and checked anew", async () => {
    const inside = await site(page(PAGE));
    const outside = await redirectTo(`http://second.example:${inside.port}/`);
    const reader = kept(
      makeReadArticle({
        allowedHosts: [outside.host, `second.example:${inside.port}`],
        resolve: async () => ["192.168.0.9"],
      }),
    );
    expect(await reader.readArticle(outside.origin)).toEqual({ kind: "refused", why: "private_address" });
    expect(inside.connections()).toBe(0);
  });

  test.each([
    ["file:///etc/passwd", "not_a_web_address"],
    ["javascript:alert(1)", "not_a_web_address"],
    ["data:text/html,<title>x</title>", "not_a_web_address"],
    ["https://user:pass@example.com/", "credentials_in_link"],
    ["https://example.com:8443/", "port_not_allowed"],
    ["https://hooks.slack.com/services/T0/B0/X", "secret_link"],
  ])("a redirect to %s is refused", async (location, why) => {
    const outside = await redirectTo(location);
    const reader = kept(makeReadArticle({ allowedHosts: [outside.host] }));
    expect(await reader.readArticle(outside.origin)).toEqual({ kind: "refused", why });
  });
});

describe("redirects", () => {
  const hops = async (most: number) => {
    const hopping = await site((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) page("<title>Arrived</title>")(request, response);
      else response.writeHead(301, { location: `/${left - 1}`, "set-cookie": "seen=1" }).end();
    });
    const reader = kept(makeReadArticle({ allowedHosts: [hopping.host] }));
    return { answer: await reader.readArticle(`${hopping.origin}/${most}`), hopping };
  };

  test("five are followed, without cookies, referrer or anything of ours but a name", async () => {
    const { answer, hopping } = await hops(5);
    expect(answer).toMatchObject({ kind: "read", article: { title: "Arrived" } });
    expect(hopping.requests).toHaveLength(6);
    for (const { headers } of hopping.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "host",
        "user-agent",
      ]);
    }
  });

  test("a sixth is not, nor a circle", async () => {
    expect((await hops(6)).answer).toEqual({ kind: "unreadable", why: "too_many_redirects" });
    const circle = await redirectTo("/");
    const reader = kept(makeReadArticle({ allowedHosts: [circle.host] }));
    expect(await reader.readArticle(circle.origin)).toEqual({
      kind: "unreadable",
      why: "too_many_redirects",
    });
    expect(circle.requests).toHaveLength(6);
  });
});
