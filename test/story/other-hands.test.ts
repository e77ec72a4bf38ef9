import { expect } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { suggestArticle } from "./approve-article.js";
import { CAMILLE, OLGA, OTHER_ACCOUNT } from "./people.js";
import {
  conversation,
  creates,
  liveButtons,
  messageAbout,
  noticeTo,
  said,
  toldPrivately,
} from "./read-screen.js";
import type { House } from "./start-house.js";
import { stopBot } from "./stop-bot.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ modes: ["http"], env: { HOLD_SECONDS: "600" } });

async function startAnew(house: House, env: Record<string, string>): Promise<void> {
  await stopBot(house);
  Object.assign(house.env, env);
  await house.startBot();
}

story("another account, then another executive: each is told, and only a new press posts", async (house) => {
  const { hands, x } = house;
  const article = await suggestArticle(house, "changes-hands");
  await article.press("approve");
  await house.until("it can be stopped", () => liveButtons(article.card()).join() === "cancel");

  await startAnew(house, house.otherAccount);
  const account = await noticeTo(house, CAMILLE, fr.card.notice.newAccount(OTHER_ACCOUNT.handle));
  expect(said(account)).toContain(fr.card.notice.cancelled(1));
  const back = await article.cardSays(fr.card.setback.lapsed);
  expect(said(back)).toContain(`@${OTHER_ACCOUNT.handle}`);
  await article.press("approve");
  await house.until("it can be stopped again", () => liveButtons(article.card()).join() === "cancel");

  await startAnew(house, { EXECUTIVE_ID: OLGA, HOLD_SECONDS: "0" });
  const former = await noticeTo(house, CAMILLE, fr.card.notice.formerExecutive(`<@${OLGA}>`));
  expect(said(former)).toContain(fr.card.notice.cancelled(1));
  const hers = await noticeTo(house, OLGA, en.card.notice.newExecutive);
  expect(said(hers)).toContain(en.card.notice.cancelled(1));
  const card = await house.until("her card", () => messageAbout(house, OLGA, "dm", article.link));
  expect(said(card)).toContain(en.card.setback.lapsed);

  const [dead = ""] = liveButtons(article.card());
  await article.press(dead);
  await toldPrivately(house, CAMILLE, "dm", fr.answers.onlyHer);
  expect(creates(house)).toEqual([]);

  const { id: channel } = conversation(house, OLGA, "dm");
  await hands.press({ user: OLGA, channel, ts: card.ts, actionId: "approve" });
  await house.until("the post at X", () => x.posts[0]);
  await article.suggesterReads(`https://x.com/${OTHER_ACCOUNT.handle}/status/${x.posts[0]?.id}`);
  expect(x.posts.map(({ accountId, text }) => [accountId, text])).toEqual([
    [OTHER_ACCOUNT.id, article.shown],
  ]);
  expect(creates(house)).toHaveLength(1);
});
