import { z } from "zod";
import type { XAccount } from "../core/desk.js";
import type { Instant, XAccountId, XPostId } from "../core/ids.js";
import type { CreateAnswer, LookAtTimeline, Now } from "../flows/ports.js";
import { type Asking, makeAskX } from "./ask-x.js";
import { lookAtTimeline } from "./look-at-timeline.js";
import { readXAnswer, sayNoAnswer, type XAnswer, xId, xWords } from "./read-x-answer.js";

/**
 * Whose tokens these are. `permanent`: X said no, asking again will not help. `rejected`: it takes nothing at all
 * with these tokens.
 */
export type WhoAmI =
  | { readonly kind: "account"; readonly account: XAccount }
  | {
      readonly kind: "failed";
      readonly detail: string;
      readonly permanent: boolean;
      readonly rejected: boolean;
    };

/** The executive's account at X. Nothing here retries, nothing throws. */
export type X = {
  whoAmI(): Promise<WhoAmI>;
  /** Creates one post with exactly this text, on this account or not at all. Called by `publishToX` alone. */
  create(text: string, account: XAccountId): Promise<CreateAnswer>;
  readonly timeline: LookAtTimeline;
  /** Deletes one post. Called by `takeDownFromX` alone. */
  remove(id: XPostId): Promise<XAnswer>;
};

export type XOptions = Omit<Asking, "deadlineMs"> & { readonly deadlineMs?: number; readonly now: Now };

const me = z.object({ data: z.object({ id: xId, username: z.string().regex(/^\w{1,50}$/) }) });

/** Makes the calls to X with the app's keys and her tokens (OAuth 1.0a, signed per request). */
export function connectToX(options: XOptions): X {
  const ask = makeAskX({ ...options, deadlineMs: options.deadlineMs ?? 15_000 });
  // What X said last of whose access this is; what says nothing of it changes nothing.
  let named: XAccountId | null = null;
  let refusedWith: string | null = null;
  const askWho = async () => readMe(await ask((v2) => v2.get<unknown>("users/me")));
  return {
    whoAmI: async () => {
      const who = await askWho();
      if (who.kind === "account") [named, refusedWith] = [who.account.id, null];
      else if (who.rejected) refusedWith = who.detail;
      return who;
    },
    create: async (text, account) => {
      // With tokens that were nobody's when X was last asked, nothing goes out: whose they became is not known.
      if (refusedWith !== null) return { kind: "refused", refusal: "not_connected", detail: refusedWith };
      if (named !== null && named !== account)
        return { kind: "not_sent", detail: "X has not said that this is the account approved" };
      const answer = readXAnswer(await ask((v2) => v2.post<unknown>("tweets", { text })));
      if (answer.kind !== "refused" || answer.refusal !== "not_connected") return answer;
      // One 401 may be X's own trouble: it ends nothing, and what she is told depends on what X says now.
      const who = await askWho();
      const hers = who.kind === "account" && who.account.id === account;
      return hers ? { ...answer, refusal: "access_doubted" } : answer;
    },
    remove: (id) => ask((v2) => v2.delete<unknown>(`tweets/${id}`)),
    timeline: (account, since) => {
      const start_time = startTime(since, options.now());
      return lookAtTimeline((page) =>
        ask((v2) =>
          v2.get<unknown>(`users/${account}/tweets`, {
            start_time,
            exclude: "retweets",
            "tweet.fields": "created_at,entities,text",
            ...page,
          }),
        ),
      );
    },
  };
}

/** Whole seconds, and never so near to now that a clock a little ahead of X's would ask for the future. */
function startTime(since: Instant, now: Instant): string {
  return `${new Date(Math.min(since, now - 10_000)).toISOString().slice(0, 19)}Z`;
}

function readMe(answer: XAnswer): WhoAmI {
  if (answer.kind === "no_answer")
    return { kind: "failed", detail: sayNoAnswer(answer), permanent: false, rejected: false };
  const { status, body } = answer;
  const found = me.safeParse(body);
  if (status === 200 && found.success) {
    const { id, username } = found.data.data;
    return { kind: "account", account: { id: id as XAccountId, handle: username } };
  }
  const words = xWords(body);
  const permanent = words !== null && [400, 401, 403].includes(status);
  const detail = `HTTP ${status}${words === null ? "" : `: ${words}`}`;
  return { kind: "failed", detail, permanent, rejected: words !== null && status === 401 };
}
