import { restoreText } from "../core/restore-text.js";
import type { BotNeeds } from "./bot-needs.js";

/** What a person typed, as they saw it: Slack may hand emoji over as `:codes:` and signs as entities. */
export function restoreTyped(raw: string, { emojiNames }: Pick<BotNeeds, "emojiNames">): string {
  return restoreText(raw, emojiNames()).text;
}
