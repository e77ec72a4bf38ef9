import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { standsOnce, suggestArticle } from "./approve-article.js";
import { CAMILLE } from "./people.js";
import { formOf, noticeTo } from "./read-screen.js";
import type { Story } from "./story-telling.js";

export function wrongClock(story: Story): void {
  story(
    "while the clock is wrong a scheduled post waits, and what she approves now goes out",
    async (house) => {
      const { hands, slack, x } = house;
      const scheduled = await suggestArticle(house, "clock-scheduled");
      slack.faults.clockSkewSeconds = 120;
      await scheduled.press("schedule");
      const form = await house.until("the form for the time", () => formOf(house, CAMILLE));
      const when = Math.trunc(Date.now() / 1000) + 3;
      await hands.fill({ user: CAMILLE, viewId: form.id, blockId: "when", actionId: "value", value: when });
      await hands.submit({ user: CAMILLE, viewId: form.id });
      await scheduled.cardSays(":calendar:");
      const [lead = ""] = fr.card.notice.wrongClock(120).split("120");
      const notice = await noticeTo(house, CAMILLE, lead);

      // Posts go out in the order of their times: one after its time means that it was passed over.
      for (let n = 1; Date.now() < when * 1000 + 300; n += 1) {
        const now = await suggestArticle(house, `clock-now-${n}`);
        await now.press("approve");
        await now.posted();
      }
      expect(x.posts.some(({ text }) => text === scheduled.shown)).toBe(false);

      slack.faults.clockSkewSeconds = 0;
      await hands.openHome({ user: CAMILLE });
      await standsOnce(house, scheduled);
      const right = await noticeTo(house, CAMILLE, fr.card.notice.rightClock);
      expect(right.ts).toBe(notice.ts);
    },
  );
}
