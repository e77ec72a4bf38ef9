import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { applyFault, type Delivery } from "./apply-fault.js";
import { armFaults } from "./arm-faults.js";
import { createPost } from "./create-post.js";
import { deletePost } from "./delete-post.js";
import { deliver } from "./deliver.js";
import { hiddenPosts } from "./hidden-posts.js";
import { keepPosts, type LocalPost } from "./keep-posts.js";
import { problem } from "./problem.js";
import { readMe } from "./read-me.js";
import { readPost } from "./read-post.js";
import { readTimeline } from "./read-timeline.js";
import { requestCounter } from "./request-counter.js";
import { signatureChecker } from "./signature-checker.js";
import type { XAccount } from "./x-account.js";
import { unknownPath, type XAnswer } from "./x-answer.js";
import type { XFaults } from "./x-fault.js";
import { readOperation } from "./x-operation.js";
import { readXRequest, type XRequest } from "./x-request.js";

/** A request as it arrived; the Authorization header is never kept. */
export type XCall = {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Null while unanswered, and for ever when the connection was broken instead. */
  readonly status: number | null;
  /** The JSON sent; the raw text when it is none; null without a body. */
  readonly body: unknown;
  /** Epoch milliseconds. */
  readonly at: number;
};

export type LocalX = {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly posts: readonly LocalPost[];
  readonly calls: readonly XCall[];
  readonly faults: XFaults;
  /** What a well-made client would not have sent, one sentence each; nothing secret. */
  readonly problems: readonly string[];
  /** Calls back after every change of posts and calls; returns how to stop. */
  watch(onChange: () => void): () => void;
  /** Breaks open connections and stops. */
  close(): Promise<void>;
};

/**
 * A strict X on loopback, as plain HTTP for a client that believes it speaks to https://api.x.com. `now` (epoch
 * milliseconds) dates posts and rate limits; signatures are held against the machine's clock, which clients sign
 * with. Rejects with the system's error when the port is taken.
 */
export async function startLocalX(options: {
  port?: number;
  apiKey: string;
  apiKeySecret: string;
  accounts: readonly XAccount[];
  now?: () => number;
}): Promise<LocalX> {
  const { accounts, now = Date.now } = options;
  const calls: { -readonly [field in keyof XCall]: XCall[field] }[] = [];
  const problems: string[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  const hidden = hiddenPosts();
  const keeper = keepPosts(now, { added: hidden.added, changed });
  const checkSignature = signatureChecker(options);
  const count = requestCounter(now);
  const { faults, meet } = armFaults(hidden.hide);

  /** Notes what a malformed request was answered with. */
  function complain(request: XRequest, answer: XAnswer, why: string): Delivery {
    problems.push(`${answer.status} ${request.method} ${request.pathname}: ${why}`);
    return { kind: "whole", answer };
  }

  async function answer(request: XRequest): Promise<Delivery> {
    const asked = readOperation(request.method, request.pathname);
    if (asked === null) return complain(request, unknownPath, "X knows no such path");
    if (request.host !== "api.x.com") {
      return complain(request, unknownPath, "the Host header is not api.x.com");
    }
    const { operation, id } = asked;
    const signature = checkSignature(request);
    const account = signature.kind === "signed" ? signature.account : null;
    const { headers, exceeded } = count(operation, account?.id ?? null);
    const limited = (plain: XAnswer): XAnswer => ({ ...plain, headers: { ...plain.headers, ...headers } });
    if (signature.kind === "refused") return complain(request, limited(problem(401)), signature.why);
    if (exceeded) return complain(request, limited(problem(429)), "more requests than X allows");

    const needs = { keeper, hidden, accounts, account: signature.account };
    const act = (storedText?: string): XAnswer => {
      const done = {
        create: () => createPost({ ...needs, ...(storedText !== undefined && { storedText }) }, request),
        delete: () => deletePost(needs, id),
        timeline: () => readTimeline(needs, request, id),
        lookup: () => readPost(needs, request, id),
        me: () => readMe(needs, request),
      }[operation]();
      if (done.status === 400) complain(request, done, done.body);
      return done;
    };
    const met = meet(operation);
    if (met === null) return { kind: "whole", answer: limited(act()) };
    return applyFault(met, act, { headers, epochSeconds: Math.floor(now() / 1000) });
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readXRequest(incoming);
    if (request === null) {
      problems.push("a request was larger than 1 MB or broke off");
      deliver({ kind: "close" }, response);
      return;
    }
    const { method, path } = request;
    const call: (typeof calls)[number] = { method, path, status: null, body: sent(request), at: now() };
    calls.push(call);
    changed();
    const delivery = await answer(request);
    if (delivery.kind === "whole" || delivery.kind === "cut_off") call.status = delivery.answer.status;
    deliver(delivery, response);
    changed();
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      problems.push(`the local X itself failed: ${String(error)}`);
      response.socket?.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: keeper.posts,
    calls,
    faults,
    problems,
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sent({ body }: XRequest): unknown {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
