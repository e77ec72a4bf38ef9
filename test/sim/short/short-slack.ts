import type { SlackChannelId, SlackTs } from "../../../src/core/ids.js";
import type { Message } from "../../../src/core/message.js";
import { commitDecision } from "../../../src/flows/commit-decision.js";
import type { ReadWitness, ShowNow, Store } from "../../../src/flows/ports.js";
import { executive } from "../../db/builders.js";
import type { Fault } from "../faults.js";
import type { Life } from "../life.js";
import { dmOf, nowShown } from "../slack-room.js";
import { botNow, breaksAt } from "../world.js";
import { digestOfCard, drawCard, drawnOn, drawOther, type ShortWorld } from "./short-world.js";

/** Taken by Slack, whatever the answer said. */
const effective: ReadonlySet<Fault> = new Set(["k3", "t1", "5xx_done", "bad_done"]);

/** The ports to Slack in one process's hands: her card with every fault, all other messages at one stroke. */
export function shortSlack({ world }: ShortWorld, life: Life, store: Store, mayDraw: () => boolean) {
  const place = (message: Message) => (message.to.kind === "person" ? dmOf(executive) : "C0TEAM");

  function put(message: Message, content: ReturnType<typeof drawOther>): SlackTs {
    const channel = message.channel ?? place(message);
    const standing = world.slack.in(channel).find(({ id }) => id === message.id);
    if (!standing) return world.slack.post(channel, content).ts as SlackTs;
    if (drawnOn(nowShown(standing)).version <= content.metadata.version)
      world.slack.update(standing, content);
    return standing.ts as SlackTs;
  }

  /** Slack's answer to this is lost, or says no. */
  async function faultWhileSending(message: Message, posting: boolean, effect: () => void): Promise<boolean> {
    const step = message.kind !== "card" ? "notify" : posting ? "witness" : "card";
    const fault = breaksAt(world, { at: "slack", step, call: "chat" });
    if (fault === "k2") return life.crash();
    if (fault && effective.has(fault)) effect();
    if (fault === "k3") return life.crash();
    await life.wait(fault?.startsWith("t") ? 10_000 : world.dice.between(5, 400));
    return fault !== null;
  }

  const showCard = async (message: Message): Promise<boolean> => {
    if (message.wanted <= message.shown) return true;
    const content = await drawCard(message, store);
    const failed = await faultWhileSending(message, content.metadata.says === "posting", () =>
      put(message, content),
    );
    if (failed) {
      await changed(message, (row) => ({ ...row, attempts: row.attempts + 1, dueAt: botNow(world) + 2_000 }));
      return false;
    }
    await settled(message, put(message, content));
    return true;
  };

  const settled = (message: Message, ts: SlackTs) =>
    changed(message, (row) => ({
      ...row,
      channel: (message.channel ?? place(message)) as SlackChannelId,
      ts,
      shown: Math.max(row.shown, message.wanted),
      attempts: 0,
      returnedDigest: digestOfCard,
    }));

  const changed = ({ kind, subject }: Message, edit: (row: Message) => Message) =>
    commitDecision(store, async () => {
      const row = await store.message(kind, subject);
      const put = row ? [{ table: "message" as const, row: edit(row) }] : [];
      return { answer: null, change: { at: botNow(world), expect: [], put, show: [], record: [] } };
    });

  const showNow: ShowNow = async (kind, subject) => {
    const message = await store.message(kind, subject);
    return message?.kind === "card" && mayDraw() ? showCard(message) : false;
  };

  async function sendOwed(): Promise<void> {
    if (!mayDraw()) return;
    const owed = await store.messagesOwed(botNow(world), 20);
    const others = owed.filter(({ kind }) => kind !== "card");
    const [first] = others;
    if (first) {
      const sendAll = () => others.map((message) => put(message, drawOther(message)));
      if (!(await faultWhileSending(first, false, sendAll))) await settledAll(others, sendAll());
    }
    for (const card of owed) if (card.kind === "card") await showNow("card", card.subject);
  }

  const settledAll = (messages: readonly Message[], places: readonly SlackTs[]) =>
    commitDecision(store, async () => {
      const rows = await Promise.all(messages.map(({ kind, subject }) => store.message(kind, subject)));
      const put = rows.flatMap((row, number) => {
        const [message, ts] = [messages[number], places[number]];
        if (!row || !message || !ts) return [];
        const channel = (row.channel ?? place(row)) as SlackChannelId;
        const shown = Math.max(row.shown, message.wanted);
        return [{ table: "message" as const, row: { ...row, channel, ts, shown } }];
      });
      return { answer: null, change: { at: botNow(world), expect: [], put, show: [], record: [] } };
    });

  const readWitness: ReadWitness = async () => {
    await life.turn();
    const fault = breaksAt(world, { at: "slack", step: "other", call: "history" });
    if (fault === "k2" || fault === "k3") return life.crash();
    if (fault) throw new Error(`fault ${fault}`);
    return world.slack.in(dmOf(executive)).map((standing) => {
      const { message, desk, version } = drawnOn(nowShown(standing));
      const [channel, ts] = [standing.channel as SlackChannelId, standing.ts as SlackTs];
      return { messageId: message, deskId: desk, version, channel, ts };
    });
  };

  return { showNow, sendOwed, readWitness };
}
