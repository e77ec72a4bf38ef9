import type { SlackUserId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { needDesk } from "../flows/need-desk.js";
import { publishHome } from "./app-home.js";
import { firstPages, readPages } from "./blocks/home-page.js";
import type { BotNeeds } from "./bot-needs.js";
import { presserOf } from "./delivery.js";
import type { Press } from "./on-press.js";

/** `home_page`, `home_page_back`: another page of one of her lists. */
export function homePageButton(needs: BotNeeds) {
  return async ({ ack, body, action }: Press): Promise<void> => {
    await ack();
    const presser = presserOf(body);
    if (!mayDecide(await needDesk(needs.store), presser)) return;
    await publishHome(presser.userId, readPages(action.value) ?? firstPages, needs);
  };
}

/** A button that stands in App Home too: what it changed is drawn there, because no message is. */
export function redrawsHome(needs: BotNeeds, pressed: (press: Press) => Promise<void>) {
  return async (press: Press): Promise<void> => {
    await pressed(press);
    const user = presserOf(press.body).userId as SlackUserId | null;
    if (press.body.view?.type === "home" && user) await publishHome(user, firstPages, needs);
  };
}
