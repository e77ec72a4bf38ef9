import type { Receiver, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../flows/ports.js";
import { oddDelivery } from "./odd-delivery.js";

/** A receiver whose odd deliveries are acknowledged and dropped before Bolt looks into them. */
export function shieldReceiver(receiver: Receiver, log: Log): Receiver {
  return {
    init(app) {
      const passOn = app.processEvent.bind(app);
      app.processEvent = async (event: ReceiverEvent) => {
        const odd = oddDelivery(event.body);
        if (odd === null) return passOn(event);
        log("press_refused", { why: odd });
        // The connection may be gone by now; Slack then sends it again.
        await event.ack().catch(() => log("slack_failed", { method: "ack" }));
      };
      receiver.init(app);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
