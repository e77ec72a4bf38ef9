import type { Acted, Hands } from "../slack/hands.js";
import type { Act } from "./stage-api.js";

/** Does one act with the hands of the local Slack. */
export function playAct(hands: Hands, act: Act): Promise<Acted> {
  switch (act.act) {
    case "command":
      return hands.command(act);
    case "globalShortcut":
      return hands.globalShortcut(act);
    case "messageShortcut":
      return hands.messageShortcut(act);
    case "press":
      return hands.press(act);
    case "fill":
      return hands.fill(act);
    case "pressInView":
      return hands.pressInView(act);
    case "submit":
      return hands.submit(act);
    case "closeView":
      return hands.closeView(act);
    case "openHome":
      return hands.openHome(act);
    case "say":
      return hands.say(act);
    case "join":
      return hands.join(act);
    case "leave":
      return hands.leave(act);
    case "setLocale":
      return hands.setLocale(act);
    case "setZone":
      return hands.setZone(act);
    default:
      act satisfies never;
      throw new Error("an act nobody knows");
  }
}
