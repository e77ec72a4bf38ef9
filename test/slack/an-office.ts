import { expect } from "vitest";
import type { SlackChannelId, SlackTs, SuggestionId } from "../../src/core/ids.js";
import type { CardPlace } from "../../src/flows/card-place.js";
import type { SeenMessage } from "../../src/sandbox/slack/hands.js";
import type { LocalSlackOptions } from "../../src/sandbox/slack/local-slack-options.js";
import { startLocalSlack } from "../../src/sandbox/slack/start-local-slack.js";
import type { BotNeeds } from "../../src/slack/bot-needs.js";
import { emojiNames } from "../../src/slack/emoji-names.js";
import { knowMembers } from "../../src/slack/membership.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { knowPeople } from "../../src/slack/people.js";
import { slackClients } from "../../src/slack/slack-clients.js";
import { openSlack } from "../../src/slack/start-slack.js";
import { aDesk, executive, nadia, newId, team } from "../db/builders.js";
import { type Card, openADesk, suggestionNow } from "../flows/a-desk.js";
import { omar } from "../flows/colleagues.js";
import { BOT, workspaceOptions } from "../sandbox/slack/local-slack-fixture.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";

export const olga = "U0OLGA";
export const teamChannel = aDesk().channelId;

const person = (id: string, name: string, locale: string, tz: string) => ({
  id,
  name,
  realName: name,
  locale,
  tz,
  role: "a person of the tests",
});

/** A desk of the flows' tests whose messages go to a real WebClient and a local Slack by the same clock. */
export async function openOffice(
  over: Partial<LocalSlackOptions> = {},
  given: Partial<Pick<BotNeeds, "corporateChannelId">> = {},
) {
  const desk = { ...(await openADesk()), ...given };
  const options = workspaceOptions({
    teamId: team,
    people: [
      person(executive, "camille", "fr-FR", "Europe/Paris"),
      person(nadia, "nadia", "en-GB", "Europe/Paris"),
      person(omar, "omar", "en-GB", "Europe/Paris"),
      person(olga, "olga", "en-GB", "Europe/Stockholm"),
    ],
    channels: [
      { id: teamChannel, name: "comms", isPrivate: false, members: [nadia, omar, BOT] },
      { id: "C0COMPANY", name: "company", isPrivate: false, members: [olga, BOT] },
    ],
    now: desk.now,
    ...over,
  });
  const slack = await startLocalSlack(options);
  const clients = slackClients(options.botToken, slack.apiUrl, quietLogger);
  const people = knowPeople({ store: desk.store, slack: clients, now: desk.now });
  const mayDraw = () => true;
  const needs = { ...desk, people, slack: clients, mayDraw };
  return {
    ...desk,
    options,
    slack,
    clients,
    people,
    /** As another process would open it on the same database. */
    newOutbox: () => openOutbox(needs),
    outbox: openOutbox(needs),
    async close() {
      await slack.close();
      desk.close();
    },
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** The bot's routes behind a real Socket Mode connection; resolves to how to stop it. */
export async function openRoutes(
  office: Office,
  given: Partial<BotNeeds> = {},
): Promise<() => Promise<void>> {
  const { options, slack, clients, people, store, limits, ring, holdMs, now, newId, log } = office;
  const auth = await clients.patient.auth.test();
  const door = await openSlack(
    {
      botToken: options.botToken,
      apiUrl: slack.apiUrl,
      mode: { kind: "socket", appToken: options.appToken },
      bot: { botId: String(auth.bot_id), botUserId: String(auth.user_id) },
      logger: quietLogger,
      log,
      now: Date.now,
    },
    {
      store,
      people,
      slack: clients,
      showNow: office.outbox.showNow,
      limits: { ...limits },
      ring,
      holdMs,
      now,
      newId,
      log,
      emojiNames,
      members: knowMembers({ channelId: teamChannel, teamId: team, slack: clients, now, log }),
      checkLink: () => null,
      readArticle: office.readArticle,
      typingRestMs: 0,
      teamId: team,
      appId: options.appId,
      teamChannelId: teamChannel,
      corporateChannelId: office.corporateChannelId,
      ...given,
    },
  );
  await door.start();
  return door.stop;
}

/** What stands in the bot's conversation with one person. */
export function directMessages({ slack }: Office, user: string): SeenMessage[] {
  return slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.messages ?? [];
}
export function channelMessages({ slack }: Office): SeenMessage[] {
  return slack.hands.look(nadia).conversations.find(({ id }) => id === teamChannel)?.messages ?? [];
}
/** What the bot said to one person alone, wherever they pressed. */
export function whisperedTo({ slack }: Office, user: string): string {
  return slack.hands
    .look(user)
    .conversations.flatMap(({ messages }) => messages)
    .filter(({ ephemeral }) => ephemeral)
    .map(readable)
    .join();
}
/** Everything a person can read in a message, buttons included. */
export const readable = (message: { blocks: readonly object[] } | undefined) =>
  JSON.stringify(message?.blocks ?? []);

/** The team's message of a suggestion, and a press on it. */
export async function teamMessage(office: Office, id: SuggestionId) {
  const message = await office.store.message("team", id);
  if (!message?.ts) throw new Error("no message stands in the channel");
  const place = { channel: message.channel as SlackChannelId, ts: message.ts };
  return {
    place,
    message: () => channelMessages(office).find(({ ts }) => ts === place.ts),
    press: (user: string, actionId: string) => office.slack.hands.press({ user, ...place, actionId }),
  };
}

type Forged = {
  readonly user: string;
  readonly team?: string;
  readonly place: CardPlace;
  readonly action: { readonly action_id: string; readonly value?: unknown; readonly type?: string };
  readonly over?: object;
};

/** Signed by Slack and otherwise made by hand. */
export async function forgedPress(office: Office, { user, team: from, place, action, over }: Forged) {
  const { acked } = await office.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    api_app_id: office.options.appId,
    team: { id: team },
    user: { id: user, team_id: from ?? team },
    trigger_id: newId(),
    channel: { id: place.channel },
    container: { type: "message", channel_id: place.channel, message_ts: place.ts },
    message: { ts: place.ts },
    actions: [{ type: "button", block_id: "b", action_ts: "1.2", ...action }],
    ...over,
  });
  expect(acked).toBe(true);
}

/** Sends what is owed until nothing is, letting as much time pass as each wait asks for. */
export async function sendAll(office: Office, most = 20): Promise<void> {
  for (let turn = 0; turn < most; turn++) {
    await office.outbox.sendOwed();
    const [next] = await office.store.messagesOwed(Number.MAX_SAFE_INTEGER, 1);
    if (!next) return;
    office.goTo(Math.max(next.dueAt, office.now()));
  }
  expect.unreachable("messages are still owed");
}

/** The card of a suggestion as it stands in Slack. */
export async function cardInSlack(office: Office, id: SuggestionId): Promise<Card> {
  const message = await office.store.message("card", id);
  const { revisionId } = await suggestionNow(office, id);
  const revision = revisionId && (await office.store.revision(revisionId));
  if (!message?.ts || !revision) throw new Error("no card stands in Slack");
  const place = { channel: message.channel as SlackChannelId, ts: message.ts as SlackTs };
  const accountId = (await office.store.desk())?.account?.id ?? null;
  return {
    id,
    place,
    seen: message.returnedDigest,
    key: { suggestionId: id, revisionId: revision.id, digest: revision.digest, accountId },
  };
}
