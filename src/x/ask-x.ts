import {
  ApiResponseError,
  type ITwitterApiClientPlugin,
  TwitterApi,
  type TwitterApiv2,
} from "twitter-api-v2";
import { z } from "zod";
import type { XAnswer } from "./read-x-answer.js";
import { watchedAgent } from "./watched-agent.js";

/** The keys of the X app and the executive's own tokens (OAuth 1.0a). */
export type XKeys = {
  readonly apiKey: string;
  readonly apiKeySecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
};

export type Asking = XKeys & {
  /** A loopback origin that stands in for X; null: X itself. */
  readonly apiUrl: string | null;
  /** From the call to the last byte of the answer. */
  readonly deadlineMs: number;
};

/** Sends one request, once. Never throws; what is told of a failure is chosen field by field. */
export type AskX = (request: (v2: TwitterApiv2) => Promise<unknown>) => Promise<XAnswer>;

/** What the wire showed of one request: the library tells neither the status of a success nor the cause of a failure. */
type Seen = { status: number | null; headers: Headers; opened: boolean; code: string | null };
type Headers = Readonly<Record<string, string | string[] | undefined>>;

const responseSeen = z.object({
  res: z.object({
    statusCode: z.number(),
    headers: z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()),
  }),
});
const errorSeen = z.object({ requestError: z.object({ code: z.string().max(60) }) });

export function makeAskX(asking: Asking): AskX {
  return async (request) => {
    const seen: Seen = { status: null, headers: {}, opened: false, code: null };
    const httpAgent = watchedAgent(asking.apiUrl, () => {
      seen.opened = true;
    });
    const client = new TwitterApi(
      {
        appKey: asking.apiKey,
        appSecret: asking.apiKeySecret,
        accessToken: asking.accessToken,
        accessSecret: asking.accessTokenSecret,
      },
      // Uncompressed: a broken gzip stream would end the process (x.md 1.4).
      { httpAgent, compression: false, plugins: [watching(seen, asking.deadlineMs)] },
    );
    try {
      return answered(seen, await request(client.v2));
    } catch (error) {
      // Of the library's errors only the parsed body is taken: the rest holds the signed request.
      return answered(seen, error instanceof ApiResponseError ? error.data : undefined);
    }
  };
}

function answered(seen: Seen, body: unknown): XAnswer {
  if (seen.status === null) return { kind: "no_answer", opened: seen.opened, code: seen.code };
  const parsed = typeof body === "object" && body !== null ? body : undefined;
  return { kind: "answered", status: seen.status, body: parsed, headers: seen.headers };
}

function watching(seen: Seen, deadlineMs: number): ITwitterApiClientPlugin {
  return {
    onBeforeRequestConfig: ({ params }) => {
      params.requestEventDebugHandler = (event, data: unknown) => {
        if (event === "request-error") seen.code = errorSeen.safeParse(data).data?.requestError.code ?? null;
        if (event !== "response") return;
        const { data: response } = responseSeen.safeParse(data);
        seen.status = response?.res.statusCode ?? null;
        seen.headers = response?.res.headers ?? {};
      };
    },
    onBeforeRequest: ({ requestOptions }) => {
      requestOptions.signal = AbortSignal.timeout(deadlineMs);
    },
  };
}
