import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deadPicturePaths, newsstandPages, shelf } from "./newsstand-pages.js";

export type Newsstand = {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** `127.0.0.1:PORT`, as ARTICLE_ALLOWED_HOSTS wants it. */
  readonly host: string;
  /** What can be suggested; `about` says what is peculiar about it, in one English line. */
  readonly articles: readonly {
    path: string;
    url: string;
    title: string;
    language: string;
    about: string;
  }[];
  /** Addresses of pictures its articles name and nobody can fetch. */
  readonly deadPictures: readonly string[];
  close(): Promise<void>;
};

/**
 * A small press on loopback, for suggesting from. `slowMs` is how long its slow page takes. Rejects with the system's
 * error when the port is taken.
 */
export async function startNewsstand(options: { port?: number; slowMs?: number } = {}): Promise<Newsstand> {
  const { port = 0, slowMs = 8000 } = options;
  const waiting = new Set<NodeJS.Timeout>();
  let pages: ReturnType<typeof newsstandPages> = () => null;

  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const page = pages((request.url ?? "/").split("?", 1)[0] ?? "/");
    if (page === null) {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      response.end("<!doctype html><title>Page not found</title><h1>Page not found</h1>");
      return;
    }
    if (page.kind === "redirect") {
      response.writeHead(page.status, { location: page.to }).end();
      return;
    }
    const answer = () => {
      response.writeHead(200, { "content-type": page.type, "content-length": page.body.length });
      response.end(request.method === "HEAD" ? undefined : page.body);
    };
    if (!page.slow) {
      answer();
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(timer);
      answer();
    }, slowMs);
    waiting.add(timer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  pages = newsstandPages(url, Date.now());
  return {
    url,
    host,
    articles: shelf.map((entry) => ({ ...entry, url: `${url}${entry.path}` })),
    deadPictures: deadPicturePaths.map((path) => `${url}${path}`),
    close: () =>
      new Promise((resolve) => {
        for (const timer of waiting) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
