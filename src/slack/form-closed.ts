import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewClosedAction } from "@slack/bolt";
import { leftUnposted } from "../flows/left-unposted.js";
import type { BotNeeds } from "./bot-needs.js";
import { readOrigin } from "./card-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";

type Closed = SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs;

/** A form was closed without its press: where it held words of hers that wait for it, she is told that nothing was posted. */
export function formClosed(needs: BotNeeds) {
  return async ({ ack, body, view }: Closed): Promise<void> => {
    await ack();
    const origin = readOrigin(view.private_metadata, "exact");
    if (!origin) return;
    const closed = body as Payload;
    await leftUnposted({ presser: presserOf(closed), key: origin.key, delivery: deliveryOf(closed) }, needs);
  };
}
