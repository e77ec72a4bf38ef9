import { afterAll, beforeAll, it } from "vitest";
import { houseInOrder } from "./house-in-order.js";
import { PEOPLE } from "./people.js";
import { type House, type HouseOptions, type Mode, startHouse } from "./start-house.js";

const WAYS: Record<Mode, string> = { socket: "over Socket Mode", http: "over signed HTTP" };
const MODES: readonly Mode[] = ["socket", "http"];

/** Tells one story in each house; `modes` where it has a meaning in one of them only. */
export type Story = (
  name: string,
  play: (house: House) => Promise<void>,
  options?: { modes?: readonly Mode[] },
) => void;

/**
 * Tells stories in one house per way to Slack (`modes`: all of them), started once for the file. A story mostly waits, so it is played in
 * both houses at the same time, as two tests; the next one begins when both are done. After each the house is in order.
 */
export function storiesIn({
  modes: raised = MODES,
  ...options
}: Omit<HouseOptions, "mode"> & { modes?: readonly Mode[] } = {}): Story {
  const houses = new Map<Mode, House>();
  beforeAll(async () => {
    const started = await Promise.allSettled(raised.map((mode) => startHouse({ ...options, mode })));
    for (const each of started) if (each.status === "fulfilled") houses.set(each.value.mode, each.value);
    for (const each of started) if (each.status === "rejected") throw each.reason;
  });
  afterAll(async () => {
    await Promise.all([...houses.values()].map((house) => house.close()));
  });

  return (name, play, { modes = raised } = {}) => {
    const told = new Map<Mode, Promise<void>>();
    const tell = async (mode: Mode): Promise<void> => {
      const house = houses.get(mode);
      if (!house) throw new Error("the house did not start");
      await clearTable(house);
      await play(house);
      houseInOrder(house);
    };
    for (const mode of modes) {
      it(`${name}, ${WAYS[mode]}`, async () => {
        for (const each of modes) if (!told.has(each)) told.set(each, tell(each));
        await Promise.allSettled(told.values());
        await told.get(mode);
      }, 40_000);
    }
  };
}

/** What a story before left behind when it failed must not fail this one too. */
async function clearTable({ slack, x }: House): Promise<void> {
  slack.faults.reset();
  x.faults.clear();
  for (const { id } of PEOPLE) {
    for (const { id: viewId } of slack.hands.look(id).views.toReversed()) {
      await slack.hands.closeView({ user: id, viewId });
    }
  }
}
