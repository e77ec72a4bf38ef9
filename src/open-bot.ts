import { checkLink } from "./articles/check-link.js";
import { makeReadArticle } from "./articles/read-article.js";
import { rememberArticles } from "./articles/remember-articles.js";
import { startTimetable, type Timetable } from "./clock/timetable.js";
import type { Config } from "./config.js";
import { type SealKey, sealKey } from "./core/approval.js";
import type { OpenDatabase } from "./db/open-database.js";
import { openStore } from "./db/open-store.js";
import { expireSuggestions } from "./flows/expire-suggestions.js";
import { endPause } from "./flows/go-on.js";
import { offerProfile } from "./flows/offer-profile.js";
import { openDesk } from "./flows/open-desk.js";
import type { AnswersHeard, Log, Store } from "./flows/ports.js";
import { publishDue } from "./flows/publish-due.js";
import { readSuggestedArticles } from "./flows/read-suggested-articles.js";
import { recoverInterrupted } from "./flows/recover-interrupted.js";
import { remindDue } from "./flows/remind.js";
import { remindUndecided } from "./flows/remind-undecided.js";
import { sendWeeklySummary } from "./flows/send-weekly-summary.js";
import { settleUnknown } from "./flows/settle-unknown.js";
import { showNextCards } from "./flows/show-next-cards.js";
import { takeDownDue } from "./flows/take-down.js";
import { wakeSnoozed } from "./flows/wake-snoozed.js";
import { keepWatch } from "./keep-watch.js";
import { slackLogger } from "./log.js";
import { newId } from "./new-id.js";
import { notOftenerThan } from "./not-oftener-than.js";
import { emojiNames } from "./slack/emoji-names.js";
import type { SlackFacts } from "./slack/meet-slack.js";
import { knowMembers } from "./slack/membership.js";
import { openOutbox } from "./slack/outbox.js";
import { knowPeople } from "./slack/people.js";
import { readsWitness } from "./slack/read-witness.js";
import type { SlackClients } from "./slack/slack-clients.js";
import type { SlackClock } from "./slack/slack-clock.js";
import { openSlack } from "./slack/start-slack.js";
import { tellDirectly } from "./slack/tell-directly.js";
import { watchDisk } from "./watch-disk.js";
import { connectToX } from "./x/connect-to-x.js";
import { notConnected } from "./x/not-connected.js";
import { publishToX } from "./x/publish-to-x.js";
import { takeDownFromX } from "./x/take-down-from-x.js";

const now = Date.now;

/** What is open before the bot is wired. */
export type Opened = {
  readonly database: OpenDatabase;
  readonly slack: SlackClients;
  readonly clock: SlackClock;
  readonly log: Log;
};

type Meeting = "met" | "rejected" | "unmet";

/** Another executive is to decide, and Slack does not let the former one's direct message be read. */
function witnessUnread(): Error {
  const sentence =
    "Slack did not let us read the direct message of the executive until now, so her cards were not handed over. Nothing was started; try again later.";
  return Object.assign(new Error(sentence), { name: "WitnessUnread" });
}

export type Bot = { start(): Promise<void>; stop(): Promise<void> };

/** Everything wired together. What is due is worked off by the lanes; Slack's presses only commit and poke them. */
export async function openBot(
  config: Config,
  facts: SlackFacts,
  { database, slack, clock, log }: Opened,
): Promise<Bot> {
  let timetable: Timetable | null = null;
  const tellHer = (what: "disk_fails" | "disk_works") =>
    tellDirectly(
      config.executiveId,
      ({ answers }) => (what === "disk_fails" ? answers.diskFails : answers.diskWorks),
      { slack, people, log },
    );
  const disk = watchDisk({ database, path: config.databasePath, tellHer, now, log });
  const stored = disk.guard(openStore(database, { newId }));
  const store: Store = {
    ...stored,
    async commit(change) {
      const committed = await stored.commit(change);
      if (committed.kind === "done") timetable?.poke(change);
      return committed;
    },
  };
  const watch = keepWatch({
    store,
    disk,
    clock,
    askSlack: () => slack.patient.auth.test(),
    readWitness: readsWitness({ slack }),
    executiveId: config.executiveId,
    now,
    newId,
    log,
  });
  const answers: AnswersHeard = new Map();
  const [current, ...older] = config.keys;
  const ring: [SealKey, ...SealKey[]] = [sealKey(current), ...older.map(sealKey)];
  const { tokens, ...keys } = config.x;
  const x = tokens ? connectToX({ ...keys, ...tokens, now }) : notConnected();
  const articles = makeReadArticle({ allowedHosts: config.articleAllowedHosts });
  const readArticle = rememberArticles(articles.readArticle, { now });
  const people = knowPeople({ store, slack, now });
  const { troubles } = watch;
  const mayDraw = () => !troubles().has("witness_unread");
  const limits = { ...config.cards, perHour: config.suggestionsPerHour };
  const { corporateChannelId } = config;
  const outbox = openOutbox({ store, people, slack, limits, corporateChannelId, mayDraw, now, log });
  let met: Meeting = "unmet";
  const meetX = async () => {
    met = await openDeskWithAccount(config, facts, store, x, log);
    // Tokens that X takes for nobody's are refused by the attempt itself, which says so best.
    if (met !== "unmet") watch.accountMet();
  };
  const before = await store.desk();
  if (before) {
    // Before anything is written or a change of hands takes the cards elsewhere: what was under way when it stopped.
    await watch.lanes.witness();
    if (before.executiveId !== config.executiveId && !mayDraw()) throw witnessUnread();
    // A disk that takes nothing keeps every post back, and the lane tries this again before it sends any.
    await recoverInterrupted({ store, answers, now, log }).catch(unlessDiskTrouble);
  }
  await meetX();
  const door = await openSlack(
    {
      botToken: config.slack.botToken,
      apiUrl: config.slack.apiUrl,
      mode: config.slack.mode,
      bot: facts,
      logger: slackLogger(log),
      log,
      now,
    },
    {
      store,
      people,
      slack,
      showNow: outbox.showNow,
      limits,
      ring,
      emojiNames,
      newId,
      now,
      log,
      corporateChannelId,
      members: knowMembers({
        channelId: config.teamChannelId,
        teamId: config.slack.teamId,
        slack,
        now,
        log,
      }),
      checkLink: (link) => checkLink(link, config.articleAllowedHosts),
      readArticle,
      typingRestMs: 600,
      holdMs: config.holdSeconds * 1000,
      teamId: config.slack.teamId,
      appId: facts.appId,
      teamChannelId: config.teamChannelId,
    },
  );
  watch.listen(door.hears);
  const meetAgain = notOftenerThan(15_000, now);
  // To the minute is soon enough, and most commits have nothing to do with it.
  const mayExpire = notOftenerThan(55_000, now);
  const publishing = { publish: publishToX(x), look: x.timeline, showNow: outbox.showNow };
  const lanes = {
    posts: async () => {
      await recoverInterrupted({ store, answers, now, log });
      await publishDue({ store, ring, ...publishing, troubles, answers, now, log });
    },
    takeDowns: () => takeDownDue({ store, takeDown: takeDownFromX(x), now, log }),
    unknown: () => settleUnknown({ store, look: x.timeline, now, log }),
    messages: outbox.sendOwed,
    articles: () => readSuggestedArticles({ store, readArticle, now, newId, log }),
    cards: async () => {
      await wakeSnoozed({ store, now, log });
      await showNextCards({ store, limits, now, log });
    },
    offer: () => offerProfile({ store, now, newId }),
    pause: () => endPause({ store, now, log }),
    expiry: async () => {
      if (!mayExpire()) return;
      await expireSuggestions({ store, limits, now, log });
      await remindUndecided({ store, limits, now, newId });
    },
    reminders: () => remindDue({ store, limits, now, log }),
    week: () => sendWeeklySummary({ store, now, log }),
    ...watch.lanes,
    account: async () => {
      if (tokens && met !== "met" && meetAgain()) await meetX();
    },
  };
  return {
    async start() {
      await door.start();
      await watch.lanes.witness();
      const failed = (lane: string, error: unknown) =>
        log("failed", { where: lane, error: error instanceof Error ? error.name : "unknown" });
      timetable = startTimetable({ lanes, store, now, failed });
    },
    async stop() {
      await articles.close();
      await timetable?.stop();
      await outbox.sendOwed();
      await door.stop();
    },
  };
}

function unlessDiskTrouble(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "DiskTrouble") throw error;
}

/**
 * The desk as the environment, Slack and X say it is. Where X cannot say, the account known before stays, and
 * nothing is posted until it can.
 */
async function openDeskWithAccount(
  config: Config,
  facts: SlackFacts,
  store: Store,
  x: ReturnType<typeof connectToX>,
  log: Log,
): Promise<Meeting> {
  const who = await x.whoAmI();
  if (who.kind === "failed") log("x_failed", { method: "users/me", permanent: who.permanent });
  await openDesk(
    {
      teamId: config.slack.teamId,
      executiveId: config.executiveId,
      channelId: config.teamChannelId,
      homeZone: config.executiveZone,
      profileZone: facts.executiveZone,
      locale: facts.executiveLocale,
      account: who.kind === "account" ? who.account : null,
    },
    { store, now, newId },
  );
  if (who.kind === "account") return "met";
  return who.rejected ? "rejected" : "unmet";
}
