import { expect } from "vitest";
import type { SeenMessage } from "../../src/sandbox/slack/hands.js";
import { CAMILLE, COMMS, NADIA, TOM, X_ACCOUNT } from "./people.js";
import { linesBelow, messageAbout, openCard, postShown, pressOn, said } from "./read-screen.js";
import type { House } from "./start-house.js";

/** One suggestion by Nadia, before the executive. */
export type Suggested = {
  readonly link: string;
  /** The direct message her card stands in. */
  readonly channel: string;
  /** What her card shows as the post. */
  readonly shown: string;
  /** Camille presses a button of her card. */
  press(actionId: string): Promise<unknown>;
  /** Her card as it is now. */
  card(): SeenMessage;
  /** Waits until her card says this. */
  cardSays(words: string): Promise<SeenMessage>;
  /** Waits until the lines below her card, and below the team's message, are exactly these. */
  linesSay(lines: { hers: readonly string[]; team: readonly string[] }): Promise<unknown>;
  /** Waits until the suggester's message says this. */
  suggesterReads(words: string): Promise<SeenMessage>;
  /** Waits until her card names the post; answers its id at X. */
  posted(): Promise<string>;
};

/** Nadia suggests an article by command; resolves when it is before the executive. */
export async function suggestArticle(house: House, name: string): Promise<Suggested> {
  const link = house.link(name);
  await house.hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
  const { channel, card } = await openCard(house, link);
  const says = (user: string, words: string) =>
    house.until(`${user} reads «${words}»`, () => {
      const message = messageAbout(house, user, "dm", link);
      return message && said(message).includes(words) && message;
    });
  return {
    link,
    channel,
    shown: postShown(card),
    press: (name) => {
      const now = messageAbout(house, CAMILLE, "dm", link) ?? card;
      return house.hands.press({ user: CAMILLE, channel, ts: card.ts, ...pressOn(now, name) });
    },
    card() {
      const now = messageAbout(house, CAMILLE, "dm", link);
      if (!now) throw new Error("her card is gone");
      return now;
    },
    cardSays: (words) => says(CAMILLE, words),
    linesSay: ({ hers, team }) =>
      house.until(`the lines ${JSON.stringify([hers, team])}`, () => {
        const now = [linesBelow(house, CAMILLE, "dm", link), linesBelow(house, TOM, COMMS, link)];
        return JSON.stringify(now) === JSON.stringify([hers, team]);
      }),
    suggesterReads: (words) => says(NADIA, words),
    async posted() {
      const words = said(await says(CAMILLE, `https://x.com/${X_ACCOUNT.handle}/status/`));
      return words.match(/\/status\/(\d+)/)?.[1] ?? "";
    },
  };
}

/** Waits until her card names the post, and it is the only one of these words at X; answers its id. */
export async function standsOnce({ x }: House, article: Suggested): Promise<string> {
  const id = await article.posted();
  expect(x.posts.filter(({ text }) => text === article.shown).map((post) => post.id)).toEqual([id]);
  return id;
}
