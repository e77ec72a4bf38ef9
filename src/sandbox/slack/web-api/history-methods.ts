import type { HandedOut } from "../handed-out.js";
import { publicMessage, repliesTo } from "../message-store.js";
import type { PlainObject } from "../plain-object.js";
import type { StoredMessage, Workspace } from "../workspace.js";
import { type ApiMethods, flagArgument, page, refused, textArgument } from "./api-method.js";
import { channelArgument, scopeByKind } from "./channel-argument.js";

export function historyMethods(needs: { workspace: Workspace; handedOut: HandedOut }): ApiMethods {
  const { workspace, handedOut } = needs;
  const scope = (args: PlainObject) => scopeByKind(workspace, args, "history");
  const inside = (args: PlainObject) => {
    const conversation = channelArgument(workspace, args);
    if (!conversation) return { refusal: refused("channel_not_found") };
    if (!conversation.members.has(workspace.options.botUserId)) return { refusal: refused("not_in_channel") };
    return { conversation };
  };
  return {
    "conversations.history": {
      token: "bot",
      scope,
      run(args) {
        const { conversation, refusal } = inside(args);
        if (!conversation) return refusal;
        const found = conversation.messages
          .filter((message) => message.ephemeralTo === null)
          .filter((message) => message.threadTs === null || message.broadcast)
          .filter((message) => within(message, args))
          .reverse();
        const { items, more, response_metadata } = page(found, args, 100, 999);
        const metadata = flagArgument(args, "include_all_metadata") ?? false;
        return {
          ok: true,
          messages: items.map((message) => handedOut.message(conversation, message, { metadata })),
          has_more: more,
          pin_count: 0,
          ...(more && { response_metadata }),
        };
      },
    },
    "conversations.replies": {
      token: "bot",
      scope,
      run(args) {
        const { conversation, refusal } = inside(args);
        if (!conversation) return refusal;
        const asked = publicMessage(conversation, textArgument(args, "ts") ?? "");
        const parent = asked?.threadTs ? publicMessage(conversation, asked.threadTs) : asked;
        if (!parent) return refused("thread_not_found");
        const replies = repliesTo(conversation, parent.ts).filter((message) => within(message, args));
        const { items, more, response_metadata } = page([parent, ...replies], args, 1000, 1000);
        const metadata = flagArgument(args, "include_all_metadata") ?? false;
        return {
          ok: true,
          messages: items.map((message) => handedOut.message(conversation, message, { metadata })),
          has_more: more,
          ...(more && { response_metadata }),
        };
      },
    },
  };
}

/** Timestamps are compared as text of the same length: as numbers their last digits are lost. */
function within(message: StoredMessage, args: PlainObject): boolean {
  const latest = textArgument(args, "latest");
  const oldest = textArgument(args, "oldest");
  const inclusive = flagArgument(args, "inclusive") ?? false;
  const ts = comparable(message.ts);
  if (latest !== undefined && latest !== "now") {
    const edge = comparable(latest);
    if (inclusive ? ts > edge : ts >= edge) return false;
  }
  if (oldest !== undefined) {
    const edge = comparable(oldest);
    if (inclusive ? ts < edge : ts <= edge) return false;
  }
  return true;
}

function comparable(ts: string): string {
  const [seconds = "", micros = ""] = ts.split(".");
  return `${seconds.padStart(12, "0")}.${micros.padEnd(6, "0")}`;
}
