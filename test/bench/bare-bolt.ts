import { App, HTTPReceiver, LogLevel } from "@slack/bolt";

// The least that Bolt can do, as its documentation begins: signatures checked, one command answered with a text.

const { SLACK_BOT_TOKEN = "", SLACK_SIGNING_SECRET = "", SLACK_API_URL = "", PORT } = process.env;

const app = new App({
  token: SLACK_BOT_TOKEN,
  receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.ERROR }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});

app.command("/suggest", async ({ ack, command }) => ack(`You typed: ${command.text}`));

await app.start({ port: Number(PORT), host: "127.0.0.1" });
