import { castNow } from "../../../src/sandbox/stage/cast.js";
import { type Stage, type StageNeeds, startStage } from "../../../src/sandbox/stage/start-stage.js";
import { makeTroubleBoard } from "../../../src/sandbox/stage/trouble-board.js";
import { type FakeHands, makeFakeHands } from "./fake-hands.js";

export type StageFixture = {
  stage: Stage;
  fake: FakeHands;
  tell: { x(): void; bot(): void };
  flag: { on: boolean };
};

/** A stage over real loopback sockets, with fakes behind it. */
export async function openStage(needs: Partial<StageNeeds> = {}): Promise<StageFixture> {
  const fake = makeFakeHands();
  const x = new Set<() => void>();
  const bot = new Set<() => void>();
  const flag = { on: false };
  const watch = (set: Set<() => void>) => (onChange: () => void) => {
    set.add(onChange);
    return () => set.delete(onChange);
  };
  const all = (set: Set<() => void>) => () => {
    for (const each of set) each();
  };
  const stage = await startStage({
    port: 0,
    app: { hearsDirectMessages: false },
    hands: fake.hands,
    x: {
      profile: () => ({
        handle: "camille_laurent",
        name: "Camille Laurent",
        posts: [{ id: "20", text: "Bonjour\n  à tous", createdAt: 1_795_424_400_000, deletedAt: null }],
      }),
      watch: watch(x),
    },
    articles: [{ url: "http://127.0.0.1:1/a", title: "A title", language: "en", about: "plain" }],
    cast: () => castNow(fake.hands),
    bot: { state: () => ({ status: "running", pid: 1, why: null, lines: ["hello"] }), watch: watch(bot) },
    trouble: makeTroubleBoard([
      {
        id: "flag",
        label: "A flag",
        note: "For the test",
        kind: "switch",
        isOn: () => flag.on,
        set: (on) => {
          flag.on = on;
        },
      },
    ]),
    ...needs,
  });
  return { stage, fake, tell: { x: all(x), bot: all(bot) }, flag };
}
