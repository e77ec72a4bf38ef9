import type { DeliveryKey, SlackUserId } from "../../../src/core/ids.js";
import { team } from "../../db/builders.js";
import { deliverTo } from "../acts.js";
import type { Act } from "../world.js";
import type { Flows } from "./short-life.js";
import type { ShortWorld } from "./short-world.js";

/** Who did it, and the delivery that tells of it. */
export const by = ({ user, trigger }: Act) => ({
  presser: { teamId: team, userId: user as SlackUserId },
  delivery: `trigger ${trigger}` as DeliveryKey,
});

export const deliver = (short: ShortWorld, act: Act, send: (flows: Flows) => Promise<void>) =>
  deliverTo(short.world, act, () => short.flows, send);
