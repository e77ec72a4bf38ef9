import type { Server } from "node:http";

const TRIES = 50;

/** Listens on 127.0.0.1 at `wanted`, or at the next free port after it. 0 takes any. Returns the port taken. */
export async function listenNear(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      return await listenAt(server, port);
    } catch (error) {
      if (!isBusy(error) || port - wanted >= TRIES || port >= 65_535) throw error;
    }
  }
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port to listen on"));
      else resolve(address.port);
    });
  });
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")
  );
}
