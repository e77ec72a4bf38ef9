import { randomBytes } from "node:crypto";
import type { Faults } from "./faults.js";
import { messageContent } from "./message-content.js";
import type { MessageStore } from "./message-store.js";
import { isPlainObject, type PlainObject } from "./plain-object.js";
import type { Conversation, StoredMessage, Workspace } from "./workspace.js";

const USES = 5;
const LIFE_MS = 30 * 60_000;

type Target = { conversation: Conversation; user: string; original: StoredMessage | null };

/** The addresses at which an app may answer an interaction: five times within thirty minutes. */
export type ResponseUrls = {
  issue(target: Target): string;
  use(id: string, body: string): { status: number; body: PlainObject | string };
  /** Shows a reply body (of an acknowledgement or a response url); answers the error when it is refused. */
  show(target: Target, reply: PlainObject): string | null;
};

export function makeResponseUrls(needs: {
  workspace: Workspace;
  faults: Faults;
  messages: MessageStore;
  origin(): string;
}): ResponseUrls {
  const { workspace, faults, messages, origin } = needs;
  const issued = new Map<string, { target: Target; at: number; uses: number }>();

  const show = (target: Target, reply: PlainObject): string | null => {
    const { conversation, user, original } = target;
    if (reply.delete_original === true) {
      if (original) messages.remove(conversation, original);
      return null;
    }
    const wanted = messageContent(
      {
        text: typeof reply.text === "string" ? reply.text : undefined,
        blocks: reply.blocks,
        blocksGiven: reply.blocks !== undefined && reply.blocks !== null,
      },
      faults,
    );
    if ("ok" in wanted) {
      const error = String(wanted.error);
      workspace.problems.push(`A reply was refused: ${error} ${JSON.stringify(wanted.response_metadata)}.`);
      return error;
    }
    if (!wanted.text && !wanted.blocks?.length) return "no_text";
    const text = wanted.text ?? "";
    const blocks = wanted.blocks ?? [];
    if (reply.replace_original === true && original && conversation.messages.includes(original)) {
      messages.edit(conversation, original, { text, blocks });
      return null;
    }
    messages.post({
      conversation,
      user: workspace.options.botUserId,
      text,
      blocks,
      threadTs: typeof reply.thread_ts === "string" ? reply.thread_ts : null,
      ephemeralTo: reply.response_type === "in_channel" ? null : user,
    });
    return null;
  };

  return {
    show,
    issue(target) {
      const id = randomBytes(18).toString("base64url");
      issued.set(id, { target, at: workspace.now(), uses: 0 });
      return `${origin()}/response/${id}`;
    },
    use(id, body) {
      const known = issued.get(id);
      if (!known) return { status: 404, body: { ok: false, error: "expired_url" } };
      if (workspace.now() - known.at > LIFE_MS) {
        return { status: 404, body: { ok: false, error: "expired_url" } };
      }
      if (known.uses >= USES) {
        workspace.problems.push("A response url was used more than five times.");
        return { status: 404, body: { ok: false, error: "used_url" } };
      }
      known.uses += 1;
      const reply = parsed(body);
      const error = reply ? show(known.target, reply) : "invalid_payload";
      return error === null ? { status: 200, body: "ok" } : { status: 400, body: { ok: false, error } };
    },
  };
}

function parsed(body: string): PlainObject | null {
  try {
    const reply: unknown = JSON.parse(body);
    return isPlainObject(reply) ? reply : null;
  } catch {
    return null;
  }
}
