import type { App } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { httpApp, type Running, socketApp } from "./bolt-app-fixture.js";
import { CAMILLE, COMMS, NADIA } from "./local-slack-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const card = [
  { type: "section", text: { type: "mrkdwn", text: "A card" } },
  {
    type: "actions",
    elements: [
      {
        type: "button",
        action_id: "approve",
        text: { type: "plain_text", text: "Approve" },
        value: "r1",
      },
    ],
  },
];

/** A small app: a command makes a card in Camille's DM, her press settles it. */
function small(app: App) {
  app.command("/suggest", async ({ ack, client, command }) => {
    await ack(`Thanks for ${command.text}`);
    await client.chat.postMessage({ channel: CAMILLE, text: "A card", blocks: card });
  });
  app.action("approve", async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== "block_actions") return;
    await client.chat.update({
      channel: body.channel?.id ?? "",
      ts: body.message?.ts ?? "",
      text: "Posted",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "Posted" } }],
    });
    await respond({ text: "Done", response_type: "ephemeral" });
  });
}

const dmOf = (slack: Running["slack"], user: string) =>
  slack.hands.look(user).conversations.find((each) => each.kind === "dm");

for (const [mode, start] of [
  ["Socket Mode", socketApp],
  ["signed HTTP", httpApp],
] as const) {
  describe(`over ${mode}`, () => {
    it("a command is answered where it was typed and a press settles the card", async () => {
      running = await start(small);
      const { slack } = running;
      const acted = await slack.hands.command({
        user: NADIA,
        channel: COMMS,
        command: "/suggest",
        text: "https://example.org/a",
      });
      expect(acted.slackError).toBeNull();
      const comms = slack.hands.look(NADIA).conversations.find((each) => each.id === COMMS);
      expect(comms?.messages.map(({ text, ephemeral }) => ({ text, ephemeral }))).toEqual([
        { text: "Thanks for https://example.org/a", ephemeral: true },
      ]);
      await expect.poll(() => dmOf(slack, CAMILLE)?.messages.length).toBe(1);
      const dm = dmOf(slack, CAMILLE);
      const ts = dm?.messages[0]?.ts ?? "";
      await slack.hands.press({ user: CAMILLE, channel: dm?.id ?? "", ts, actionId: "approve" });
      await expect
        .poll(() => dmOf(slack, CAMILLE)?.messages.map((each) => each.text))
        .toEqual(["Posted", "Done"]);
      expect(slack.problems).toEqual([]);
      expect(slack.usedScopes()).toContain("commands");
    });
  });
}
