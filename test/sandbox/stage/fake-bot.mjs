// A bot of forty lines, for the tests of what stands around it: it suggests to the executive and posts nowhere.
import bolt from "@slack/bolt";

const env = process.env;
const socketMode = env.SLACK_APP_TOKEN !== undefined;
const app = new bolt.App({
  token: env.SLACK_BOT_TOKEN,
  ...(socketMode
    ? { socketMode, appToken: env.SLACK_APP_TOKEN }
    : { signingSecret: env.SLACK_SIGNING_SECRET }),
  clientOptions: { slackApiUrl: env.SLACK_API_URL },
  deferInitialization: true,
  convoStore: false,
});

app.command("/suggest", async ({ ack, command, client }) => {
  await ack({ text: `Got it: ${command.text}` });
  const { channel } = await client.conversations.open({ users: env.EXECUTIVE_ID });
  await client.chat.postMessage({
    channel: channel.id,
    text: "A card",
    blocks: [
      { type: "section", text: { type: "plain_text", text: command.text, emoji: false } },
      {
        type: "actions",
        elements: [{ type: "button", action_id: "approve", text: { type: "plain_text", text: "Post" } }],
      },
    ],
  });
});
app.action("approve", async ({ ack, body, client }) => {
  await ack();
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: "Pressed", blocks: [] });
});

await app.init();
await app.start(socketMode ? undefined : { port: Number(env.PORT), host: "127.0.0.1" });
console.log("the fake bot hears");
process.on("SIGTERM", () => app.stop().finally(() => process.exit(0)));
