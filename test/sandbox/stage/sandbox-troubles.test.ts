import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BotProcess } from "../../../src/sandbox/stage/bot-process.js";
import { sandboxTroubles } from "../../../src/sandbox/stage/sandbox-troubles.js";
import { makeTroubleBoard } from "../../../src/sandbox/stage/trouble-board.js";
import type { LocalX } from "../../../src/sandbox/x/start-local-x.js";
import { camille, clientOf, twoAccounts } from "../x/x-client.js";

const RUNNING: BotProcess = {
  state: () => ({ status: "running", pid: 1, why: null, lines: [] }),
  start: () => {},
  stop: async () => {},
  watch: () => () => {},
};

let x: LocalX;
let board: ReturnType<typeof makeTroubleBoard>;
beforeEach(async () => {
  x = await twoAccounts();
  board = makeTroubleBoard(sandboxTroubles({ x: x.faults, slack: { alterText: "none" }, bot: RUNNING }));
});
afterEach(() => x.close());

const isOn = (id: string): boolean | undefined => board.list().find((each) => each.id === id)?.on;
const post = (text: string) => clientOf(x, camille).v2.tweet(text);
const timeline = async (): Promise<string[]> => {
  const { tweets } = await clientOf(x, camille).v2.userTimeline(camille.id);
  return tweets.map(({ text }) => text);
};

describe("a lost answer of X", () => {
  it("makes the post, says nothing, and shows it in the timeline from the second look on", async () => {
    await board.set("x-lost", true);
    expect(isOn("x-lost")).toBe(true);
    await expect(post("Bonjour")).rejects.toThrow();
    expect(isOn("x-lost")).toBe(false);
    expect(x.posts.map(({ text }) => text)).toEqual(["Bonjour"]);
    expect(await timeline()).toEqual([]);
    expect(await timeline()).toEqual(["Bonjour"]);
  });

  it("is gone when it was switched off before it happened", async () => {
    await board.set("x-lost", true);
    await board.set("x-lost", false);
    await post("Bonjour");
    expect(await timeline()).toEqual(["Bonjour"]);
  });

  it("gives way to another trouble of X: the next post meets one only", async () => {
    await board.set("x-lost", true);
    await board.set("x-duplicate", true);
    expect([isOn("x-lost"), isOn("x-duplicate")]).toEqual([false, true]);
    await expect(post("Bonjour")).rejects.toThrow(/403/);
    expect(isOn("x-duplicate")).toBe(false);
    expect(x.posts).toEqual([]);
  });
});
