import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiFault } from "../faults.js";
import type { Answer } from "./answer.js";
import { refused } from "./api-method.js";

/** How a call goes on after its fault. */
export type Played = { kind: "go on" } | { kind: "lose answer" } | { kind: "ended"; error: string };

/** Plays the fault meant for this call, if there is one. */
export async function playFault(
  fault: ApiFault | null,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<Played> {
  switch (fault?.kind) {
    case undefined:
      return { kind: "go on" };
    case "held":
      await fault.until;
      return { kind: "go on" };
    case "lost_answer":
      return { kind: "lose answer" };
    case "rate_limited": {
      const headers = { "retry-after": String(fault.retryAfterSeconds) };
      answer(response, 429, refused("ratelimited"), headers);
      return { kind: "ended", error: "ratelimited" };
    }
    case "http":
      answer(response, fault.status, "upstream error");
      return { kind: "ended", error: `http ${fault.status}` };
    case "error":
      answer(response, 200, refused(fault.error));
      return { kind: "ended", error: fault.error };
    case "reset":
      request.socket.resetAndDestroy();
      return { kind: "ended", error: "reset" };
    case "hang":
      return { kind: "ended", error: "hang" };
    default:
      return fault satisfies never;
  }
}
