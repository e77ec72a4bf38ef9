import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { endPause } from "../../src/flows/go-on.js";
import { offerProfile } from "../../src/flows/offer-profile.js";
import { openDesk } from "../../src/flows/open-desk.js";
import type { AnswersHeard } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { recoverInterrupted } from "../../src/flows/recover-interrupted.js";
import { remindDue } from "../../src/flows/remind.js";
import { remindUndecided } from "../../src/flows/remind-undecided.js";
import { sendWeeklySummary } from "../../src/flows/send-weekly-summary.js";
import { settleUnknown } from "../../src/flows/settle-unknown.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { takeDownDue } from "../../src/flows/take-down.js";
import { wakeSnoozed } from "../../src/flows/wake-snoozed.js";
import { keepWatch } from "../../src/keep-watch.js";
import { notOftenerThan } from "../../src/not-oftener-than.js";
import { emojiNames } from "../../src/slack/emoji-names.js";
import { meetSlack } from "../../src/slack/meet-slack.js";
import { knowMembers } from "../../src/slack/membership.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { knowPeople } from "../../src/slack/people.js";
import { readsWitness } from "../../src/slack/read-witness.js";
import type { SlackClients } from "../../src/slack/slack-clients.js";
import { tellDirectly } from "../../src/slack/tell-directly.js";
import { watchDisk } from "../../src/watch-disk.js";
import { takeDownFromX } from "../../src/x/take-down-from-x.js";
import { aDesk, executive, ring, team } from "../db/builders.js";
import { readArticleFor } from "./article-reader.js";
import { guardedDatabase, guardedStore } from "./guarded-store.js";
import { beginLife, type Life, type Work } from "./life.js";
import { openRoutes } from "./routes.js";
import { companyChannel, slackClient, slackClock } from "./slack-client.js";
import { openVirtualTimetable } from "./virtual-timetable.js";
import { botNow, type World } from "./world.js";
import { xClient } from "./x-client.js";

const hourMs = 3_600_000;
/** A database in memory lies on no disk; the room that is asked for is this folder's. */
const anywhere = "./in-memory.db";

/** Starts a process on what is committed, wired as src/open-bot.ts wires it. */
export const startWholeLife = (world: World, ended: () => void): Life =>
  beginLife(world, (life) => start(world, life), ended);

async function start(world: World, life: Life): Promise<Work> {
  const { time } = world;
  const now = () => botNow(world);
  const log = () => undefined;
  const clock = slackClock(world);
  const client = slackClient(world, life, clock.told);
  const slack: SlackClients = { patient: client, prompt: client };
  const { channelId, homeZone } = aDesk();
  const { newId } = world.house;
  const met = await meetSlack(slack, { teamId: team, executiveId: executive, channelId });
  if (met.kind !== "met") throw new Error(met.sentence);
  const x = xClient(world, life);
  const publish = world.tamper.publish(x.publish);
  const tellHer = (what: "disk_fails" | "disk_works") =>
    tellDirectly(executive, ({ answers: say }) => (what === "disk_fails" ? say.diskFails : say.diskWorks), {
      slack,
      people,
      log,
    });
  const disk = watchDisk({ database: guardedDatabase(world), path: anywhere, tellHer, now, log });
  const store = world.tamper.store(disk.guard(guardedStore(world, life)));
  const people = knowPeople({ store, slack, now });
  const readWitness = readsWitness({ slack });
  const askSlack = () => client.api.test();
  const watch = keepWatch({
    store,
    disk,
    clock,
    askSlack,
    readWitness,
    executiveId: executive,
    now,
    newId,
    log,
  });
  watch.listen(() => world.heard);
  const answers: AnswersHeard = new Map();
  const { troubles } = watch;
  const mayDraw = () => !troubles().has("witness_unread");
  const { limits, holdMs } = world.settings;
  const corporateChannelId = companyChannel;
  const outbox = openOutbox({ store, people, slack, limits, corporateChannelId, mayDraw, now, log });
  const meetX = async () => {
    const who = await x.whoAmI();
    const account = who.kind === "account" ? who.account : null;
    const { executiveZone: profileZone, executiveLocale: locale } = met.facts;
    const facts = {
      teamId: team,
      executiveId: executive,
      channelId,
      homeZone,
      profileZone,
      locale,
      account,
    };
    await openDesk(facts, { store, now, newId });
    if (who.kind === "account" || who.rejected) watch.accountMet();
  };
  if (await store.desk()) await watch.lanes.witness();
  await meetX();
  await recoverInterrupted({ store, answers, now, log });
  await watch.lanes.witness();
  const meetAgain = notOftenerThan(15_000, now);
  const mayExpire = notOftenerThan(55_000, now);
  let weekAsked = Number.NEGATIVE_INFINITY;
  const lanes = {
    posts: async () => {
      await recoverInterrupted({ store, answers, now, log });
      const { showNow } = outbox;
      await publishDue({ store, ring, publish, look: x.look, showNow, troubles, answers, now, log });
    },
    takeDowns: () => takeDownDue({ store, takeDown: takeDownFromX(x), now, log }),
    ...watch.lanes,
    unknown: () => settleUnknown({ store, look: x.look, now, log }),
    messages: outbox.sendOwed,
    articles: () =>
      readSuggestedArticles({ store, readArticle: readArticleFor(world, life), now, newId, log }),
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
    week: async () => {
      // Its question is about the calendar, the dearest of all: by the hour is soon enough for a Monday.
      if (time.now() < weekAsked + hourMs) return;
      weekAsked = time.now();
      await sendWeeklySummary({ store, now, log });
    },
    account: async () => {
      if (troubles().has("account_unmet") && meetAgain()) await meetX();
    },
  };
  const timetable = openVirtualTimetable(lanes, { world, alive: life.alive });
  const routes = openRoutes({
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
    members: knowMembers({ channelId, teamId: team, slack, now, log }),
    checkLink: () => null,
    readArticle: readArticleFor(world, life),
    typingRestMs: 0,
    holdMs,
    teamId: team,
    appId: met.facts.appId,
    teamChannelId: channelId,
    corporateChannelId,
  });
  return {
    routes,
    wake: timetable.wake,
    async close() {
      await timetable.stop();
      await outbox.sendOwed().catch(() => undefined);
    },
  };
}
