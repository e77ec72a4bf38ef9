import { z } from "zod";
import type { Act } from "./stage-api.js";

const user = z.string().min(1);
const channel = z.string().min(1);
const id = z.string().min(1);
const blockId = id.optional();
const option = z.string().optional();

const schema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("command"), user, channel, command: id, text: z.string() }),
  z.strictObject({ act: z.literal("globalShortcut"), user, callbackId: id }),
  z.strictObject({ act: z.literal("messageShortcut"), user, channel, ts: id, callbackId: id }),
  z.strictObject({ act: z.literal("press"), user, channel, ts: id, actionId: id, blockId, option }),
  z.strictObject({
    act: z.literal("fill"),
    user,
    viewId: id,
    blockId: id,
    actionId: id,
    value: z.union([z.string(), z.number(), z.null()]),
  }),
  z.strictObject({ act: z.literal("pressInView"), user, viewId: id, actionId: id, blockId, option }),
  z.strictObject({ act: z.literal("submit"), user, viewId: id }),
  z.strictObject({ act: z.literal("closeView"), user, viewId: id }),
  z.strictObject({ act: z.literal("openHome"), user }),
  z.strictObject({ act: z.literal("say"), user, channel, text: z.string() }),
  z.strictObject({ act: z.literal("join"), user, channel }),
  z.strictObject({ act: z.literal("leave"), user, channel }),
  z.strictObject({ act: z.literal("setLocale"), user, locale: id }),
  z.strictObject({ act: z.literal("setZone"), user, tz: id }),
]);

/** Reads one act from a request body; a sentence says what is wrong with it. */
export function parseAct(body: unknown): { act: Act } | { wrong: string } {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { wrong: z.prettifyError(parsed.error) };
  // JSON has no undefined: what was not sent is absent, which the exact types of the hands ask for.
  return { act: parsed.data as Act };
}
