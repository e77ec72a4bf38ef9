import https from "node:https";
import net from "node:net";

/**
 * One connection per request. `opened`: the connection stands, and what is written reaches the other side from now on.
 * With TLS that is once its handshake is done: before that Node keeps the request to itself, so none of it was sent.
 * Towards a stand-in (a loopback origin) it is plain, while address and signature stay those of api.x.com.
 */
export function watchedAgent(
  standIn: string | null,
  opened: () => void,
  options: https.AgentOptions = {},
): https.Agent {
  const agent = new https.Agent({ ...options, keepAlive: false });
  if (standIn === null) {
    const secure = agent.createConnection.bind(agent);
    agent.createConnection = (...given) => secure(...given)?.once("secureConnect", opened);
    return agent;
  }
  const { hostname, port } = new URL(standIn);
  const host = hostname.replace(/^\[|\]$/g, "");
  agent.createConnection = () => net.connect({ host, port: Number(port) || 80 }).once("connect", opened);
  return agent;
}
