import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { suggestArticle } from "./approve-article.js";
import { type Counted, countTaps, elementOf } from "./count-taps.js";
import { EXECUTIVE } from "./people.js";
import { creates } from "./read-screen.js";
import type { House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ modes: ["socket"] });

const counts = (taps: number, screens: number, appSwitches: number): Counted => ({
  taps,
  screens,
  appSwitches,
});

/** X has exactly these words, once, besides what it had before. */
async function getsOnly(house: House, text: string, before: number): Promise<void> {
  await house.until(`«${text}» at X`, () => house.x.posts.some((post) => post.text === text));
  expect(creates(house)).toHaveLength(before + 1);
}

story("approving takes two taps on one screen", async (house) => {
  const { link, shown, posted } = await suggestArticle(house, "taps-approve");
  const before = creates(house).length;
  const thumb = countTaps(house);
  thumb.openMessage();
  await thumb.press(link, "approve");
  await posted();
  await getsOnly(house, shown, before);
  expect(thumb.counted()).toEqual(counts(2, 1, 0));
});

story("rewriting takes three taps and the typing, on two screens", async (house) => {
  house.slack.faults.alterText = "as_slack";
  const { link, posted } = await suggestArticle(house, "taps-rewrite");
  const before = creates(house).length;
  const thumb = countTaps(house);
  thumb.openMessage();
  await thumb.press(link, "rewrite");
  await thumb.write("Le train de nuit revient. J’y serai.");
  await thumb.submit();
  await posted();
  await getsOnly(house, "Le train de nuit revient. J’y serai.", before);
  expect(thumb.counted()).toEqual(counts(3, 2, 0));
});

story("declining takes two taps on one screen, and its reason one more", async (house) => {
  const { link, cardSays, suggesterReads } = await suggestArticle(house, "taps-decline");
  const before = creates(house).length;
  const thumb = countTaps(house);
  thumb.openMessage();
  await thumb.press(link, "decline");
  await cardSays(fr.card.declined);
  await suggesterReads(fr.news.declined);
  expect(thumb.counted()).toEqual(counts(2, 1, 0));
  await thumb.press(link, "reason_not_sure");
  await suggesterReads(fr.news.declineReason("not_sure"));
  expect(thumb.counted()).toEqual(counts(3, 1, 0));
  expect(creates(house)).toHaveLength(before);
});

story("scheduling for the time on the button takes two taps on one screen", async (house) => {
  const { link, card, cardSays, suggesterReads } = await suggestArticle(house, "taps-schedule");
  const before = creates(house).length;
  const offered = String(elementOf(card(), "schedule_next").accessibility_label);
  const [lead = ""] = fr.desk.scheduleNext("|").split("|");
  expect(offered.startsWith(lead)).toBe(true);
  const when = offered.slice(lead.length);
  const thumb = countTaps(house);
  thumb.openMessage();
  await thumb.press(link, "schedule_next");
  await cardSays(fr.card.scheduled(fr.times.inZone(when, EXECUTIVE.tz)));
  await suggesterReads(fr.news.scheduled(when));
  expect(thumb.counted()).toEqual(counts(2, 1, 0));
  expect(creates(house)).toHaveLength(before);
});

story("a post of her own takes two taps and the typing, on one screen", async (house) => {
  house.slack.faults.alterText = "as_slack";
  const before = creates(house).length;
  const thumb = countTaps(house);
  await thumb.shortcut("post");
  await thumb.write("Merci à toutes les équipes de nuit.");
  await thumb.submit();
  await getsOnly(house, "Merci à toutes les équipes de nuit.", before);
  expect(thumb.counted()).toEqual(counts(2, 1, 0));
});
