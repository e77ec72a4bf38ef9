import type { DeliveryKey, SlackUserId } from "../core/ids.js";
import { commitDecision, type Settled } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";

/** A team member's list of what suggestions may be about, read and checked. */
export type SubjectsKept = {
  readonly by: SlackUserId;
  readonly subjects: readonly string[];
  readonly delivery: DeliveryKey;
};

type Needs = { readonly store: Store; readonly now: Now };

/** Replaces the desk's list of subjects. What was suggested under a subject keeps it. */
export function keepSubjects({ by, subjects, delivery }: SubjectsKept, needs: Needs): Promise<Settled<null>> {
  const { store, now } = needs;
  return commitDecision(store, async () => {
    const at = now();
    const desk = await needDesk(store);
    return {
      answer: null,
      change: {
        at,
        expect: [],
        put: [{ table: "desk", row: { ...desk, subjects } }],
        show: [],
        handled: delivery,
        record: [{ kind: "desk_changed", at, who: by, about: { desk: desk.id, subjects: subjects.length } }],
      },
    };
  });
}
