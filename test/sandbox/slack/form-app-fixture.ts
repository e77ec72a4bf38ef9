import type { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { expect } from "vitest";
import type { Running } from "./bolt-app-fixture.js";
import { NADIA } from "./local-slack-fixture.js";
import { quietLogger } from "./quiet-logger.js";

export const plain = (text: string) => ({ type: "plain_text" as const, text });
export const field = (blockId: string, more: object = {}, around: object = {}) => ({
  type: "input" as const,
  block_id: blockId,
  label: plain(blockId),
  element: { type: "plain_text_input" as const, action_id: "value", ...more },
  ...around,
});
export const form = (blocks: object[], more: object = {}) => ({
  type: "modal" as const,
  callback_id: "form",
  title: plain("Form"),
  submit: plain("Send"),
  blocks: blocks as never[],
  ...more,
});

export type Heard = {
  triggerIds: string[];
  submissions: Record<string, unknown>[];
  actions: Record<string, unknown>[];
};

/** An app whose shortcut hands out its trigger ids and whose forms answer as told. */
export function formApp(heard: Heard, answer: () => unknown = () => undefined, opens?: () => object) {
  return (app: App) => {
    app.shortcut("suggest", async ({ ack, shortcut, client }) => {
      await ack();
      heard.triggerIds.push(shortcut.trigger_id);
      if (opens) await client.views.open({ trigger_id: shortcut.trigger_id, view: opens() as never });
    });
    app.view("form", async ({ ack, body }) => {
      heard.submissions.push(body as never);
      await ack(answer() as never);
    });
    app.view({ callback_id: "form", type: "view_closed" }, async ({ ack, body }) => {
      heard.submissions.push(body as never);
      await ack();
    });
    app.action(/.*/, async ({ ack, body }) => {
      heard.actions.push(body as never);
      await ack();
    });
  };
}

export const nothingHeard = (): Heard => ({ triggerIds: [], submissions: [], actions: [] });
export const clientOf = ({ slack }: Running) =>
  new WebClient("xoxb-test-token", {
    logger: quietLogger,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
export const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => "none",
    (error: { data: { error: string } }) => error.data.error,
  );

/** Opens the form as Nadia and answers its id once it is on her screen. */
export async function opened({ slack }: Running): Promise<string> {
  await slack.hands.globalShortcut({ user: NADIA, callbackId: "suggest" });
  await expect.poll(() => slack.hands.look(NADIA).views.length).toBe(1);
  return slack.hands.look(NADIA).views[0]?.id ?? "";
}
export const top = ({ slack }: Running) => slack.hands.look(NADIA).views.at(-1);
