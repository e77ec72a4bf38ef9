import type { SeenMessage } from "../../src/sandbox/slack/hands.js";
import { CAMILLE } from "./people.js";
import { conversation, formOf, messageAbout, pressOn } from "./read-screen.js";
import type { House } from "./start-house.js";

/** Counted as the issue counts them: from the notification on, typing apart. */
export type Counted = { readonly taps: number; readonly screens: number; readonly appSwitches: number };

/** Her thumb: what it does is played by the local Slack's hands, and counted. */
export type Thumb = {
  /** The notification opens the direct message. */
  openMessage(): void;
  /** A shortcut of Slack's own menu, wherever she is. */
  shortcut(callbackId: string): Promise<void>;
  /** A press on her card for this link; from a menu it costs the menu too, and where Slack asks, its answer. */
  press(link: string, actionId: string): Promise<void>;
  /** Writes into the form on her screen: no tap. */
  write(text: string): Promise<void>;
  submit(): Promise<void>;
  /** Every form that came up is a screen, also one that another became. */
  counted(): Counted;
};

export function countTaps(house: House): Thumb {
  const { hands, slack } = house;
  const user = CAMILLE;
  const screens = new Set<string>();
  let [taps, appSwitches] = [0, 0];
  slack.hands.watch(() => {
    for (const { id, title } of slack.hands.look(user).views) screens.add(`${id} ${title}`);
  });
  const form = () => house.until("a form on her screen", () => formOf(house, user));
  return {
    openMessage() {
      taps += 1;
      screens.add(conversation(house, user, "dm").id);
    },
    async shortcut(callbackId) {
      taps += 1;
      await hands.globalShortcut({ user, callbackId });
    },
    async press(link, name) {
      const card = messageAbout(house, user, "dm", link);
      if (!card) throw new Error(`She sees no card about ${link}`);
      const pressed = pressOn(card, name);
      const drawn = elementOf(card, pressed.actionId);
      taps += 1 + (pressed.option === undefined ? 0 : 1) + (drawn.confirm === undefined ? 0 : 1);
      if (drawn.url !== undefined) appSwitches += 1;
      await hands.press({ user, channel: conversation(house, user, "dm").id, ts: card.ts, ...pressed });
    },
    async write(value) {
      const { id: viewId } = await form();
      await hands.fill({ user, viewId, blockId: "text", actionId: "value", value });
    },
    async submit() {
      taps += 1;
      const { id: viewId } = await form();
      await hands.submit({ user, viewId });
    },
    counted: () => ({ taps, screens: screens.size, appSwitches }),
  };
}

/** A button or menu of a message, as it was drawn. */
export function elementOf({ blocks }: Pick<SeenMessage, "blocks">, actionId: string) {
  const elements = blocks.flatMap(({ elements: inside }) =>
    Array.isArray(inside) ? (inside as Record<string, unknown>[]) : [],
  );
  const found = elements.find(({ action_id }) => action_id === actionId);
  if (!found) throw new Error(`The card has no ${actionId}`);
  return found;
}
