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

/** Hears of the form as it stands on the screen: as we drew it, by the name that Slack gave it. */
type Opened = (form: ModalView & { readonly id: string; readonly hash: string }) => void;

/** Opens a form in answer to one press. False when Slack would not: a trigger lives 3 seconds. */
export async function openForm(
  triggerId: string,
  view: ModalView,
  { slack, log }: Pick<Needs, "slack" | "log">,
  opened: Opened = () => undefined,
): Promise<boolean> {
  try {
    const { view: form } = await slack.prompt.views.open({ trigger_id: triggerId, view });
    if (form?.id && form.hash) opened({ ...view, id: form.id, hash: form.hash });
    return true;
  } catch {
    log("slack_failed", { method: "views.open" });
    return false;
  }
}

/** The same for a press that does nothing else: delivered twice it opens one form, and the second says nothing. */
export async function openFormOnce(
  triggerId: string,
  view: ModalView,
  needs: Needs,
  opened?: Opened,
): Promise<boolean> {
  // To open a form changes nothing, so a disk that cannot be written does not keep it shut.
  const first = await takeOnce(deliveryOf({ trigger_id: triggerId }), needs).catch(() => true);
  return first ? openForm(triggerId, view, needs, opened) : true;
}
