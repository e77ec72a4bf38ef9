import type { DeliveryKey } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Profile } from "../core/profile.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { hersToRedraw } from "./hers-to-redraw.js";
import { newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

/** «How social can you be?», as she answered it, read and checked. */
export type ProfileHandedIn = {
  readonly presser: Presser;
  readonly answers: Omit<Profile, "answeredAt">;
  /** As settings keep them. */
  readonly hours: string | null;
  readonly delivery: DeliveryKey;
};

export type ProfileAnswer =
  | { readonly kind: "kept"; readonly profile: Profile }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now };

/** Her answers and her hours; the offer to give them is over. The record says that she answered, never what. */
export function keepProfile(press: ProfileHandedIn, needs: Needs): Promise<Settled<ProfileAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(press: ProfileHandedIn, { store, now }: Needs): Promise<Decision<ProfileAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  if (!mayDecide(desk, press.presser)) {
    const change = refusedPress({ ...press, key: { suggestionId: desk.id } }, "not_hers", at);
    return { answer: { kind: "not_hers" }, change };
  }
  const profile = { ...press.answers, answeredAt: at };
  const settings = { ...desk.settings, hours: press.hours };
  const offers = (await store.noticesOpen()).filter(({ about }) => about.kind === "profile_offer");
  return {
    answer: { kind: "kept", profile },
    change: {
      at,
      expect: [],
      put: [
        { table: "desk", row: { ...desk, profile, settings } },
        ...offers.map((notice): Row => ({ table: "notice", row: { ...notice, endedAt: at } })),
      ],
      show: [...(await hersToRedraw(desk, store)), ...(await newsOfLine(null, store))],
      handled: press.delivery,
      record: [
        {
          kind: "desk_changed",
          at,
          who: press.presser.userId,
          about: { desk: desk.id, settings: "profile" },
        },
      ],
    },
  };
}
