import type { DeliveryKey, Instant } from "../core/ids.js";
import type { Presser } from "../core/may-decide.js";
import type { Change } from "./ports.js";

/** A press that changes nothing but is taken once and leaves a line in the record. */
export function refusedPress(
  press: {
    readonly presser: Presser;
    readonly delivery: DeliveryKey;
    readonly key: { suggestionId: string };
  },
  why: string,
  at: Instant,
): Change {
  return {
    at,
    expect: [],
    put: [],
    show: [],
    handled: press.delivery,
    record: [
      {
        kind: "press_refused",
        at,
        who: press.presser.userId,
        about: { suggestion: press.key.suggestionId, why },
      },
    ],
  };
}
