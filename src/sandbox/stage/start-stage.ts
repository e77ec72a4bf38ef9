import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Hands } from "../slack/hands.js";
import { makeChangeStream } from "./change-stream.js";
import { fromThisMachine } from "./from-this-machine.js";
import { listenNear } from "./listen-near.js";
import { buildPageFiles, type PageFile } from "./page-files.js";
import { parseAct } from "./parse-act.js";
import { playAct } from "./play-act.js";
import { readJson } from "./read-json.js";
import type { AppFacts, BotState, CastMember, ShelfArticle, TroubleState, XProfile } from "./stage-api.js";

export type StageNeeds = {
  /** 0 takes any; a busy one is stepped over. */
  port: number;
  app: AppFacts;
  hands: Hands;
  x: { profile(): XProfile; watch(onChange: () => void): () => void };
  articles: readonly ShelfArticle[];
  cast: () => CastMember[];
  bot: { state(): BotState; watch(onChange: () => void): () => void };
  trouble: { list(): TroubleState[]; set(id: string, on: boolean): Promise<boolean> };
};

export type Stage = { url: string; port: number; close(): Promise<void> };

/** Serves the page and its small JSON API on 127.0.0.1. */
export async function startStage(needs: StageNeeds): Promise<Stage> {
  const files = await buildPageFiles();
  const changes = makeChangeStream();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { wrong: String(error) });
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!fromThisMachine(request)) return sendJson(response, 403, { wrong: "only this machine may ask" });
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = files.get(url.pathname);
    if (request.method === "GET" && file !== undefined) return sendFile(response, file);
    switch (`${request.method} ${url.pathname}`) {
      case "GET /api/seen": {
        const user = url.searchParams.get("user") ?? "";
        if (!needs.cast().some((member) => member.id === user)) {
          return sendJson(response, 404, { wrong: "nobody of that name" });
        }
        return sendJson(response, 200, needs.hands.look(user));
      }
      case "GET /api/app":
        return sendJson(response, 200, needs.app);
      case "GET /api/cast":
        return sendJson(response, 200, needs.cast());
      case "GET /api/x":
        return sendJson(response, 200, needs.x.profile());
      case "GET /api/newsstand":
        return sendJson(response, 200, needs.articles);
      case "GET /api/bot":
        return sendJson(response, 200, needs.bot.state());
      case "GET /api/trouble":
        return sendJson(response, 200, needs.trouble.list());
      case "GET /api/changes":
        return changes.add(response);
      case "POST /api/act": {
        const parsed = parseAct(await readJson(request));
        if ("wrong" in parsed) return sendJson(response, 400, parsed);
        return sendJson(response, 200, await playAct(needs.hands, parsed.act));
      }
      case "POST /api/trouble": {
        const body = await readJson(request);
        const known = isTrouble(body) && (await needs.trouble.set(body.id, body.on));
        if (!known) return sendJson(response, 400, { wrong: "no such trouble" });
        changes.tell("trouble");
        return sendJson(response, 200, needs.trouble.list());
      }
      default:
        return sendJson(response, 404, { wrong: "nothing here" });
    }
  }

  let botStatus = needs.bot.state().status;
  const stops = [
    needs.hands.watch(() => changes.tell("slack")),
    needs.x.watch(() => {
      changes.tell("x");
      // A trouble that waited for X may just have happened.
      changes.tell("trouble");
    }),
    needs.bot.watch(() => {
      changes.tell("bot");
      const { status } = needs.bot.state();
      // The switch that stops the bot is off again once the bot runs.
      if (status !== botStatus) changes.tell("trouble");
      botStatus = status;
    }),
  ];
  const close = async (): Promise<void> => {
    for (const stop of stops) stop();
    changes.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  try {
    const port = await listenNear(server, needs.port);
    return { url: `http://127.0.0.1:${port}`, port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function isTrouble(body: unknown): body is { id: string; on: boolean } {
  if (typeof body !== "object" || body === null || !("id" in body) || !("on" in body)) return false;
  return typeof body.id === "string" && typeof body.on === "boolean";
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, file: PageFile): void {
  response.writeHead(200, {
    "content-type": file.type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    // Pictures of suggested articles are the one thing shown from outside, as Slack shows them.
    "content-security-policy":
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https: http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'",
  });
  response.end(file.body);
}
