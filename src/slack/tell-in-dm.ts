import type { SlackUserId } from "../core/ids.js";
import type { Log } from "../flows/ports.js";
import type { PrivateAnswer } from "./private-answer.js";
import type { SlackClients } from "./slack-clients.js";

/** A shortcut and a form have no place of their own to answer in. Sent once; nobody looks whether it arrived. */
export async function tellInDm(
  user: SlackUserId,
  { text, blocks }: Pick<PrivateAnswer, "text" | "blocks">,
  { slack, log }: { readonly slack: Pick<SlackClients, "patient">; readonly log: Log },
): Promise<void> {
  try {
    const { channel } = await slack.patient.conversations.open({ users: user });
    if (!channel?.id) return;
    const quiet = { unfurl_links: false, unfurl_media: false };
    await slack.patient.chat.postMessage({ channel: channel.id, text, blocks, ...quiet });
  } catch {
    log("slack_failed", { method: "chat.postMessage" });
  }
}
