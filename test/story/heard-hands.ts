import type { Acted, Hands } from "../../src/sandbox/slack/hands.js";

/** One act of a person, with what became of it. */
export type HeardAct = { readonly act: string; readonly acted: Acted };

/** The hands, with every act's outcome kept: how fast the bot acknowledged is part of each story. */
export function heardHands(hands: Hands, heard: HeardAct[]): Hands {
  const listen =
    <A>(name: string, act: (what: A) => Promise<Acted>) =>
    async (what: A): Promise<Acted> => {
      const acted = await act(what);
      heard.push({ act: name, acted });
      return acted;
    };
  return {
    command: listen("command", hands.command),
    globalShortcut: listen("globalShortcut", hands.globalShortcut),
    messageShortcut: listen("messageShortcut", hands.messageShortcut),
    press: listen("press", hands.press),
    fill: listen("fill", hands.fill),
    pressInView: listen("pressInView", hands.pressInView),
    submit: listen("submit", hands.submit),
    closeView: listen("closeView", hands.closeView),
    openHome: listen("openHome", hands.openHome),
    say: listen("say", hands.say),
    join: listen("join", hands.join),
    leave: listen("leave", hands.leave),
    setLocale: listen("setLocale", hands.setLocale),
    setZone: listen("setZone", hands.setZone),
    look: hands.look,
    watch: hands.watch,
  };
}
