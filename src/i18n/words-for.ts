import { en } from "./en.js";
import { fr } from "./fr.js";
import type { Words } from "./words.js";

/** The dictionary for a reader's Slack language (BCP 47); English for any other. */
export function wordsFor(locale: string): Words {
  return locale.toLowerCase().startsWith("fr") ? fr : en;
}
