import { randomBytes, randomInt } from "node:crypto";

export const TRIGGER_LIFE_MS = 3000;

export type TriggerRefusal = "expired_trigger_id" | "exchanged_trigger_id" | "invalid_trigger_id";

/** The tickets with which an app may open a form: good for 3 seconds and for one form. */
export type TriggerIds = {
  issue(user: string): string;
  /** Spends the ticket; answers the person it was made for, or why it is refused. */
  exchange(triggerId: string): { user: string } | { refusal: TriggerRefusal };
};

export function makeTriggerIds(now: () => number): TriggerIds {
  const issued = new Map<string, { user: string; at: number; spent: boolean }>();
  return {
    issue(user) {
      const id = `${randomInt(1e12)}.${randomInt(1e12)}.${randomBytes(16).toString("hex")}`;
      issued.set(id, { user, at: now(), spent: false });
      return id;
    },
    exchange(triggerId) {
      const trigger = issued.get(triggerId);
      if (!trigger) return { refusal: "invalid_trigger_id" };
      if (trigger.spent) return { refusal: "exchanged_trigger_id" };
      if (now() - trigger.at > TRIGGER_LIFE_MS) return { refusal: "expired_trigger_id" };
      trigger.spent = true;
      return { user: trigger.user };
    },
  };
}
