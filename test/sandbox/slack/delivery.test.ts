import { afterEach, describe, expect, it } from "vitest";
import { httpApp, type Running, socketApp } from "./bolt-app-fixture.js";
import { CAMILLE, COMMS, NADIA } from "./local-slack-fixture.js";
import { recording, suggest } from "./recording-app-fixture.js";

let running: (Partial<Running> & { stop(): Promise<void> }) | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

for (const [mode, start] of [
  ["Socket Mode", socketApp],
  ["signed HTTP", httpApp],
] as const) {
  describe(`a delivery over ${mode}`, () => {
    it("carries every field of a command", async () => {
      const bodies: Record<string, unknown>[] = [];
      const app = await start(recording(bodies));
      running = app;
      await app.slack.hands.command({ ...suggest, text: " https://example.org/?a=1&b=2 why é " });
      expect(bodies).toMatchObject([
        {
          command: "/suggest",
          text: "https://example.org/?a=1&b=2 why é",
          team_id: "T0FIRST001",
          channel_id: COMMS,
          channel_name: "comms",
          user_id: NADIA,
          user_name: "nadia",
          api_app_id: "A0FIRST001",
          trigger_id: expect.any(String),
          response_url: expect.stringContaining("http://127.0.0.1:"),
        },
      ]);
    });

    it("carries the message pressed on as Slack keeps it", async () => {
      const bodies: Record<string, unknown>[] = [];
      const app = await start(recording(bodies));
      running = app;
      const more = ["a", "b"].map((value) => ({ text: { type: "plain_text" as const, text: value }, value }));
      const posted = await app.app.client.chat.postMessage({
        token: "xoxb-test-token",
        channel: CAMILLE,
        text: "card",
        metadata: { event_type: "card", event_payload: { id: "s1" } },
        blocks: [
          {
            type: "actions",
            elements: [
              { type: "button", action_id: "approve", value: "r1", text: { type: "plain_text", text: "Go" } },
              { type: "overflow", action_id: "more", options: more },
            ],
          },
        ],
      });
      const at = { user: CAMILLE, channel: posted.channel ?? "", ts: posted.ts ?? "" };
      await app.slack.hands.press({ ...at, actionId: "approve" });
      await app.slack.hands.press({ ...at, actionId: "more", option: "b" });
      expect(bodies[0]).toMatchObject({
        type: "block_actions",
        team: { id: "T0FIRST001", domain: expect.any(String) },
        user: { id: CAMILLE, username: "camille", name: "camille", team_id: "T0FIRST001" },
        api_app_id: "A0FIRST001",
        container: { type: "message", message_ts: at.ts, channel_id: at.channel, is_ephemeral: false },
        channel: { id: at.channel, name: "directmessage" },
        message: {
          ts: at.ts,
          text: "card",
          app_id: "A0FIRST001",
          bot_id: expect.stringMatching(/^B/),
          metadata: { event_type: "card", event_payload: { id: "s1" } },
          blocks: [{ type: "actions", block_id: expect.any(String) }],
        },
        actions: [
          {
            type: "button",
            action_id: "approve",
            value: "r1",
            block_id: expect.any(String),
            action_ts: expect.any(String),
          },
        ],
        response_url: expect.any(String),
        trigger_id: expect.any(String),
      });
      expect(bodies[1]).toMatchObject({
        actions: [{ type: "overflow", action_id: "more", selected_option: { value: "b" } }],
      });
    });

    it("can come twice with one trigger id", async () => {
      const bodies: Record<string, unknown>[] = [];
      const app = await start(recording(bodies));
      running = app;
      app.slack.faults.deliverTwice = 1;
      await app.slack.hands.command(suggest);
      await expect.poll(() => bodies.length).toBe(2);
      expect(bodies[0]?.trigger_id).toBe(bodies[1]?.trigger_id);
      await app.slack.hands.command(suggest);
      expect(bodies).toHaveLength(3);
    });

    it("can be forged down to the last field", async () => {
      const bodies: Record<string, unknown>[] = [];
      const app = await start(recording(bodies));
      running = app;
      const forged = {
        type: "block_actions",
        user: { id: "U0FORGED01" },
        team: { id: "T0OTHER001" },
        actions: [{ type: "button", action_id: "approve", block_id: "b", value: "forged" }],
      };
      expect(await app.slack.faults.deliverRaw("interactive", forged)).toMatchObject({ acked: true });
      expect(bodies).toMatchObject([forged]);
    });

    it("reply addresses serve five times, each where the interaction was", async () => {
      const bodies: Record<string, unknown>[] = [];
      const app = await start(recording(bodies));
      running = app;
      await app.slack.hands.command(suggest);
      const reply = (body: object) =>
        fetch(String(bodies[0]?.response_url), { method: "POST", body: JSON.stringify(body) });
      const statuses: number[] = [];
      for (const text of ["1", "2", "3", "4", "5", "6"]) statuses.push((await reply({ text })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
      const comms = app.slack.hands.look(NADIA).conversations.find(({ id }) => id === COMMS);
      expect(comms?.messages.map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
      expect(comms?.messages.every(({ ephemeral }) => ephemeral)).toBe(true);
    });
  });
}
