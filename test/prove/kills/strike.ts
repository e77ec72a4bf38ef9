import type { House } from "../../story/start-house.js";
import type { Dice } from "./dice.js";
import type { CardBook } from "./follow-cards.js";

/** Where in its work the bot is killed; `calm` lets it live long enough to look at the timeline by itself. */
export type Aim = "any time" | "posting shown" | "create arrives" | "post stands" | "calm";

export const aims: Readonly<Record<Aim, number>> = {
  "any time": 28,
  "posting shown": 12,
  "create arrives": 28,
  "post stands": 28,
  calm: 4,
};

/** How long an aim is waited for before the bot is killed anyway, in milliseconds. */
const patienceMs = 1_000;

/** Kills at the moment aimed at, and a few milliseconds later in most cases. Resolves when it is done. */
export function strike(
  aim: Aim,
  needs: { house: House; book: CardBook; dice: Dice; slowness: number; kill: () => void },
): Promise<void> {
  const { house, book, dice, slowness, kill } = needs;
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    let timer: NodeJS.Timeout | undefined;
    const hit = (): void => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      kill();
      resolve();
    };
    const within = (ms: number): void => {
      clearTimeout(timer);
      if (ms === 0) hit();
      else timer = setTimeout(hit, ms);
    };
    const soon = (most: number): void => {
      for (const stop of stops) stop();
      within(dice.chance(0.25) ? 0 : dice.between(1, most) * slowness);
    };
    const creates = (): number => house.x.calls.filter(({ method }) => method === "POST").length;
    const [createsBefore, postsBefore] = [creates(), house.x.posts.length];
    timer = setTimeout(hit, patienceMs * slowness);
    switch (aim) {
      case "any time":
        return within(dice.between(0, 800) * slowness);
      case "calm":
        return within(dice.between(3_300, 4_500));
      case "posting shown":
        stops.push(book.watch((_, { kind }) => kind === "posting" && soon(15)));
        return;
      case "create arrives":
        stops.push(house.x.watch(() => creates() > createsBefore && soon(40)));
        return;
      case "post stands":
        stops.push(house.x.watch(() => house.x.posts.length > postsBefore && soon(30)));
        return;
      default:
        aim satisfies never;
    }
  });
}
