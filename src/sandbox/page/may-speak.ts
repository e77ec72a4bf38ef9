import type { SeenConversation } from "../slack/hands.js";
import type { AppFacts } from "../stage/stage-api.js";

/** Whether people can write there: an app may have its direct messages turned off. Until it is known, they cannot. */
export function maySpeak({ kind }: SeenConversation, app: AppFacts | null): boolean {
  return kind === "channel" || app?.hearsDirectMessages === true;
}
