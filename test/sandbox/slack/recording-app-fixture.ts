import type { App } from "@slack/bolt";
import { COMMS, NADIA } from "./local-slack-fixture.js";

export const suggest = { user: NADIA, channel: COMMS, command: "/suggest", text: "a" };

/** An app that acknowledges `/suggest` and writes down every body it was given. */
export const recording =
  (bodies: Record<string, unknown>[]) =>
  (app: App): void => {
    app.command("/suggest", async ({ ack, body }) => {
      bodies.push(body);
      await ack();
    });
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push(body as never);
      await ack();
    });
  };
