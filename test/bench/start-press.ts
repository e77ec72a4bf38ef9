import { createServer } from "node:http";
import { listenNear } from "../../src/sandbox/stage/listen-near.js";

/** A press that prints an article at every address: none is the repeat of another. */
export type Press = { readonly host: string; link(name: string): string; close(): Promise<void> };

export async function startPress(): Promise<Press> {
  const server = createServer(({ url = "/" }, response) => {
    const title = `What moves ${url.replaceAll(/[^a-z0-9]+/gi, " ").trim()}`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="en"><title>${title}</title><meta property="og:title" content="${title}">` +
        `<meta name="description" content="One article of many."><p>One article of many.</p></html>`,
    );
  });
  const host = `127.0.0.1:${await listenNear(server, 0)}`;
  return {
    host,
    link: (name) => `http://${host}/articles/${name}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
