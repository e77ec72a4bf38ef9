import type { MetFault } from "./arm-faults.js";
import { creditsDepleted, duplicateContent, problem } from "./problem.js";
import { limitHeaders } from "./request-counter.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";
import type { Garbling } from "./x-fault.js";

/** What goes over the wire: an answer, half of one, or none. */
export type Delivery =
  | { kind: "whole"; answer: XAnswer }
  | { kind: "cut_off"; answer: XAnswer }
  | { kind: "reset" }
  | { kind: "close" };

/** X acting on the request: called at most once. `storedText` replaces the text of a create. */
type Act = (storedText?: string) => XAnswer;

/** Acts and answers as the fault has it. `epochSeconds` is X's clock. */
export async function applyFault(
  { fault, released }: MetFault,
  act: Act,
  limits: { headers: Record<string, string>; epochSeconds: number },
): Promise<Delivery> {
  const limited = (answer: XAnswer): Delivery => ({
    kind: "whole",
    answer: { ...answer, headers: { ...answer.headers, ...limits.headers } },
  });

  switch (fault.kind) {
    case "reset":
      if (fault.takesEffect) act();
      return { kind: "reset" };
    case "hang":
      if (fault.takesEffect) act();
      await released;
      return { kind: "close" };
    case "slow": {
      const early = fault.takesEffect ? act() : null;
      await released;
      return limited(early ?? act());
    }
    case "garbled":
      return garbled(fault.how, fault.takesEffect ? act() : jsonAnswer(201, { data: {} }));
    case "status":
      if (fault.takesEffect) act();
      return limited(fault.status === 402 ? creditsDepleted : problem(fault.status));
    case "duplicate":
      return limited(duplicateContent);
    case "forbidden":
      return limited(problem(403, fault.detail));
    case "too_many":
      return tooMany(fault, limits);
    case "late":
      void released.then(() => act());
      return limited(problem(503));
    case "other_text":
      return limited(act(fault.text));
    default:
      return fault satisfies never;
  }
}

function garbled(how: Garbling, answer: XAnswer): Delivery {
  switch (how) {
    case "truncated":
      return { kind: "cut_off", answer };
    case "empty":
      return { kind: "whole", answer: { ...answer, body: "" } };
    case "html":
      return {
        kind: "whole",
        answer: {
          status: 200,
          headers: { "content-type": "text/html; charset=utf-8" },
          body: "<!doctype html><title>Sign in to the network</title><h1>Sign in to the network</h1>",
        },
      };
    case "redirect":
      return {
        kind: "whole",
        answer: { status: 302, headers: { location: "https://api.x.com/account/access" }, body: "" },
      };
    case "corrupt_gzip":
      return {
        kind: "whole",
        answer: { ...answer, headers: { ...answer.headers, "content-encoding": "gzip" }, body: "not gzip" },
      };
    default:
      return how satisfies never;
  }
}

function tooMany(
  fault: { headers: "none" | "window" | "day"; resetsInSeconds: number },
  limits: { headers: Record<string, string>; epochSeconds: number },
): Delivery {
  const answer = problem(429);
  const resetAt = limits.epochSeconds + fault.resetsInSeconds;
  const spent = {
    none: {},
    window: { ...limits.headers, ...limitHeaders("x-rate-limit", 100, { used: 100, resetAt }) },
    day: { ...limits.headers, ...limitHeaders("x-user-limit-24hour", 100, { used: 100, resetAt }) },
  }[fault.headers];
  return { kind: "whole", answer: { ...answer, headers: { ...answer.headers, ...spent } } };
}
