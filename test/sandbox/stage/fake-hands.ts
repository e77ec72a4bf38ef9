import type {
  Acted,
  Block,
  Hands,
  Seen,
  SeenConversation,
  SeenMessage,
  SeenView,
} from "../../../src/sandbox/slack/hands.js";
import { PEOPLE } from "../../../src/sandbox/stage/cast.js";

export const CHANNEL = "C0COMMS001";
export const DIRECT = "D0CAMILLE1";

export type FakeHands = {
  hands: Hands;
  /** Every act as it arrived, oldest first. */
  acts: { name: string; act: object }[];
  messages: Record<string, SeenMessage[]>;
  views: SeenView[];
  home: Block[] | null;
  next: Partial<Acted>;
  changed(): void;
};

/** Hands of a Slack that only remembers what was asked of it. */
export function makeFakeHands(): FakeHands {
  const watchers = new Set<() => void>();
  const fake: FakeHands = {
    acts: [],
    messages: { [CHANNEL]: [], [DIRECT]: [] },
    views: [],
    home: null,
    next: {},
    changed() {
      for (const watcher of watchers) watcher();
    },
    hands: {
      command: (act) => done("command", act),
      globalShortcut: (act) => done("globalShortcut", act),
      messageShortcut: (act) => done("messageShortcut", act),
      press: (act) => done("press", act),
      fill: (act) => done("fill", act),
      pressInView: (act) => done("pressInView", act),
      submit: (act) => done("submit", act),
      closeView: (act) => done("closeView", act),
      openHome: (act) => done("openHome", act),
      say: (act) => done("say", act),
      join: (act) => done("join", act),
      leave: (act) => done("leave", act),
      setLocale: (act) => done("setLocale", act),
      setZone: (act) => done("setZone", act),
      look,
      watch(onChange) {
        watchers.add(onChange);
        return () => watchers.delete(onChange);
      },
    },
  };

  async function done(name: string, act: object): Promise<Acted> {
    fake.acts.push({ name, act });
    if (name === "closeView") fake.views = [];
    fake.changed();
    return { slackError: null, ackMs: 12, fieldErrors: null, ...fake.next };
  }

  function look(user: string): Seen {
    const people = PEOPLE.map((person) => ({ ...person, isBot: false }));
    const bot = {
      id: "U0FIRSTHND",
      name: "firsthand",
      realName: "Firsthand",
      locale: "en-US",
      tz: "UTC",
      isBot: true,
      role: "",
    };
    const you = people.find(({ id }) => id === user);
    if (you === undefined) throw new Error(`nobody is ${user}`);
    const conversation = (
      id: string,
      kind: "channel" | "dm",
      name: string,
      member: boolean,
    ): SeenConversation => ({
      id,
      kind,
      name,
      member,
      messages: member ? (fake.messages[id] ?? []) : [],
    });
    const executive = user === "U0CAMILLE1";
    return {
      user: you,
      people: [...people, bot],
      conversations: [
        conversation(CHANNEL, "channel", "comms", user !== "U0OLGA0001" && !executive),
        conversation("C0GENERAL1", "channel", "general", true),
        ...(executive ? [conversation(DIRECT, "dm", "Firsthand", true)] : []),
      ],
      views: executive ? fake.views : [],
      home: fake.home && { id: "VHOME", values: {}, blocks: fake.home },
      commands: [
        {
          command: "/suggest",
          description: "Suggest an article to the executive",
          usageHint: "[link] [why it matters]",
        },
        { command: "/post", description: "Post in your own words", usageHint: "[words]" },
      ],
      shortcuts: [
        { name: "Suggest an article", type: "global", callbackId: "suggest", description: "Open the form" },
        {
          name: "Suggest this link",
          type: "message",
          callbackId: "suggest_message",
          description: "From a message",
        },
      ],
    };
  }

  return fake;
}
