import { expect } from "vitest";
import type { House } from "./start-house.js";

/** Tells the bot to stop, as its supervisor does, and waits until it has. */
export async function stopBot({ runs }: House): Promise<void> {
  const run = runs.at(-1);
  run?.kill("SIGTERM");
  expect(await run?.gone).toEqual({ code: 0, signal: null });
}
