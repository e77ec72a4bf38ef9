import { createHash } from "node:crypto";
import { ErrorCode, type WebClient } from "@slack/web-api";
import type { Digest, Instant, SlackChannelId, SlackTs } from "../core/ids.js";
import type { Message } from "../core/message.js";
import type { Rendered } from "./blocks/block-parts.js";
import { cut } from "./blocks/mrkdwn.js";
import { pressedDigest } from "./blocks/pressed-blocks.js";
import { readMark, writeMark } from "./message-mark.js";

/** What became of one attempt to bring a message up to date. */
export type Sent =
  | {
      readonly kind: "shown";
      readonly channel: SlackChannelId;
      readonly ts: SlackTs;
      /** The wording and buttons as Slack says it shows them; as they were sent where it does not say. */
      readonly returned: Digest | null;
    }
  /** Slack asks to wait. */
  | { readonly kind: "wait"; readonly ms: number }
  /** Slack could not fetch the picture, or finds the blocks wrong: drawn again without it. */
  | { readonly kind: "picture_refused" }
  /** What was to be updated stands there no more. */
  | { readonly kind: "gone" }
  /** Slack said no, and will say no again. */
  | { readonly kind: "refused"; readonly error: string }
  /** No clear answer: it may stand there. */
  | { readonly kind: "uncertain"; readonly error: string };

/** A message's channel: the person's DM with the app, or the channel itself. */
export async function channelOf(message: Message, client: WebClient): Promise<SlackChannelId> {
  if (message.channel) return message.channel;
  if (message.to.kind === "channel") return message.to.channelId;
  const opened = await client.conversations.open({ users: message.to.userId });
  const id = opened.channel?.id;
  if (!id) throw new Error("conversations.open answered without a channel");
  return id as SlackChannelId;
}

/** Posts a message that does not stand in Slack yet, or updates the one that does. One call, never repeated here. */
export async function sendMessage(message: Message, rendered: Rendered, client: WebClient): Promise<Sent> {
  try {
    const channel = await channelOf(message, client);
    const { text, blocks, thread } = rendered;
    const metadata = writeMark(message);
    if (message.ts) {
      const updated = await client.chat.update({
        channel,
        ts: message.ts,
        text: cut(text, 4000),
        blocks,
        metadata,
      });
      return { kind: "shown", channel, ts: message.ts, returned: returnedDigest(updated, blocks) };
    }
    const posted = await client.chat.postMessage({
      channel,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata,
      ...(thread?.broadcast
        ? { thread_ts: thread.ts, reply_broadcast: true as const }
        : thread
          ? { thread_ts: thread.ts }
          : {}),
    });
    return { kind: "shown", channel, ts: posted.ts as SlackTs, returned: returnedDigest(posted, blocks) };
  } catch (error) {
    return readFailure(error);
  }
}

/**
 * Looks in a DM for a message whose first send was never answered: its mark names it. The newest first, should it
 * stand there twice.
 * @param thread where the message it answers stands: a line in a thread is not in the history itself
 */
export async function findSent(
  message: Message,
  since: Instant,
  thread: Rendered["thread"],
  client: WebClient,
): Promise<SlackTs[]> {
  const channel = await channelOf(message, client);
  const oldest = String(Math.floor(since / 1000) - 60);
  const range = { channel, oldest, limit: 200, include_all_metadata: true };
  const { messages } = thread
    ? await client.conversations.replies({ ...range, ts: thread.ts })
    : await client.conversations.history(range);
  return (messages ?? [])
    .filter((each) => each.ts && readMark(each.metadata)?.messageId === message.id)
    .map((each) => each.ts as SlackTs)
    .sort()
    .reverse();
}

/** Names what was drawn, so that an update that changes nothing is not sent. */
export function digestOf({ text, blocks }: Rendered): string {
  return createHash("sha256")
    .update(JSON.stringify([text, blocks]))
    .digest("base64url");
}

/** Slack normalises what it is given: what counts is what it says it shows. */
function returnedDigest(answer: { message?: { blocks?: unknown } }, sent: Rendered["blocks"]): Digest | null {
  return pressedDigest(answer.message ?? {}) ?? pressedDigest({ blocks: sent });
}

function readFailure(error: unknown): Sent {
  const failure = error as { code?: string; retryAfter?: number; data?: { error?: string } };
  switch (failure.code) {
    case ErrorCode.RateLimitedError:
      return { kind: "wait", ms: (failure.retryAfter ?? 30) * 1000 };
    case ErrorCode.PlatformError: {
      const said = failure.data?.error ?? "unknown_error";
      if (said === "invalid_blocks" || said === "invalid_attachments") return { kind: "picture_refused" };
      if (said === "message_not_found") return { kind: "gone" };
      if (said === "ratelimited") return { kind: "wait", ms: 30_000 };
      // What is no name of an error of Slack's is no answer of Slack's: a page of something in between.
      const unclear = passing.has(said) || !/^[a-z_]{1,60}$/.test(said);
      return { kind: unclear ? "uncertain" : "refused", error: unclear ? "no clear answer" : said };
    }
    default:
      return { kind: "uncertain", error: failure.code ?? "unknown" };
  }
}

/** Slack's own troubles, which pass. */
const passing = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);
