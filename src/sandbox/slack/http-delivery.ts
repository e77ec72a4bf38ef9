import { createHmac } from "node:crypto";
import { request as openRequest } from "node:http";
import type { CapturedRequest, Faults, PayloadKind } from "./faults.js";
import { isPlainObject } from "./plain-object.js";
import type { Delivered, Retry, Transport } from "./transport.js";

export type HttpDelivery = Transport & {
  captured: CapturedRequest[];
  replay(request: CapturedRequest): Promise<number>;
};

const KEPT_REQUESTS = 500;

/** Signed requests to the app's address, as Slack makes them when Socket Mode is off. */
export function makeHttpDelivery(needs: {
  eventsUrl: string;
  signingSecret: string;
  faults: Faults;
  ackDeadlineMs: number;
}): HttpDelivery {
  const { eventsUrl, signingSecret, faults, ackDeadlineMs } = needs;
  const captured: CapturedRequest[] = [];

  const signed = (kind: PayloadKind, payload: unknown, retry?: Retry): CapturedRequest => {
    const body = encoded(kind, payload);
    // The receiver compares with its own clock, so the wall clock it is, whatever clock the workspace follows.
    const timestamp = String(Math.trunc(Date.now() / 1000) + faults.signatureSkewSeconds);
    const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
    return {
      kind,
      body,
      headers: {
        "content-type": kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
        ...(retry && { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason }),
      },
    };
  };

  return {
    captured,
    async send(kind, payload, retry) {
      const outgoing = signed(kind, payload, retry);
      captured.push(outgoing);
      if (captured.length > KEPT_REQUESTS) captured.shift();
      const started = performance.now();
      const answer = await posted(eventsUrl, outgoing, ackDeadlineMs);
      return delivered(answer, performance.now() - started);
    },
    async replay(request) {
      const answer = await posted(eventsUrl, request, ackDeadlineMs);
      return typeof answer === "object" ? answer.status : 0;
    },
    async close() {},
  };
}

type Answer = { status: number; text: string } | "late" | "unreachable";

function posted(url: string, outgoing: CapturedRequest, deadlineMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(outgoing.body));
    const request = openRequest(url, {
      method: "POST",
      agent: false,
      headers: { ...outgoing.headers, "content-length": length },
    });
    const timer = setTimeout(() => {
      resolve("late");
      request.destroy();
    }, deadlineMs);
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.on("error", () => settle("unreachable"));
    request.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => settle({ status: response.statusCode ?? 0, text }));
      response.on("error", () => settle("unreachable"));
    });
    request.end(outgoing.body);
  });
}

function delivered(answer: Answer, ms: number): Delivered {
  if (typeof answer === "string") return { kind: answer, ms };
  if (answer.status < 200 || answer.status > 299) return { kind: "refused", ms, status: answer.status };
  return { kind: "acked", ms, body: decoded(answer.text) };
}

function encoded(kind: PayloadKind, payload: unknown): string {
  switch (kind) {
    case "events_api":
      return JSON.stringify(payload);
    case "interactive":
      return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    case "slash_commands":
      return new URLSearchParams(
        Object.entries(isPlainObject(payload) ? payload : {}).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      ).toString();
    default:
      return kind satisfies never;
  }
}

/** An empty body is a bare acknowledgement; a body that is no JSON is the text of a reply. */
function decoded(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
