import type { Change, Publish, Store } from "../../src/flows/ports.js";
import { honest, type Tamper } from "./world.js";

/** A process whose call to X is another. */
const publishing = (instead: (publish: Publish) => Publish): Tamper => ({ ...honest, publish: instead });
/** A process whose database is another. */
const storing = (instead: (store: Store) => Partial<Store>): Tamper => ({
  ...honest,
  store: (store) => ({ ...store, ...instead(store) }),
});
/** A database that says «done» and stores nothing of such a change. */
const forgetting = (which: (change: Change) => boolean): Tamper =>
  storing((store) => ({
    commit: async (change) => (which(change) ? { kind: "done" } : store.commit(change)),
  }));

/** Processes that break a rule, and what of it must be noticed. */
export const dishonest: Readonly<Record<string, readonly [tamper: Tamper, notices: RegExp]>> = {
  "a call that is made twice": [
    publishing((publish) => async (approval, part) => {
      await publish(approval, part);
      return publish(approval, part);
    }),
    /^twice: |stands on X and is told as refused$/,
  ],
  "words that she did not press on": [
    publishing((publish) => (approval, part) => {
      const text = `${approval.text}!`;
      return publish({ ...approval, text }, { ...part, text });
    }),
    /^unapproved: /,
  ],
  "a call that comes eleven minutes late": [
    publishing((publish) => async (approval, part) => {
      await new Promise((resolve) => setTimeout(resolve, 11 * 60_000));
      return publish(approval, part);
    }),
    // Eleven minutes are long enough for what was under way to be cancelled or asked about meanwhile.
    /ms late$|no committed intent \((?:cancelled|asking), \w+\)$/m,
  ],
  "an intent that is not stored": [
    forgetting(({ put }) => put.some(({ table, row }) => table === "part" && row.state === "publishing")),
    /no committed intent/,
  ],
  "a card that does not say «Posting…»": [
    storing((store) => ({
      message: async (kind, subject) => {
        const message = await store.message(kind, subject);
        return message?.ts ? { ...message, shown: message.wanted } : message;
      },
    })),
    /her card had not said|shows something else|is owed|no rest/,
  ],
  "a suggestion that is answered and not kept": [
    forgetting(({ put }) => put.some(({ table, row }) => table === "suggestion" && row.state === "reading")),
    /^lost: /,
  ],
};
