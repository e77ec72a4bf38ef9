import { createHmac, randomBytes } from "node:crypto";
import { Pool } from "undici";
import { APP_ID, COMMS, NADIA, TEAM_ID } from "../story/people.js";

/** An app that answers `/suggest`, and how its requests are signed. */
export type Door = { readonly port: number; readonly signingSecret: string };

export type Answered = {
  /** What was typed behind `/suggest`. */
  readonly typed: string;
  readonly ms: number;
  readonly status: number;
  readonly body: string;
};

export type Batch = { readonly answers: readonly Answered[]; readonly seconds: number };

/**
 * Types `/suggest` with each of these texts, so many at a time, each as soon as one before it is answered, over
 * connections that stay open. Everything is signed beforehand. Rejects when the app cannot be reached.
 */
export async function sendCommands(door: Door, texts: readonly string[], atOnce: number): Promise<Batch> {
  const pool = new Pool(`http://127.0.0.1:${door.port}`, { connections: atOnce });
  const requests = texts.map((typed) => ({ typed, ...signed(typed, door.signingSecret) }));
  const answers: Answered[] = [];
  const queue = requests.values();
  const sendOn = async (): Promise<void> => {
    for (const { typed, headers, body } of queue) {
      const started = performance.now();
      const response = await pool.request({ method: "POST", path: "/slack/events", headers, body });
      const answer = await response.body.text();
      const ms = performance.now() - started;
      answers.push({ typed, ms, status: response.statusCode, body: answer });
    }
  };
  const started = performance.now();
  try {
    await Promise.all(Array.from({ length: atOnce }, sendOn));
    return { answers, seconds: (performance.now() - started) / 1000 };
  } finally {
    await pool.destroy();
  }
}

function signed(text: string, signingSecret: string): { headers: Record<string, string>; body: string } {
  const trigger = randomBytes(16).toString("hex");
  const body = new URLSearchParams({
    token: "unused",
    team_id: TEAM_ID,
    team_domain: "stories",
    channel_id: COMMS,
    channel_name: "comms",
    user_id: NADIA,
    user_name: "nadia",
    command: "/suggest",
    text,
    api_app_id: APP_ID,
    is_enterprise_install: "false",
    response_url: `http://127.0.0.1:9/commands/${trigger}`,
    trigger_id: `1.2.${trigger}`,
  }).toString();
  const timestamp = String(Math.trunc(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
  };
}
