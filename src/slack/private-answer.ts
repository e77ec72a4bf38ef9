import type { KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { SlackUserId } from "../core/ids.js";
import type { Log } from "../flows/ports.js";
import { section, verbatim } from "./blocks/block-parts.js";
import type { Payload } from "./delivery.js";
import { tellInDm } from "./tell-in-dm.js";

/** An answer that only the person who acted can see. */
export type PrivateAnswer = {
  readonly response_type: "ephemeral";
  readonly replace_original: false;
  readonly text: string;
  readonly blocks: KnownBlock[];
};

/** @param typed what the person had typed, given back whole so that nothing is lost. */
export function privately(
  text: string,
  typed?: { readonly label: string; readonly text: string },
): PrivateAnswer {
  return {
    response_type: "ephemeral",
    replace_original: false,
    text,
    blocks: [section(text), ...(typed ? [section(typed.label), ...verbatim(typed.text).slice(0, 40)] : [])],
  };
}

type Respond = (answer: PrivateAnswer) => Promise<unknown>;

/** Tells the person who pressed, through the press's own address, or in the channel where they pressed. */
export async function tellPrivately(
  text: string,
  body: Payload,
  needs: { readonly respond?: Respond | undefined; readonly client: WebClient; readonly log: Log },
): Promise<void> {
  const answer = privately(text);
  try {
    if (!needs.respond) throw new Error("no address to respond to");
    await needs.respond(answer);
  } catch {
    const channel = body.channel?.id ?? body.container?.channel_id;
    const user = body.user?.id;
    if (!user) return needs.log("slack_failed", { method: "respond" });
    // App Home has nowhere to whisper: the direct message is as private.
    if (!channel)
      return tellInDm(user as SlackUserId, answer, { slack: { patient: needs.client }, log: needs.log });
    await needs.client.chat
      .postEphemeral({ channel, user, text: answer.text, blocks: answer.blocks })
      .catch(() => needs.log("slack_failed", { method: "chat.postEphemeral" }));
  }
}
