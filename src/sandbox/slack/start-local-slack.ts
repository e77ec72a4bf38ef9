import type { AddressInfo } from "node:net";
import { alteredCommandText } from "./altered-text.js";
import { makeDelivery } from "./delivery.js";
import { makeEventSender } from "./event-sender.js";
import { type Faults, makeFaults } from "./faults.js";
import { handCommand } from "./hand-command.js";
import { handEvent } from "./hand-event.js";
import { handForm } from "./hand-form.js";
import type { HandNeeds } from "./hand-needs.js";
import { handPress } from "./hand-press.js";
import { handShortcut } from "./hand-shortcut.js";
import { makeHandedOut } from "./handed-out.js";
import type { Hands } from "./hands.js";
import { type HttpDelivery, makeHttpDelivery } from "./http-delivery.js";
import type { LocalSlackOptions } from "./local-slack-options.js";
import { look } from "./look.js";
import { makeMessageStore } from "./message-store.js";
import { makeResponseUrls } from "./response-urls.js";
import { makeScopeLedger } from "./scope-ledger.js";
import { makeSocketMode, type SocketMode } from "./socket-mode.js";
import { makeTriggerIds } from "./trigger-ids.js";
import { updateAsApp } from "./update-as-app.js";
import { makeViewStore } from "./view-store.js";
import { makeApiServer } from "./web-api/api-server.js";
import { authMethods } from "./web-api/auth-methods.js";
import { botsMethods } from "./web-api/bots-methods.js";
import type { Call } from "./web-api/call-log.js";
import { chatMethods } from "./web-api/chat-methods.js";
import { conversationsMethods } from "./web-api/conversations-methods.js";
import { historyMethods } from "./web-api/history-methods.js";
import { usersMethods } from "./web-api/users-methods.js";
import { viewsMethods } from "./web-api/views-methods.js";
import { makeWorkspace, type Workspace } from "./workspace.js";

const ACK_DEADLINE_MS = 3000;

/** A whole Slack workspace on loopback with one app installed. */
export type LocalSlack = {
  /** Ends in `/api/`: what the bot is given as `SLACK_API_URL`. */
  apiUrl: string;
  hands: Hands;
  faults: Faults;
  /** Every call of the Web API, oldest first. */
  calls: readonly Call[];
  /** Every breach of Slack's rules by the app, as sentences. */
  problems: readonly string[];
  /** The granted scopes that something really needed, sorted. */
  usedScopes(): string[];
  close(): Promise<void>;
};

/** Starts the workspace. Rejects when the port is taken. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const workspace = makeWorkspace(options);
  const scopes = makeScopeLedger(options.scopes);
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;

  const { faults, queue } = makeFaults(() => ({
    dropSockets: () => socketMode?.drop(),
    refreshSockets: (reason) => socketMode?.refresh(reason),
    async deliverRaw(kind, payload) {
      const delivered = await transport.send(kind, payload);
      return { acked: delivered.kind === "acked", body: delivered.kind === "acked" ? delivered.body : null };
    },
    captured: httpDelivery?.captured ?? [],
    replay: (request) => httpDelivery?.replay(request) ?? Promise.resolve(0),
    updateAsApp: (channel, ts, edit) => updateAsApp({ workspace, faults, messages }, channel, ts, edit),
  }));

  const way = wayToApp({ workspace, faults, options });
  const socketMode = way.kind === "sockets" ? way.transport : null;
  const httpDelivery = way.kind === "requests" ? way.transport : null;
  const { transport } = way;

  const delivery = makeDelivery({ transport, faults });
  const messages = makeMessageStore(workspace);
  const views = makeViewStore(workspace);
  const triggers = makeTriggerIds(workspace.now);
  const handedOut = makeHandedOut(workspace, faults);
  const responseUrls = makeResponseUrls({ workspace, faults, messages, origin });
  const events = makeEventSender({ workspace, delivery, handedOut, scopes });
  messages.listen((change) => events.messageChanged(change));

  const { server, calls } = makeApiServer({
    workspace,
    queue,
    faults,
    scopes,
    responseUrls,
    methods: {
      ...authMethods({ workspace, faults, socketMode, origin }),
      ...botsMethods(workspace),
      ...conversationsMethods(workspace),
      ...historyMethods({ workspace, handedOut }),
      ...chatMethods({ workspace, faults, messages, handedOut }),
      ...usersMethods(workspace),
      ...viewsMethods({ workspace, faults, triggers, views, handedOut }),
    },
  });
  server.on("upgrade", (request, socket, head) =>
    socketMode ? socketMode.upgrade(request, socket, head) : socket.destroy(),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;

  const needs: HandNeeds = {
    workspace,
    messages,
    views,
    triggers,
    responseUrls,
    handedOut,
    delivery,
    events,
    scopes,
    commandText: (text) => (faults.alterText === "as_slack" ? alteredCommandText(text) : text),
  };
  return {
    apiUrl: `${origin()}/api/`,
    hands: {
      ...handCommand(needs),
      ...handShortcut(needs),
      ...handPress(needs),
      ...handForm(needs),
      ...handEvent(needs),
      look: (user) => look({ workspace, views }, user),
      watch: workspace.watch,
    },
    faults,
    calls,
    problems: workspace.problems,
    usedScopes: scopes.used,
    async close() {
      faults.reset();
      await delivery.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type WayToApp = { kind: "sockets"; transport: SocketMode } | { kind: "requests"; transport: HttpDelivery };

function wayToApp(needs: { workspace: Workspace; faults: Faults; options: LocalSlackOptions }): WayToApp {
  const { workspace, faults, options } = needs;
  const { eventsUrl, signingSecret, ackDeadlineMs = ACK_DEADLINE_MS } = options;
  return eventsUrl === undefined
    ? { kind: "sockets", transport: makeSocketMode({ workspace, faults, ackDeadlineMs }) }
    : { kind: "requests", transport: makeHttpDelivery({ eventsUrl, signingSecret, faults, ackDeadlineMs }) };
}
