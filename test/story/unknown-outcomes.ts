import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { type Suggested, standsOnce, suggestArticle } from "./approve-article.js";
import { PROFILE, postLink } from "./people.js";
import { creates } from "./read-screen.js";
import type { House } from "./start-house.js";
import type { Story } from "./story-telling.js";

/** X has it, its answer was lost, and the timeline does not show it yet. */
async function lost(house: House, name: string): Promise<Suggested> {
  const article = await suggestArticle(house, name);
  house.x.faults.next({ kind: "reset", takesEffect: true });
  await article.press("approve");
  await article.cardSays(fr.card.looking);
  return article;
}

export function unknownOutcomes(story: Story): void {
  story(
    "whatever she says of a post nobody can see, it stands on X once and she gets its link",
    async (house) => {
      const hidden = house.x.faults.hideNewPosts();
      const before = creates(house).length;
      const appeared = await lost(house, "said-to-appear");
      const late = await lost(house, "turns-up-late");
      const repeated = await lost(house, "refused-as-repeated");
      for (const article of [appeared, late, repeated]) {
        await article.cardSays(fr.card.asking(PROFILE));
        await article.linesSay({ hers: [fr.card.lines.asking], team: [fr.news.line.asking] });
      }

      // The timeline hides it still: it is sent again, and X refuses it as a duplicate of itself.
      for (const article of [late, repeated]) {
        await article.press("it_did_not");
        await article.cardSays(fr.card.setback.absent);
      }
      await repeated.press("approve");
      await repeated.cardSays(fr.card.looking);
      expect(creates(house)).toHaveLength(before + 4);

      hidden.release();
      await appeared.press("it_appeared");
      await late.press("approve");
      for (const article of [late, repeated, appeared]) {
        const id = await standsOnce(house, article);
        await article.suggesterReads(postLink(id));
        await article.linesSay({
          hers: [fr.card.lines.asked, fr.card.lines.posted(postLink(id))],
          team: [fr.news.line.asked, fr.news.line.posted(postLink(id))],
        });
      }
      expect(creates(house)).toHaveLength(before + 4);
    },
  );
}
