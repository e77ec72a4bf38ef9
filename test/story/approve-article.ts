import type { SeenMessage } from "../../src/sandbox/slack/hands.js";
import { CAMILLE, COMMS, NADIA, X_ACCOUNT } from "./people.js";
import { messageAbout, openCard, postShown, said } from "./read-screen.js";
import type { House } from "./start-house.js";

/** One suggestion by Nadia, before the executive. */
export type Suggested = {
  readonly link: string;
  /** What her card shows as the post. */
  readonly shown: string;
  /** Camille presses a button of her card. */
  press(actionId: string): Promise<unknown>;
  /** Her card as it is now. */
  card(): SeenMessage;
  /** Waits until her card says this. */
  cardSays(words: string): Promise<SeenMessage>;
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
    shown: postShown(card),
    press: (actionId) => house.hands.press({ user: CAMILLE, channel, ts: card.ts, actionId }),
    card() {
      const now = messageAbout(house, CAMILLE, "dm", link);
      if (!now) throw new Error("her card is gone");
      return now;
    },
    cardSays: (words) => says(CAMILLE, words),
    suggesterReads: (words) => says(NADIA, words),
    async posted() {
      const words = said(await says(CAMILLE, `https://x.com/${X_ACCOUNT.handle}/status/`));
      return words.match(/\/status\/(\d+)/)?.[1] ?? "";
    },
  };
}
