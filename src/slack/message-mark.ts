import { z } from "zod";
import type { DeskId, MessageId } from "../core/ids.js";
import type { Message } from "../core/message.js";

const eventType = "firsthand_message";

/** What every message of ours carries unseen: whose it is, which one, and the version that was drawn. Never a text. */
export function writeMark(message: Pick<Message, "id" | "deskId" | "wanted">) {
  const payload = { id: message.id, desk: message.deskId, version: message.wanted };
  return { event_type: eventType, event_payload: payload };
}

const mark = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ id: z.string(), desk: z.string().optional(), version: z.number().optional() }),
});

export type Mark = {
  readonly messageId: MessageId;
  /** Null in messages of a Firsthand that did not write it yet. */
  readonly deskId: DeskId | null;
  readonly version: number | null;
};

/** Null for what is not ours. */
export function readMark(metadata: unknown): Mark | null {
  const found = mark.safeParse(metadata);
  if (!found.success) return null;
  const { id, desk, version } = found.data.event_payload;
  return { messageId: id as MessageId, deskId: (desk as DeskId) ?? null, version: version ?? null };
}
