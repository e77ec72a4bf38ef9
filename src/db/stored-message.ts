import { z } from "zod";
import type { DeskId, Digest, MessageId, SlackChannelId, SlackTs, SlackUserId } from "../core/ids.js";
import { type Message, messageKinds, type Recipient } from "../core/message.js";
import { rowDecoder, textAs } from "./decode-row.js";

/** Row → message. */
export const decodeMessage = rowDecoder<Message>(
  "messages",
  z
    .object({
      id: textAs<MessageId>(),
      version: z.number(),
      deskId: textAs<DeskId>(),
      kind: z.enum(messageKinds),
      subject: z.string(),
      toKind: z.enum(["person", "channel"] satisfies Recipient["kind"][]),
      toId: z.string(),
      channel: textAs<SlackChannelId>().nullable(),
      ts: textAs<SlackTs>().nullable(),
      wanted: z.number(),
      shown: z.number(),
      attempts: z.number(),
      dueAt: z.number(),
      sendingSince: z.number().nullable(),
      shownDigest: z.string().nullable(),
      returnedDigest: textAs<Digest>().nullable(),
    })
    .transform(({ toKind, toId, ...message }) => ({ ...message, to: recipient(toKind, toId) })),
);

function recipient(kind: Recipient["kind"], id: string): Recipient {
  return kind === "person" ? { kind, userId: id as SlackUserId } : { kind, channelId: id as SlackChannelId };
}

/** The two columns of a recipient. */
export function recipientColumns(to: Recipient): { toKind: Recipient["kind"]; toId: string } {
  return { toKind: to.kind, toId: to.kind === "person" ? to.userId : to.channelId };
}
