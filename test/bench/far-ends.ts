import { once } from "node:events";
import { startHouse } from "../story/start-house.js";
import { startPress } from "./start-press.js";

/** What the bench needs of the far ends to start the bot and to speak to it as Slack. */
export type FarEnds = { readonly env: Record<string, string>; readonly articles: string };

// Slack, X and the press in a process of their own: what they do for the bot must not hold up whoever measures.
const press = await startPress();
const house = await startHouse({
  mode: "http",
  withBot: false,
  env: {
    LOG_LEVEL: "info",
    ARTICLE_ALLOWED_HOSTS: press.host,
    CARDS_AT_ONCE: "1",
  },
});
const told: FarEnds = { env: house.env, articles: press.link("") };
process.send?.(told);
await once(process, "disconnect");
await Promise.all([house.close(), press.close()]);
