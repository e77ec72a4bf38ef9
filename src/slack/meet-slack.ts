import type { SlackChannelId, SlackTeamId, SlackUserId } from "../core/ids.js";
import type { SlackClients } from "./slack-clients.js";

/** Who the bot is in Slack, and what Slack knows of the executive. */
export type SlackFacts = {
  readonly botId: string;
  readonly botUserId: string;
  /** Null: Slack did not say. */
  readonly appId: string | null;
  readonly executiveZone: string;
  readonly executiveLocale: string;
};

/** `wrong`: the environment must be mended. `unreachable`: Slack may answer later. */
export type Met =
  | { readonly kind: "met"; readonly facts: SlackFacts }
  | { readonly kind: "wrong"; readonly sentence: string }
  | { readonly kind: "unreachable"; readonly sentence: string };

type Expected = {
  readonly teamId: SlackTeamId;
  readonly executiveId: SlackUserId;
  readonly channelId: SlackChannelId;
};

/** Asked of Slack before anything else starts, so that a scope or an id that is wrong is said at once. */
export async function meetSlack(slack: Pick<SlackClients, "patient">, expected: Expected): Promise<Met> {
  try {
    const bot = await slack.patient.auth.test();
    if (bot.team_id !== expected.teamId) {
      return { kind: "wrong", sentence: "SLACK_BOT_TOKEN belongs to another workspace than SLACK_TEAM_ID." };
    }
    const { user } = await slack.patient.users.info({ user: expected.executiveId, include_locale: true });
    await canDoItsWork(slack.patient, expected).catch(onlyIfMendable);
    return {
      kind: "met",
      facts: {
        botId: bot.bot_id ?? "",
        botUserId: bot.user_id ?? "",
        appId: bot.app_id ?? (await appOf(bot.bot_id, slack.patient)),
        executiveZone: user?.tz ?? "UTC",
        executiveLocale: user?.locale ?? "en-US",
      },
    };
  } catch (error) {
    return readFailure(error);
  }
}

/** Which app a bot belongs to; a payload that names another is refused. */
async function appOf(bot: string | undefined, client: SlackClients["patient"]): Promise<string | null> {
  if (!bot) return null;
  const found = await client.bots.info({ bot }).catch(() => null);
  return found?.bot?.app_id ?? null;
}

/** Her DM can be opened and read back (a lost send is looked for there), and the team's members can be listed. */
async function canDoItsWork(client: SlackClients["patient"], expected: Expected): Promise<void> {
  const { channel } = await client.conversations.open({ users: expected.executiveId });
  if (channel?.id) await client.conversations.history({ channel: channel.id, limit: 1 }).catch(onlyIfScope);
  await client.conversations.members({ channel: expected.channelId, limit: 1 });
}

/** A passing failure here is no reason not to start: the bot has been met, and each of these is asked again later. */
function onlyIfMendable(error: unknown): void {
  if (sentenceFor(error)) throw error;
}

function onlyIfScope(error: unknown): void {
  if (saidBy(error) === "missing_scope") throw error;
}

const sentences: Readonly<Record<string, string>> = {
  invalid_auth: "Slack does not accept SLACK_BOT_TOKEN: copy it again from «OAuth & Permissions».",
  account_inactive: "Slack says the app of SLACK_BOT_TOKEN was removed: install it again.",
  token_revoked: "Slack says SLACK_BOT_TOKEN was revoked: install the app again and copy the new one.",
  not_authed: "Slack does not accept SLACK_BOT_TOKEN: copy it again from «OAuth & Permissions».",
  missing_scope: "The Slack app lacks a scope: paste manifest.yml into it again and reinstall it.",
  channel_not_found:
    "TEAM_CHANNEL_ID names no channel that the bot can see: invite it there with /invite @Firsthand.",
  user_not_found: "EXECUTIVE_ID names nobody in this workspace: copy it from her Slack profile.",
  user_not_visible: "EXECUTIVE_ID names nobody whom the app can see: copy it from her Slack profile.",
};

function sentenceFor(error: unknown): string | undefined {
  return sentences[saidBy(error)];
}

/** Slack's own name for what went wrong; empty when Slack said nothing. */
function saidBy(error: unknown): string {
  return (error as { data?: { error?: string } }).data?.error ?? "";
}

function readFailure(error: unknown): Met {
  const sentence = sentenceFor(error);
  if (sentence) return { kind: "wrong", sentence };
  return {
    kind: "unreachable",
    sentence: "Slack could not be reached. Nothing was started; try again later.",
  };
}
