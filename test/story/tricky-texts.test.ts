import { describe, expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { CAMILLE } from "./people.js";
import { creates, formOf, plainTexts, said } from "./read-screen.js";
import type { House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";
import { noEmojiOfX, trickyTexts, twoReadings } from "./tricky-texts.js";

const MOST = 280;
/** X takes 100 posts in a quarter of an hour: each half of the list has a house of its own. */
const HALF = Math.ceil(trickyTexts.length / 2);

/** Her form for words of her own, with this typed into it and its count below. */
async function typed(house: House, text: string, weight: number): Promise<string> {
  const { hands } = house;
  await hands.globalShortcut({ user: CAMILLE, callbackId: "post" });
  const { id: viewId } = await house.until("the form for her own words", () => formOf(house, CAMILLE));
  await hands.fill({ user: CAMILLE, viewId, blockId: "text", actionId: "value", value: text });
  const counted = fr.forms.count(weight, MOST);
  await house.until(`«${counted}» under «${text}»`, () => {
    const form = formOf(house, CAMILLE);
    return form && said(form).split("\n").includes(counted);
  });
  return viewId;
}

/** Closes what is open; nothing was asked of X meanwhile. */
async function closedUnposted(house: House, before: number): Promise<void> {
  const form = formOf(house, CAMILLE);
  await house.hands.closeView({ user: CAMILLE, viewId: form?.id ?? "" });
  expect(creates(house)).toHaveLength(before);
}

async function posted(house: House, [text, weight]: readonly [string, number]): Promise<void> {
  const { hands, x } = house;
  const before = creates(house).length;
  const viewId = await typed(house, text, weight);
  const { fieldErrors } = await hands.submit({ user: CAMILLE, viewId });
  expect(fieldErrors, text).toBeNull();
  const again = formOf(house, CAMILLE);
  if (again) {
    expect(again.title).toBe(fr.forms.confirm.title);
    expect(plainTexts(again).join("")).toBe(text);
    expect(creates(house)).toHaveLength(before);
    await hands.submit({ user: CAMILLE, viewId: again.id });
  }
  expect(formOf(house, CAMILLE)).toBeUndefined();
  const post = await house.until(`the post «${text}»`, () => x.posts[before]);
  expect(Buffer.from(post.text), text).toEqual(Buffer.from(text));
  expect(creates(house)).toHaveLength(before + 1);
}

// The texts are the same on either way to Slack.
for (const [which, texts] of [
  ["first", trickyTexts.slice(0, HALF)],
  ["other", trickyTexts.slice(HALF)],
] as const)
  describe(`the ${which} half of the tricky texts`, () => {
    const story = storiesIn({ modes: ["socket"] });
    story("is counted right and posted byte for byte, though Slack spells its emoji out", async (house) => {
      house.slack.faults.alterText = "as_slack";
      for (const each of texts) await posted(house, each);
      expect(house.x.posts.map(({ text }) => text)).toEqual(texts.map(([text]) => text));
    });
  });

describe("texts that Slack hands over as it would hand over others", () => {
  const story = storiesIn({ modes: ["socket"] });
  story("are shown as they are read, and nothing is posted before she has seen that", async (house) => {
    house.slack.faults.alterText = "as_slack";
    for (const [text, read, weight] of twoReadings) {
      const viewId = await typed(house, text, weight);
      await house.hands.submit({ user: CAMILLE, viewId });
      const again = formOf(house, CAMILLE);
      expect(again?.title, text).toBe(fr.forms.confirm.title);
      expect(plainTexts(again ?? { blocks: [] }).join("")).toBe(read);
      await closedUnposted(house, 0);
    }
  });
  story("are said in the field where they name no emoji that X could show", async (house) => {
    house.slack.faults.alterText = "as_slack";
    for (const [text, name] of noEmojiOfX) {
      const viewId = await typed(house, text, text.length);
      const { fieldErrors } = await house.hands.submit({ user: CAMILLE, viewId });
      expect(fieldErrors).toEqual({ text: fr.own.unknownEmoji(name) });
      expect(formOf(house, CAMILLE)?.values.text?.value).toBe(text);
      await closedUnposted(house, 0);
    }
  });
});
