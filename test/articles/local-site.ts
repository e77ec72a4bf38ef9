import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

/** A real server on loopback that counts what reaches it. */
export type LocalSite = {
  readonly port: number;
  /** `host:port`, as an allowed host is written. */
  readonly host: string;
  readonly origin: string;
  /** How many connections were opened to it. */
  connections(): number;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
};

export async function localSite(answer: RequestListener, address = "127.0.0.1"): Promise<LocalSite> {
  const requests: IncomingMessage[] = [];
  const server = createServer({ insecureHTTPParser: false }, (request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return listening(server, requests, address);
}

/** A server below HTTP: what it writes is what arrives. */
export async function localSocket(
  onConnection: (socket: Socket) => void,
  address = "127.0.0.1",
): Promise<LocalSite> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  return listening(server, [], address);
}

export async function listening(
  server: Server,
  requests: IncomingMessage[],
  address: string,
): Promise<LocalSite> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `${address}:${port}`,
    origin: `http://${address}:${port}`,
    connections: () => connections,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Answers with one page. */
export function page(html: string | Buffer, contentType = "text/html; charset=utf-8"): RequestListener {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": contentType }).end(html);
  };
}
