import { CAMILLE, COMMS, NADIA } from "../story/people.js";
import { openCard, postShown } from "../story/read-screen.js";
import { type House, startHouse } from "../story/start-house.js";
import { lookBehind } from "./look-behind.js";
import { startPress } from "./start-press.js";

/** X takes 100 posts in 15 minutes: so many presses in one house at most. */
export const mostPresses = 90;

/**
 * From her press on `approve` to the arrival of the words at X, one press after another in a house of its own, in
 * milliseconds each. Throws unless X got exactly the words on each card, once, and all of it is stored.
 */
export async function pressToX(presses: number): Promise<number[]> {
  const articles = await startPress();
  const house = await startHouse({
    mode: "http",
    env: { LOG_LEVEL: "info", ARTICLE_ALLOWED_HOSTS: articles.host },
  });
  try {
    const behind = lookBehind(house.env.DATABASE_PATH ?? "");
    const times: number[] = [];
    const atRest = (posts: number) => {
      const isIt = () => behind.posted() === posts && behind.left() === 0;
      return house.until(`${posts} posts are stored and told`, isIt, 20_000);
    };
    for (let number = 0; number < presses; number++) {
      times.push(await onePress(house, articles.link(`press-${number}`), () => atRest(number)));
      await atRest(number + 1);
    }
    behind.close();
    return times;
  } finally {
    await house.close();
    await articles.close();
  }
}

async function onePress(house: House, link: string, atRest: () => Promise<unknown>): Promise<number> {
  await house.hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
  const { channel, card } = await openCard(house, link);
  await atRest();
  const before = house.x.calls.length;
  let arrived: number | null = null;
  const stop = house.x.watch(() => {
    if (arrived === null && creates(house, before).length > 0) arrived = performance.now();
  });
  const pressed = performance.now();
  await house.hands.press({ user: CAMILLE, channel, ts: card.ts, actionId: "approve" });
  const at = await house.until("the words arrive at X", () => arrived, 20_000);
  stop();
  const sent = creates(house, before).map(({ body }) => (body as { text?: unknown } | null)?.text);
  if (sent.length !== 1 || sent[0] !== postShown(card))
    throw new Error(`X got something else than the card shows: ${JSON.stringify(sent)}`);
  return at - pressed;
}

function creates({ x }: House, from: number) {
  return x.calls.slice(from).filter(({ method, path }) => method === "POST" && path === "/2/tweets");
}
