import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { localSite } from "./local-site.js";
import { fencedIn, readSite, unreadable } from "./reading.js";

fencedIn();

const TITLE = "<html><head><title>Un titre</title></head><body>";

describe("packed pages", () => {
  test.each([
    ["gzip", gzipSync(TITLE)],
    ["x-gzip", gzipSync(TITLE)],
    ["deflate", deflateSync(TITLE)],
    ["deflate", deflateRawSync(TITLE)],
    ["br", brotliCompressSync(TITLE)],
    ["GZIP", gzipSync(TITLE)],
    ["identity", Buffer.from(TITLE)],
    ["gzip", gzipSync(TITLE.repeat(20)).subarray(0, -8)],
  ])("are read: %s", async (encoding, packed) => {
    const site = await localSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(packed);
    });
    expect(await readSite(site)).toMatchObject({ kind: "read", article: { title: "Un titre" } });
  });

  test.each([
    ["gzip", gzipSync(Buffer.alloc(200_000_000))],
    ["deflate", deflateSync(Buffer.alloc(200_000_000))],
    ["deflate", deflateRawSync(Buffer.alloc(200_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(20_000_000))],
  ])("that swell without end are too large: %s", async (encoding, bomb) => {
    const site = await localSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    expect(await readSite(site)).toEqual(unreadable("too_large"));
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test.each(["gzip", "deflate", "br", "identity"])("that are empty say nothing: %s", async (encoding) => {
    const site = await localSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end();
    });
    expect(await readSite(site)).toEqual(unreadable("empty_page"));
  });

  test("are read when they come byte by byte", async () => {
    const packed = deflateSync(TITLE);
    const site = await localSite(async (_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "deflate" });
      for (const byte of packed) await new Promise((sent) => response.write(Buffer.of(byte), sent));
      response.end();
    });
    expect(await readSite(site)).toMatchObject({ article: { title: "Un titre" } });
  });

  test("that never become anything are too large", async () => {
    // 5 MB of gzip members, each of which unpacks to no byte at all.
    const nothing = Buffer.concat(Array<Buffer>(250_000).fill(gzipSync("")));
    const site = await localSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(nothing);
    });
    expect(await readSite(site)).toEqual(unreadable("too_large"));
  });

  test.each([
    ["gzip, gzip", gzipSync(gzipSync(TITLE)), "server_error"],
    ["gzip, br", brotliCompressSync(gzipSync(TITLE)), "server_error"],
    ["br,".repeat(2_000), brotliCompressSync(TITLE), "server_error"],
    ["zstd", Buffer.from("28b52ffd", "hex"), "server_error"],
    ["compress", Buffer.from("1f9d90", "hex"), "server_error"],
    ["gzip", Buffer.from(TITLE), "server_error"],
    ["deflate", Buffer.from(TITLE), "server_error"],
    ["br", Buffer.from(TITLE), "server_error"],
  ] as const)("that are not packed as asked are not read: %s", async (encoding, packed, why) => {
    const site = await localSite((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(packed);
    });
    expect(await readSite(site)).toEqual(unreadable(why));
  });
});
