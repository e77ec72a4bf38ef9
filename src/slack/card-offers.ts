import type { Desk } from "../core/desk.js";
import type { SlackChannelId } from "../core/ids.js";
import type { CardLimits } from "../core/when-seen.js";
import { offeredSlot } from "../flows/offered-slot.js";
import type { Now, Store } from "../flows/ports.js";
import type { Offers } from "./blocks/card.js";

export type OfferNeeds = {
  readonly store: Store;
  readonly limits: CardLimits;
  /** Null: the company has no channel here. */
  readonly corporateChannelId: SlackChannelId | null;
  readonly now: Now;
};

/** What her card offers at this instant besides deciding now. */
export async function cardOffers(desk: Desk, needs: OfferNeeds): Promise<Offers> {
  const { store, limits, corporateChannelId, now } = needs;
  const putOff = (await store.snoozed()).length;
  return {
    next: await offeredSlot(desk, now(), { store, limits }),
    corporate: corporateChannelId !== null,
    behind: (await store.countIn("waiting")) - putOff,
  };
}
