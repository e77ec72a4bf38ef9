import type { ModalView } from "@slack/types";
import type { Log, Now, Store } from "../flows/ports.js";
import { takeOnce } from "../flows/take-once.js";
import { deliveryOf } from "./delivery.js";
import type { SlackClients } from "./slack-clients.js";

type Needs = {
  readonly slack: Pick<SlackClients, "prompt">;
  readonly store: Pick<Store, "commit">;
  readonly now: Now;
  readonly log: Log;
};

/** Opens a form in answer to one press. False when Slack would not: a trigger lives 3 seconds. */
export async function openForm(
  triggerId: string,
  view: ModalView,
  { slack, log }: Pick<Needs, "slack" | "log">,
): Promise<boolean> {
  try {
    await slack.prompt.views.open({ trigger_id: triggerId, view });
    return true;
  } catch {
    log("slack_failed", { method: "views.open" });
    return false;
  }
}

/** The same for a press that does nothing else: delivered twice it opens one form, and the second says nothing. */
export async function openFormOnce(triggerId: string, view: ModalView, needs: Needs): Promise<boolean> {
  // To open a form changes nothing, so a disk that cannot be written does not keep it shut.
  const first = await takeOnce(deliveryOf({ trigger_id: triggerId }), needs).catch(() => true);
  return first ? openForm(triggerId, view, needs) : true;
}
