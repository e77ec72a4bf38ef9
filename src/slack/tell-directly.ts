import type { SlackUserId } from "../core/ids.js";
import type { Log } from "../flows/ports.js";
import type { Words } from "../i18n/words.js";
import type { People } from "./people.js";
import { wordsOf } from "./reader-words.js";
import type { SlackClients } from "./slack-clients.js";

/**
 * Says something to one person without the database, because the database is what fails: once, and nobody looks
 * whether it arrived.
 */
export async function tellDirectly(
  userId: SlackUserId,
  say: (words: Words) => string,
  needs: { readonly slack: Pick<SlackClients, "patient">; readonly people: People; readonly log: Log },
): Promise<void> {
  const { patient } = needs.slack;
  try {
    const words = await wordsOf(userId, needs);
    const { channel } = await patient.conversations.open({ users: userId });
    if (channel?.id) await patient.chat.postMessage({ channel: channel.id, text: say(words) });
  } catch {
    needs.log("slack_failed", { method: "chat.postMessage" });
  }
}
