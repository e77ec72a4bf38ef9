import type { App, RespondArguments } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { httpApp, type Running, socketApp } from "./bolt-app-fixture.js";
import { BOT, COMMS, NADIA } from "./local-slack-fixture.js";
import { recording, suggest } from "./recording-app-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const ask = (words: string) => ({
  text: words,
  blocks: [
    { type: "section" as const, text: { type: "mrkdwn" as const, text: words } },
    {
      type: "actions" as const,
      elements: [
        { type: "button" as const, action_id: "yes", text: { type: "plain_text" as const, text: "Yes" } },
      ],
    },
  ],
});

/** A command answered with a private question; pressing it answers with `reply`. */
const asking =
  (reply: RespondArguments, bodies: unknown[] = [], errors: unknown[] = []) =>
  (app: App) => {
    app.command("/suggest", ({ ack }) => ack(ask("Sure?")));
    app.action("yes", async ({ ack, respond, body }) => {
      bodies.push(body);
      await ack();
      await respond(reply).catch((error: unknown) => errors.push(error));
    });
  };
const seen = (user: string) =>
  running?.slack.hands.look(user).conversations.find(({ id }) => id === COMMS)?.messages ?? [];

async function pressed() {
  await running?.slack.hands.command(suggest);
  const ts = seen(NADIA)[0]?.ts ?? "";
  return running?.slack.hands.press({ user: NADIA, channel: COMMS, ts, actionId: "yes" });
}

for (const [mode, start] of [
  ["Socket Mode", socketApp],
  ["signed HTTP", httpApp],
] as const) {
  describe(`a reply over ${mode}`, () => {
    it("in the acknowledgement of a command is a private message with live buttons", async () => {
      const bodies: unknown[] = [];
      running = await start(asking({ text: "Done", replace_original: true }, bodies));
      await pressed();
      await expect.poll(() => seen(NADIA).map(({ text }) => text)).toEqual(["Done"]);
      expect(seen(NADIA)[0]).toMatchObject({ ephemeral: true, user: BOT, blocks: [] });
      expect(bodies).toMatchObject([{ container: { is_ephemeral: true, channel_id: COMMS } }]);
      expect(bodies[0]).not.toHaveProperty("message");
    });

    it("can remove the private message it answers", async () => {
      running = await start(asking({ delete_original: true }));
      await pressed();
      await expect.poll(() => seen(NADIA)).toEqual([]);
    });

    it("can be said to the whole channel", async () => {
      running = await start(asking({ text: "Everybody", response_type: "in_channel" }));
      await pressed();
      await expect.poll(() => seen(NADIA).map(({ text }) => text)).toEqual(["Sure?", "Everybody"]);
      expect(seen(NADIA).map(({ ephemeral }) => ephemeral)).toEqual([true, false]);
    });

    it("with blocks Slack does not take is refused and written down", async () => {
      const errors: { statusCode?: number }[] = [];
      const blocks = [
        { type: "header" as const, text: { type: "plain_text" as const, text: "x".repeat(151) } },
      ];
      running = await start(asking({ text: "a", blocks }, [], errors));
      await pressed();
      await expect.poll(() => errors.length).toBe(1);
      expect(errors).toMatchObject([{ statusCode: 400 }]);
      expect(running.slack.problems).toEqual([expect.stringContaining("less than 151 characters")]);
    });

    it("can be lost on the way like any other call", async () => {
      const errors: unknown[] = [];
      running = await start(asking({ text: "Done" }, [], errors));
      running.slack.faults.next("response_url", { kind: "reset" });
      await pressed();
      await expect.poll(() => errors.length).toBe(1);
      expect(seen(NADIA).map(({ text }) => text)).toEqual(["Sure?"]);
    });
  });
}

describe("a reply address", () => {
  it("is good for thirty minutes", async () => {
    let now = Date.UTC(2026, 10, 23);
    const bodies: Record<string, unknown>[] = [];
    running = await socketApp(recording(bodies), { now: () => now });
    await running.slack.hands.command(suggest);
    const reply = async () =>
      (await fetch(String(bodies[0]?.response_url), { method: "POST", body: JSON.stringify({ text: "a" }) }))
        .status;
    now += 30 * 60_000;
    expect(await reply()).toBe(200);
    now += 1;
    expect(await reply()).toBe(404);
    expect(seen(NADIA)).toHaveLength(1);
  });
});

describe("what a person cannot do", () => {
  it("press what is not there, or is another person's", async () => {
    running = await socketApp(asking({ text: "Done" }));
    const { hands } = running.slack;
    await hands.command(suggest);
    const ts = seen(NADIA)[0]?.ts ?? "";
    const press = (user: string, actionId: string) => hands.press({ user, channel: COMMS, ts, actionId });
    await expect(press(NADIA, "no")).rejects.toThrow("nothing to press called no");
    await expect(press("U0CAMIL001", "yes")).rejects.toThrow("sees no message");
    await expect(hands.command({ ...suggest, command: "/shout" })).rejects.toThrow("not a valid command");
    await expect(hands.say({ user: NADIA, channel: "C0BOARD001", text: "a" })).rejects.toThrow("is not in");
  });
});
