import type { DeliveryKey } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Settings } from "../core/settings.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { hersToRedraw } from "./hers-to-redraw.js";
import { newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

/** What she chose in the form, read and checked. */
export type SettingsHandedIn = {
  readonly presser: Presser;
  readonly settings: Settings;
  readonly delivery: DeliveryKey;
};

export type SettingsAnswer =
  | { readonly kind: "kept" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now };

/** Her own settings: they count from here on, and what she and the line read by them is drawn anew. */
export function keepSettings(press: SettingsHandedIn, needs: Needs): Promise<Settled<SettingsAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(press: SettingsHandedIn, { store, now }: Needs): Promise<Decision<SettingsAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  if (!mayDecide(desk, press.presser)) {
    const change = refusedPress({ ...press, key: { suggestionId: desk.id } }, "not_hers", at);
    return { answer: { kind: "not_hers" }, change };
  }
  const { settings } = press;
  const changed = changedIn(desk.settings, settings);
  const handled = press.delivery;
  if (changed.length === 0) {
    const nothing = { at, expect: [], put: [], show: [], handled, record: [] };
    return { answer: { kind: "unchanged" }, change: nothing };
  }
  return {
    answer: { kind: "kept" },
    change: {
      at,
      expect: [],
      put: [{ table: "desk", row: { ...desk, settings } }],
      show: [...(await hersToRedraw(desk, store)), ...(await newsOfLine(null, store))],
      handled,
      record: [
        {
          kind: "desk_changed",
          at,
          who: press.presser.userId,
          about: { desk: desk.id, settings: changed.join() },
        },
      ],
    },
  };
}

/** The names of what she changed: names are no secret, and what she chose is hers. */
export function changedIn(before: Settings, after: Settings): string[] {
  return (Object.keys(after) as (keyof Settings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
