import type { Desk } from "../core/desk.js";
import type { Store } from "./ports.js";

/** The desk, which open-desk.ts made before anything else runs. */
export async function needDesk(store: Pick<Store, "desk">): Promise<Desk> {
  const desk = await store.desk();
  if (!desk) throw new Error("the desk is not open yet");
  return desk;
}
