import type { ServerResponse } from "node:http";
import type { Changed } from "./stage-api.js";

export type ChangeStream = {
  add(response: ServerResponse): void;
  tell(what: Changed): void;
  close(): void;
};

/** Server-sent events: each names what changed; the page then fetches that part anew. */
export function makeChangeStream(): ChangeStream {
  const listeners = new Set<ServerResponse>();
  return {
    add(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // The first line makes the browser report the stream as open at once.
      response.write("retry: 1000\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
    },
    tell(what) {
      for (const listener of listeners) listener.write(`data: ${what}\n\n`);
    },
    close() {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
