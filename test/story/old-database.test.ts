import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { standsOnce, suggestArticle } from "./approve-article.js";
import { CAMILLE } from "./people.js";
import { conversation, creates, formOf, liveButtons, noticeTo, said } from "./read-screen.js";
import type { House } from "./start-house.js";
import { stopBot } from "./stop-bot.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ modes: ["socket"], env: { HOLD_SECONDS: "2" } });

const frozeIn = (house: House, life: number) => house.runs.at(life)?.output().includes('"frozen"');

/** A copy of the database as it is at this moment; answers what puts it back. */
async function copyOf({ env, folder }: House): Promise<() => Promise<void>> {
  const path = env.DATABASE_PATH ?? "";
  const copy = join(folder, "copy.db");
  const sqlite = new Database(path, { readonly: true });
  await sqlite.backup(copy);
  sqlite.close();
  return async () => {
    for (const of of ["-wal", "-shm"]) await rm(`${path}${of}`, { force: true });
    await copyFile(copy, path);
  };
}

story(
  "a post whose hold ends while Slack is not heard waits until it is, and goes out once",
  async (house) => {
    const { slack, x } = house;
    const article = await suggestArticle(house, "unheard");
    await article.press("approve");
    await article.cardSays(fr.card.holding("").split(" ")[0] ?? "");
    const opened = () =>
      slack.calls.filter(({ method, ok }) => method === "apps.connections.open" && ok).map(({ at }) => at);
    const before = opened().length;
    slack.faults.refuseConnections = true;
    slack.faults.dropSockets();
    await house.until("the bot is refused a second time", () =>
      /"failures":2\b/.test(house.runs.at(-1)?.output() ?? ""),
    );
    slack.faults.refuseConnections = false;
    const id = await standsOnce(house, article);
    const [heardAgain = Number.POSITIVE_INFINITY] = opened().slice(before);
    expect(x.posts.find((post) => post.id === id)?.createdAt).toBeGreaterThanOrEqual(heardAgain);
  },
);

story(
  "after an older copy of the database is put back, nothing goes out until she resumes",
  async (house) => {
    const { hands } = house;
    const posted = await suggestArticle(house, "posted-since");
    const declined = await suggestArticle(house, "declined-since");
    const scheduled = await suggestArticle(house, "scheduled-before");
    const open = await suggestArticle(house, "open-all-along");
    await scheduled.press("schedule");
    const form = await house.until("the form for the time", () => formOf(house, CAMILLE));
    await hands.submit({ user: CAMILLE, viewId: form.id });
    await scheduled.cardSays(":calendar:");
    await posted.press("approve");
    // In it this one is still to go out, at a time that has passed when the copy is put back.
    const putBack = await copyOf(house);
    await posted.posted();
    await declined.press("decline");
    await declined.cardSays(fr.card.declined);
    await stopBot(house);
    await putBack();
    house.env.HOLD_SECONDS = "0";
    const before = creates(house).length;

    await house.startBot();
    const notice = await noticeTo(house, CAMILLE, fr.card.notice.oldDatabase);
    expect(said(notice)).toContain(fr.card.notice.cancelled(2));
    expect(liveButtons(notice)).toEqual(["resume"]);
    for (const article of [posted, declined, scheduled, open]) {
      const card = await article.cardSays(fr.card.setback.restored);
      expect(liveButtons(card)).toContain("approve");
      await article.press("approve");
    }
    await house.until("each press is told why not", () => {
      const told = conversation(house, CAMILLE, "dm").messages.filter(
        ({ text }) => text === fr.answers.frozen,
      );
      return told.length === 4;
    });
    await posted.suggesterReads(fr.news.back("restored"));
    expect(creates(house)).toHaveLength(before);

    const { id: channel } = conversation(house, CAMILLE, "dm");
    await hands.press({ user: CAMILLE, channel, ts: notice.ts, actionId: "resume" });
    expect(liveButtons(await noticeTo(house, CAMILLE, fr.card.notice.resumed))).toEqual([]);
    await open.press("approve");
    await standsOnce(house, open);
    expect(creates(house)).toHaveLength(before + 1);

    await stopBot(house);
    await house.startBot();
    await scheduled.press("approve");
    await scheduled.posted();
    expect([frozeIn(house, -2), frozeIn(house, -1)]).toEqual([true, false]);
    expect(creates(house)).toHaveLength(before + 2);
  },
);
