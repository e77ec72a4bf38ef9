import { parseArgs } from "node:util";
import { raiseSandbox } from "./stage/raise-sandbox.js";
import { whenToldToStop } from "./stage/when-told-to-stop.js";

const DEFAULT_PORT = 4600;
const USAGE = `npm run sandbox -- [options]
  --port N     the page's port (default ${DEFAULT_PORT}; a busy one is stepped over)
  --http       Slack posts signed requests to the bot, instead of Socket Mode
  --verbose    print what the bot logs`;

const options = readOptions();
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  try {
    await play(options);
  } catch (error) {
    console.error(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

type Options = { port: number; http: boolean; verbose: boolean };

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: String(DEFAULT_PORT) },
        http: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (values.help) return USAGE;
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return `--port takes a number up to 65535\n${USAGE}`;
    return { port, http: values.http, verbose: values.verbose };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

async function play({ port, http, verbose }: Options): Promise<void> {
  const told = whenToldToStop();
  const sandbox = await raiseSandbox({
    port,
    http,
    onBotLine: (line) => {
      if (verbose) console.error(`bot │ ${line}`);
    },
    onBotCrash: (sentence) =>
      console.error(`The bot is down. ${sentence} Start it again from the page, under Backstage.`),
  });
  console.log(sandbox.url);
  if (port !== 0 && sandbox.port !== port)
    console.log(`(port ${port} is busy, so the page is at ${sandbox.port})`);
  console.log(`  1  As Nadia, suggest an article: «Suggest this» on the newsstand, or /suggest with any link
  2  Switch to Camille and press the button on the card
  3  See the post on X, on the right
Ctrl-C stops all.`);
  await told;
  await sandbox.close();
}
