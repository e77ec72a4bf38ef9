import { z } from "zod";
import type { DeleteAnswer, TakeDown } from "../flows/ports.js";
import type { X } from "./connect-to-x.js";
import { sayNoAnswer, type XAnswer, xWords } from "./read-x-answer.js";

/** Takes one post down by its id. Deleting again is safe: the caller tries again whatever proves nothing. */
export function takeDownFromX(x: Pick<X, "remove">): TakeDown {
  return async (xPostId) => readDelete(await x.remove(xPostId));
}

const deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

/** Reads X's answer to a delete. A post that X does not know stands there no more. */
export function readDelete(answer: XAnswer): DeleteAnswer {
  if (answer.kind === "no_answer") return { kind: "not_sure", detail: sayNoAnswer(answer) };
  const { status, body } = answer;
  if (status >= 200 && status < 300 && deleted.safeParse(body).success) return { kind: "deleted" };
  const words = xWords(body);
  if (words === null) return { kind: "not_sure", detail: `HTTP ${status}, not an answer of X's kind` };
  if (status === 404) return { kind: "deleted" };
  return [400, 401, 402, 403].includes(status)
    ? { kind: "refused", detail: words }
    : { kind: "not_sure", detail: words };
}
