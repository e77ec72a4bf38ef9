import type { Delivery } from "./delivery.js";
import type { EventSender } from "./event-sender.js";
import type { HandedOut } from "./handed-out.js";
import type { MessageStore } from "./message-store.js";
import type { ResponseUrls } from "./response-urls.js";
import type { ScopeLedger } from "./scope-ledger.js";
import type { TriggerIds } from "./trigger-ids.js";
import type { ViewStore } from "./view-store.js";
import type { Workspace } from "./workspace.js";

/** What an act of a person reaches for. */
export type HandNeeds = {
  workspace: Workspace;
  messages: MessageStore;
  views: ViewStore;
  triggers: TriggerIds;
  responseUrls: ResponseUrls;
  handedOut: HandedOut;
  delivery: Delivery;
  events: EventSender;
  scopes: ScopeLedger;
  /** The command text as the app gets it. */
  commandText(text: string): string;
};
