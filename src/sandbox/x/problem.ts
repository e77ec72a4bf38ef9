import { jsonAnswer, type XAnswer } from "./x-answer.js";

const titles: Record<number, string> = {
  401: "Unauthorized",
  403: "Forbidden",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** A refusal in the shape X uses for most statuses; the detail defaults to the status in words. */
export function problem(status: number, detail?: string): XAnswer {
  const title = titles[status] ?? "Error";
  return jsonAnswer(status, { title, detail: detail ?? title, type: "about:blank", status });
}

/** 400: the request itself is malformed. One message per fault, as X lists them. */
export function invalidRequest(messages: readonly string[]): XAnswer {
  return jsonAnswer(400, {
    errors: messages.map((message) => ({ message })),
    title: "Invalid Request",
    detail: "One or more parameters to your request was invalid.",
    type: "https://api.x.com/2/problems/invalid-request",
  });
}

/** The body seen on 2026-02-12 (akrherz/iembot#163). */
export const duplicateContent: XAnswer = problem(
  403,
  "You are not allowed to create a Tweet with duplicate content.",
);

/**
 * 402: the developer account has no credits. The status was seen (tryethernal/ethernal#1324), its body was not, so
 * nothing should be read from these words.
 */
export const creditsDepleted: XAnswer = jsonAnswer(402, {
  title: "CreditsDepleted",
  detail: "Your enrolled account does not have any credits to fulfill this request.",
  type: "https://api.x.com/2/problems/credits",
});

/** X answers a look-up of what is not there with 200 and `errors` alone. */
export function notFound(resource: "tweet" | "user", id: string): XAnswer {
  return jsonAnswer(200, {
    errors: [
      {
        value: id,
        detail: `Could not find ${resource} with id: [${id}].`,
        title: "Not Found Error",
        resource_type: resource,
        parameter: "id",
        resource_id: id,
        type: "https://api.x.com/2/problems/resource-not-found",
      },
    ],
  });
}
