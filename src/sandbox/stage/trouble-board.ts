import type { TroubleState } from "./stage-api.js";

export type Trouble = Omit<TroubleState, "on"> & {
  isOn(): boolean;
  set(on: boolean): void | Promise<void>;
};

/** The faults offered to a person, by id. */
export function makeTroubleBoard(troubles: readonly Trouble[]): {
  list(): TroubleState[];
  set(id: string, on: boolean): Promise<boolean>;
} {
  return {
    list: () => troubles.map(({ id, label, note, kind, isOn }) => ({ id, label, note, kind, on: isOn() })),
    async set(id, on) {
      const trouble = troubles.find((each) => each.id === id);
      if (trouble === undefined) return false;
      await trouble.set(on);
      return true;
    },
  };
}
