import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FaultQueue, Faults } from "../faults.js";
import type { PlainObject } from "../plain-object.js";
import type { ResponseUrls } from "../response-urls.js";
import type { ScopeLedger } from "../scope-ledger.js";
import type { Workspace } from "../workspace.js";
import { makeAnswer } from "./answer.js";
import { type ApiAnswer, type ApiMethods, refused } from "./api-method.js";
import { breach, type Call } from "./call-log.js";
import { playFault } from "./play-fault.js";
import { readBody, requestArguments } from "./request-arguments.js";

type Needs = {
  workspace: Workspace;
  methods: ApiMethods;
  scopes: ScopeLedger;
  queue: FaultQueue;
  faults: Faults;
  responseUrls: ResponseUrls;
};

/** The HTTP face of the Web API (`/api/<method>`) and of response urls (`/response/<id>`). */
export function makeApiServer(needs: Needs): { server: Server; calls: Call[] } {
  const { workspace, queue, faults, responseUrls } = needs;
  const answer = makeAnswer(() => workspace.now() + faults.clockSkewSeconds * 1000);
  const calls: Call[] = [];

  const onCall = async (method: string, request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const { token, args, malformed } = requestArguments(request, body);
    const call: Call = { method, args, ok: false, error: null, at: workspace.now() };
    calls.push(call);

    const played = await playFault(queue.take(method), request, response, answer);
    if (played.kind === "ended") {
      call.error = played.error;
      return;
    }
    const loseAnswer = played.kind === "lose answer";

    const result = malformed ? refused(malformed) : judged(needs, method, token, args);
    call.ok = result.ok && !loseAnswer;
    call.error = loseAnswer ? "lost_answer" : result.ok ? null : result.error;
    const problem = breach(method, result);
    if (problem) workspace.problems.push(problem);
    if (loseAnswer) {
      request.socket.resetAndDestroy();
      return;
    }
    answer(response, 200, result, {
      "x-oauth-scopes": workspace.options.scopes.join(","),
      "x-slack-req-id": workspace.newId("R"),
    });
  };

  const onReply = async (id: string, request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const played = await playFault(queue.take("response_url"), request, response, answer);
    if (played.kind === "ended") return;
    const reply = responseUrls.use(id, body);
    if (played.kind === "lose answer") request.socket.resetAndDestroy();
    else answer(response, reply.status, reply.body);
  };

  const server = createServer((request, response) => {
    const [, room, name = ""] = (request.url ?? "").split("?", 1)[0]?.split("/") ?? [];
    const handled =
      room === "api"
        ? onCall(name, request, response)
        : room === "response"
          ? onReply(name, request, response)
          : Promise.resolve(answer(response, 404, "not found"));
    handled.catch((error: unknown) => {
      // A client that gave up before its request was whole is no fault of anybody's.
      if (request.complete) workspace.problems.push(`The local Slack failed at ${name}: ${String(error)}`);
      response.destroy();
    });
  });
  return { server, calls };
}

function judged(needs: Needs, method: string, token: string | null, args: PlainObject): ApiAnswer {
  const { botToken, appToken } = needs.workspace.options;
  if (token === null) return refused("not_authed");
  if (token !== botToken && token !== appToken) return refused("invalid_auth");
  const known = needs.methods[method];
  if (!known) return refused("unknown_method", { req_method: method });
  if (token !== (known.token === "bot" ? botToken : appToken)) return refused("not_allowed_token_type");
  const scope = known.scope(args);
  if (scope !== null && !needs.scopes.use(scope)) {
    return refused("missing_scope", {
      needed: scope,
      provided: needs.workspace.options.scopes.join(","),
    });
  }
  return known.run(args);
}
