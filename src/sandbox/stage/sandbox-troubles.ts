import type { ArmedFault, XFaults } from "../x/x-fault.js";
import type { BotProcess } from "./bot-process.js";
import type { Trouble } from "./trouble-board.js";

export type TroubleNeeds = {
  x: Pick<XFaults, "next" | "hideNewPosts" | "clear">;
  slack: { alterText: "none" | "as_slack" };
  bot: BotProcess;
};

/** What a person may make go wrong, to see what the people are told. */
export function sandboxTroubles({ x, slack, bot }: TroubleNeeds): Trouble[] {
  let armed: { what: string; fault: ArmedFault } | null = null;

  const onceAtX = (what: string, label: string, note: string, arm: () => ArmedFault): Trouble => ({
    id: `x-${what}`,
    label,
    note,
    kind: "once",
    isOn: () => armed?.what === what && armed.fault.hits === 0,
    set(on) {
      // One at a time: the next post can meet only one of them.
      x.clear();
      armed = on ? { what, fault: arm() } : null;
    },
  });

  return [
    onceAtX(
      "lost",
      "X’s next answer is lost",
      "The post is made, but the line breaks before X says so, and the timeline shows it late.",
      () => {
        // Else the bot's first look at the timeline would find it, and there would be nothing to ask.
        x.hideNewPosts({ forReads: 1 });
        return x.next({ kind: "reset", takesEffect: true });
      },
    ),
    onceAtX(
      "duplicate",
      "X calls the next post a duplicate",
      "It is refused, as X refuses the same words twice.",
      () => x.next({ kind: "duplicate" }),
    ),
    {
      id: "slack-emoji",
      label: "Slack hands emoji back as shortcodes",
      note: "A 🙂 typed in a form comes back as :slightly_smiling_face:, an & as &amp;.",
      kind: "switch",
      isOn: () => slack.alterText === "as_slack",
      set(on) {
        slack.alterText = on ? "as_slack" : "none";
      },
    },
    {
      id: "bot-stop",
      label: "Stop the bot",
      note: "What Slack says then, and what the bot catches up on later.",
      kind: "switch",
      isOn: () => bot.state().status !== "running",
      set: (on) => (on ? bot.stop() : bot.start()),
    },
    {
      id: "bot-restart",
      label: "Start the bot again",
      note: "Everything decided is kept: it is read from the database.",
      kind: "act",
      isOn: () => false,
      async set() {
        await bot.stop();
        bot.start();
      },
    },
  ];
}
