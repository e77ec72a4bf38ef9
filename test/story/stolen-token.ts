import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import type { Block } from "../../src/sandbox/slack/hands.js";
import { type Suggested, standsOnce, suggestArticle } from "./approve-article.js";
import { CAMILLE } from "./people.js";
import { creates, formOf, plainTexts, postShown } from "./read-screen.js";
import { recordOf } from "./record-of.js";
import type { House } from "./start-house.js";
import type { Story } from "./story-telling.js";

const HARMLESS = "Nothing much, just good morning to you all";

/** The card with other words in the place of the post's, and its buttons as they are. */
function reworded({ shown }: Suggested, blocks: readonly Block[]): Block[] {
  const others = blocks.map((block) => {
    const { text } = block as { text?: { text?: string } };
    return text?.text === shown ? { ...block, text: { ...text, text: HARMLESS } } : block;
  });
  expect(others, "the card with other words").not.toEqual(blocks);
  return others;
}

async function edit(house: House, article: Suggested): Promise<void> {
  const { ts, blocks } = article.card();
  const edited = { text: HARMLESS, blocks: reworded(article, blocks) };
  house.slack.faults.updateAsApp(article.channel, ts, edited);
}

/** Her press is met by a form with the exact words, and the record has a line of it. */
async function readsOnceMore(house: House, article: Suggested) {
  const before = creates(house).length;
  const refusals = () =>
    recordOf(house).filter(({ kind, about }) => kind === "press_refused" && about.why === "altered_card");
  const known = refusals().length;
  await article.press("approve");
  const form = await house.until("the form with the exact words", () => formOf(house, CAMILLE));
  const { title, submit } = fr.forms.altered;
  expect(form).toMatchObject({ title, submit, values: {} });
  expect(plainTexts(form).join("")).toBe(article.shown);
  expect(refusals()).toHaveLength(known + 1);
  expect(creates(house)).toHaveLength(before);
  return form;
}

export function stolenToken(story: Story): void {
  story(
    "a card that somebody with the bot's token has reworded posts nothing; the form has the exact words",
    async (house) => {
      const article = await suggestArticle(house, "reworded");
      await edit(house, article);
      expect(postShown(article.card())).toBe(HARMLESS);
      const form = await readsOnceMore(house, article);
      await house.until(
        "the card shows the true words again",
        () => postShown(article.card()) === article.shown,
      );
      await house.hands.submit({ user: CAMILLE, viewId: form.id });
      await standsOnce(house, article);
      expect(house.x.posts.some(({ text }) => text === HARMLESS)).toBe(false);
    },
  );

  story("a press that brings other words along than the card's counts only after the form", async (house) => {
    const { faults } = house.slack;
    const article = await suggestArticle(house, "other-view");
    faults.alterBlocks = (blocks) =>
      blocks.map((block) =>
        JSON.stringify(block).includes(article.link) && block.type === "section"
          ? { ...block, text: { type: "plain_text", text: HARMLESS } }
          : block,
      );
    const form = await readsOnceMore(house, article);
    await house.hands.closeView({ user: CAMILLE, viewId: form.id });
    faults.alterBlocks = null;
    await article.press("approve");
    await standsOnce(house, article);
  });

  story(
    "a press that brings no words along counts when Slack shows the card as it was drawn",
    async (house) => {
      const { faults } = house.slack;
      faults.omitMessageBlocks = true;
      const article = await suggestArticle(house, "looked-up");
      await article.press("approve");
      await standsOnce(house, article);

      const reworded = await suggestArticle(house, "looked-up-reworded");
      await edit(house, reworded);
      const form = await readsOnceMore(house, reworded);
      await house.hands.submit({ user: CAMILLE, viewId: form.id });
      await standsOnce(house, reworded);
    },
  );
}
