import https from "node:https";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { watchedAgent } from "../../src/x/watched-agent.js";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listening(server: net.Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Asks for api.x.com at this port; whether the connection was seen to stand when it ended, and how it ended. */
function asked(port: number, options: https.AgentOptions = {}, deadlineMs = 2_000) {
  let stood = false;
  const agent = watchedAgent(null, () => (stood = true), { host: "127.0.0.1", port, ...options });
  return new Promise<{ stood: boolean; ended: string }>((resolve) => {
    const signal = AbortSignal.timeout(deadlineMs);
    const request = https.request("https://api.x.com/2/tweets", { method: "POST", agent, signal });
    request.on("response", (response) => {
      response.resume();
      resolve({ stood, ended: `HTTP ${response.statusCode}` });
    });
    request.on("error", (error: NodeJS.ErrnoException) =>
      resolve({ stood, ended: error.code ?? error.name }),
    );
    request.end("{}");
  });
}

const shared = { psk: Buffer.from("a key both sides know"), identity: "firsthand" };
const withKey = { ciphers: "PSK", maxVersion: "TLSv1.2" } as const;

/** A TLS server without a certificate: both sides know a key. What comes after the handshake is up to the test. */
const secure = (after: (socket: tls.TLSSocket) => void) =>
  listening(tls.createServer({ ...withKey, pskCallback: () => shared.psk }, after));

const knowing: https.AgentOptions & tls.ConnectionOptions = {
  ...withKey,
  pskCallback: () => shared,
  checkServerIdentity: () => undefined,
};

describe("a secure connection", () => {
  it("stands once its handshake is done: what is lost from then on may have been read", async () => {
    const port = await secure((socket) => socket.once("data", () => socket.destroy()));
    expect(await asked(port, knowing)).toEqual({ stood: true, ended: "ECONNRESET" });
    const answering = await secure((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n")),
    );
    expect(await asked(answering, knowing)).toEqual({ stood: true, ended: "HTTP 201" });
  });

  it.each<[string, (socket: net.Socket) => void]>([
    ["is reset", (socket) => socket.resetAndDestroy()],
    ["never comes to an end", () => undefined],
    ["is answered by something that speaks no TLS", (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n")],
  ])("never stood where its handshake %s, and nothing of the request was sent", async (_, answer) => {
    let heard = Buffer.alloc(0);
    const server = net.createServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (bytes) => {
        heard = Buffer.concat([heard, bytes]);
        answer(socket);
      });
    });
    const { stood, ended } = await asked(await listening(server), {}, 500);
    expect(ended).not.toMatch(/^HTTP/);
    expect({ stood, said: heard.includes("/2/tweets") }).toEqual({ stood: false, said: false });
  });

  it("never stood where the other side is not who it should be", async () => {
    const port = await secure((socket) => socket.destroy());
    const stranger = { ...knowing, pskCallback: () => ({ ...shared, psk: Buffer.from("another key") }) };
    expect(await asked(port, stranger)).toMatchObject({ stood: false });
  });
});
