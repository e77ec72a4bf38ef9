import type { Trouble } from "../../../src/core/trouble.js";
import { checkWitness } from "../../../src/flows/check-witness.js";
import { expireSuggestions } from "../../../src/flows/expire-suggestions.js";
import { endPause } from "../../../src/flows/go-on.js";
import { openDesk } from "../../../src/flows/open-desk.js";
import type { AnswersHeard, NewId, Now, Publish, ShowNow, Store } from "../../../src/flows/ports.js";
import { publishDue } from "../../../src/flows/publish-due.js";
import { readSuggestedArticles } from "../../../src/flows/read-suggested-articles.js";
import { recoverInterrupted } from "../../../src/flows/recover-interrupted.js";
import { remindDue } from "../../../src/flows/remind.js";
import { settleUnknown } from "../../../src/flows/settle-unknown.js";
import { showNextCards } from "../../../src/flows/show-next-cards.js";
import { takeDownDue } from "../../../src/flows/take-down.js";
import { wakeSnoozed } from "../../../src/flows/wake-snoozed.js";
import { notOftenerThan } from "../../../src/not-oftener-than.js";
import { takeDownFromX } from "../../../src/x/take-down-from-x.js";
import { aDesk, executive, ring } from "../../db/builders.js";
import { readArticleFor } from "../article-reader.js";
import { guardedStore } from "../guarded-store.js";
import { beginLife, type Life, type Work } from "../life.js";
import { openVirtualTimetable } from "../virtual-timetable.js";
import { botNow, type World } from "../world.js";
import { xClient } from "../x-client.js";
import { shortSlack } from "./short-slack.js";
import type { ShortWorld } from "./short-world.js";

const log = () => undefined;

/** What the flows need, as a press finds it. */
export type Flows = {
  readonly store: Store;
  readonly ring: typeof ring;
  readonly publish: Publish;
  readonly showNow: ShowNow;
  readonly limits: World["settings"]["limits"];
  readonly holdMs: number;
  readonly checkLink: () => null;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: typeof log;
};

/** Starts a process on what is committed: the flows in the order src/open-bot.ts has them, over faked ports. */
export const startShortLife =
  (short: ShortWorld) =>
  (world: World, ended: () => void): Life => {
    short.flows = null;
    return beginLife(
      world,
      (life) => start(short, life),
      () => {
        short.flows = null;
        ended();
      },
    );
  };

async function start(short: ShortWorld, life: Life): Promise<Work> {
  const { world, house } = short;
  const { newId } = house;
  const { holdMs, limits } = world.settings;
  const now = () => botNow(world);
  const store = world.tamper.store(guardedStore(world, life));
  const x = xClient(world, life);
  const publish = world.tamper.publish(x.publish);
  const answers: AnswersHeard = new Map();
  let witnessRead = false;
  const { showNow, sendOwed, readWitness } = shortSlack(short, life, store, () => witnessRead);
  const troubles = (): ReadonlySet<Trouble> => {
    const unread: Trouble[] = witnessRead ? [] : ["witness_unread"];
    const unheard: Trouble[] = world.heard ? [] : ["unheard"];
    return new Set([...short.troubles, ...unread, ...unheard]);
  };
  const witness = async () => {
    if (witnessRead) return;
    await checkWitness({ store, readWitness, executiveId: executive, now, newId, log });
    witnessRead = true;
  };
  const { teamId, channelId, homeZone, locale } = aDesk();
  const facts = { teamId, executiveId: executive, channelId, homeZone, profileZone: homeZone, locale };
  await witness().catch(() => undefined);
  await openDesk({ ...facts, account: world.account }, { store, now, newId });
  await recoverInterrupted({ store, answers, now, log });
  const mayExpire = notOftenerThan(55_000, now);
  const lanes = {
    posts: async () => {
      await recoverInterrupted({ store, answers, now, log });
      await publishDue({ store, ring, publish, look: x.look, showNow, troubles, answers, now, log });
    },
    takeDowns: () => takeDownDue({ store, takeDown: takeDownFromX(x), now, log }),
    witness,
    unknown: () => settleUnknown({ store, look: x.look, now, log }),
    messages: sendOwed,
    articles: () =>
      readSuggestedArticles({ store, readArticle: readArticleFor(world, life), now, newId, log }),
    cards: async () => {
      await wakeSnoozed({ store, now, log });
      await showNextCards({ store, limits, now, log });
    },
    pause: () => endPause({ store, now, log }),
    reminders: () => remindDue({ store, limits, now, log }),
    expiry: async () => {
      if (mayExpire()) await expireSuggestions({ store, limits, now, log });
    },
  };
  const timetable = openVirtualTimetable(lanes, { world, alive: life.alive });
  short.flows = { store, ring, publish, showNow, limits, holdMs, checkLink: () => null, now, newId, log };
  return {
    routes: null,
    wake: timetable.wake,
    async close() {
      short.flows = null;
      await timetable.stop();
    },
  };
}
