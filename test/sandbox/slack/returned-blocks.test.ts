import type { KnownBlock } from "@slack/types";
import { afterEach, describe, expect, it } from "vitest";
import { type Running, socketApp } from "./bolt-app-fixture.js";
import { clientOf } from "./form-app-fixture.js";
import { CAMILLE } from "./local-slack-fixture.js";
import { recording } from "./recording-app-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

type Body = { message: { text: string; blocks?: unknown }; actions: unknown[] };

const SENT: KnownBlock[] = [
  {
    type: "section",
    text: {
      type: "mrkdwn",
      text: "*R&D* <https://example.org/a?b=1&c=2|here> 1 < 2 👋 https://example.org/b",
    },
    accessory: { type: "image", image_url: "https://example.org/a.png", alt_text: "R&D" },
  },
  {
    type: "section",
    block_id: "draft",
    text: { type: "plain_text", text: "R&D <b> 👋 &amp;", emoji: false },
  },
  { type: "context", elements: [{ type: "mrkdwn", text: "https://example.org/c", verbatim: true }] },
  {
    type: "actions",
    block_id: "choices",
    elements: [
      { type: "button", action_id: "go", value: "r&1", text: { type: "plain_text", text: "Q&A 👍" } },
    ],
  },
];

const picture = { fallback: expect.any(String), image_width: 1200, image_height: 630 };
const go = {
  type: "button",
  action_id: "go",
  value: "r&1",
  text: { type: "plain_text", text: "Q&amp;A :+1:", emoji: true },
};
const RETURNED = [
  {
    type: "section",
    block_id: expect.stringMatching(/./),
    text: {
      type: "mrkdwn",
      text: "*R&amp;D* <https://example.org/a?b=1&amp;c=2|here> 1 &lt; 2 :wave: <https://example.org/b>",
      verbatim: false,
    },
    accessory: {
      type: "image",
      image_url: "https://example.org/a.png",
      alt_text: "R&D",
      image_bytes: expect.any(Number),
      ...picture,
    },
  },
  {
    type: "section",
    block_id: "draft",
    text: { type: "plain_text", text: "R&amp;D &lt;b&gt; :wave: &amp;", emoji: false },
  },
  {
    type: "context",
    block_id: expect.stringMatching(/./),
    elements: [{ type: "mrkdwn", text: "https://example.org/c", verbatim: true }],
  },
  { type: "actions", block_id: "choices", elements: [go] },
];

/** A card in Camille's DM, and how she presses on it: what the app is given then. */
async function card() {
  const bodies: Body[] = [];
  running = await socketApp(recording(bodies as never));
  const { slack } = running;
  const client = clientOf(running);
  const posted = await client.chat.postMessage({ channel: CAMILLE, text: "card", blocks: SENT });
  const at = { channel: posted.channel ?? "", ts: posted.ts ?? "" };
  const press = async () => {
    await slack.hands.press({ user: CAMILLE, ...at, actionId: "go" });
    return bodies.at(-1) as Body;
  };
  const seen = () =>
    slack.hands.look(CAMILLE).conversations.find(({ id }) => id === at.channel)?.messages[0]?.blocks;
  return { slack, client, posted, at, press, seen };
}

describe("the blocks of a message", () => {
  it("come back in one form, which is not the one they were sent in", async () => {
    const { client, posted, at, press } = await card();
    expect(posted.message?.blocks).toEqual(RETURNED);
    const updated = await client.chat.update({ ...at, text: "card again" });
    const history = await client.conversations.history({ channel: at.channel });
    const replies = await client.conversations.replies(at);
    const pressed = await press();
    for (const blocks of [
      (updated.message as { blocks?: unknown }).blocks,
      history.messages?.[0]?.blocks,
      replies.messages?.[0]?.blocks,
      pressed.message.blocks,
    ]) {
      expect(JSON.stringify(blocks)).toBe(JSON.stringify(posted.message?.blocks));
    }
    expect(pressed.actions).toMatchObject([{ ...go, block_id: "choices" }]);
  });

  it("come back the same whether texts are altered or not", async () => {
    const { slack, posted, press } = await card();
    slack.faults.alterText = "as_slack";
    expect((await press()).message.blocks).toEqual(posted.message?.blocks);
  });

  it("are shown to people as they were sent", async () => {
    const { seen } = await card();
    expect(seen()).toMatchObject(SENT);
    expect(seen()?.[1]).toEqual(SENT[1]);
  });
});

describe("a press from a client that lies", () => {
  it("carries the forged blocks, while every answer and every screen keeps the true ones", async () => {
    const { slack, client, posted, at, press, seen } = await card();
    slack.faults.alterBlocks = (blocks) => {
      for (const block of blocks) block.block_id = "forged";
      return blocks.slice(0, 1);
    };
    expect((await press()).message.blocks).toEqual([{ ...(RETURNED[0] as object), block_id: "forged" }]);
    const history = await client.conversations.history({ channel: at.channel });
    expect(history.messages?.[0]?.blocks).toEqual(posted.message?.blocks);
    expect(seen()?.[1]).toEqual(SENT[1]);
  });

  it("carries no blocks at all when they are left out, until the reset", async () => {
    const { slack, posted, press } = await card();
    slack.faults.omitMessageBlocks = true;
    const { message } = await press();
    expect(message).toMatchObject({ text: "card", ts: posted.ts });
    expect(message).not.toHaveProperty("blocks");
    slack.faults.reset();
    expect((await press()).message.blocks).toEqual(posted.message?.blocks);
  });
});

describe("a thief of the bot token", () => {
  it("rewrites a card in place, with no call of the app's, and the press carries the thief's words", async () => {
    const { slack, posted, at, press, seen } = await card();
    const calls = slack.calls.length;
    const blocks = [{ type: "section", text: { type: "plain_text", text: "Harmless" } }, { ...SENT[3] }];
    slack.faults.updateAsApp(at.channel, at.ts, { text: "harmless", blocks: blocks as never });
    expect(seen()).toMatchObject(blocks);
    const { message } = await press();
    expect(message).toMatchObject({ text: "harmless", ts: posted.ts, edited: expect.anything() });
    expect(message.blocks).toMatchObject([{ text: { text: "Harmless", emoji: true } }, { elements: [go] }]);
    expect(slack.calls).toHaveLength(calls);
  });

  it("changes the metadata only when it is given", async () => {
    const { slack, client, at } = await card();
    const metadata = (id: string) => ({ event_type: "card", event_payload: { id } });
    const divider = [{ type: "divider" }];
    const standing = async () => {
      const { messages } = await client.conversations.history({
        channel: at.channel,
        include_all_metadata: true,
      });
      return messages?.[0]?.metadata;
    };
    const edit = { text: "a", blocks: divider };
    slack.faults.updateAsApp(at.channel, at.ts, { ...edit, metadata: metadata("1") });
    expect(await standing()).toEqual(metadata("1"));
    slack.faults.updateAsApp(at.channel, at.ts, edit);
    expect(await standing()).toEqual(metadata("1"));
  });

  it("can do no more than Slack allows: own messages, blocks that are blocks", async () => {
    const { slack, at } = await card();
    await slack.hands.say({ user: CAMILLE, channel: at.channel, text: "hers" });
    const hers = slack.hands.look(CAMILLE).conversations.find(({ id }) => id === at.channel)?.messages[1];
    const edit = (ts: string, type: string) => () =>
      slack.faults.updateAsApp(at.channel, ts, { text: "a", blocks: [{ type }] });
    expect(edit(hers?.ts ?? "", "divider")).toThrow("no message");
    expect(edit("1.000001", "divider")).toThrow("no message");
    expect(edit(at.ts, "dividers")).toThrow("invalid_blocks");
  });
});
