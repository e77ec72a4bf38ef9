import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import type { XFault } from "../../src/sandbox/x/x-fault.js";
import { suggestArticle } from "./approve-article.js";
import { PROFILE } from "./people.js";
import { creates, liveButtons } from "./read-screen.js";
import type { Story } from "./story-telling.js";

const ASKED = ["it_appeared", "it_did_not", "look_again"];

export function xRefusesOrIsSilent(story: Story): void {
  story(
    "an answer that is lost after X has posted is found on the timeline, and nothing is sent again",
    async (house) => {
      const { x } = house;
      const before = creates(house).length;
      const faults: XFault[] = [
        { kind: "reset", takesEffect: true },
        { kind: "garbled", how: "truncated", takesEffect: true },
      ];
      const articles = [];
      for (const fault of faults) {
        const article = await suggestArticle(house, `lost-${fault.kind}`);
        x.faults.next(fault);
        await article.press("approve");
        await article.cardSays(fr.card.looking);
        articles.push(article);
      }
      for (const article of articles) {
        const id = await article.posted();
        const found = x.posts.filter(({ text }) => text === article.shown);
        expect(found.map((post) => post.id)).toEqual([id]);
      }
      expect(creates(house)).toHaveLength(before + 2);
    },
  );

  story(
    "where X is silent and the timeline shows nothing, she is asked, and only her new press sends again",
    async (house) => {
      const { x } = house;
      const before = creates(house).length;
      const faults: XFault[] = [
        { kind: "reset", takesEffect: false },
        { kind: "status", status: 503, takesEffect: false },
        { kind: "garbled", how: "html", takesEffect: false },
      ];
      const articles = [];
      for (const fault of faults) {
        const article = await suggestArticle(house, `silent-${fault.kind}`);
        x.faults.next(fault);
        await article.press("approve");
        await article.cardSays(fr.card.looking);
        articles.push(article);
      }
      for (const article of articles) {
        const asking = await article.cardSays(fr.card.asking(PROFILE));
        expect(liveButtons(asking)).toEqual(ASKED);
        await article.suggesterReads(fr.news.unknown);
      }
      expect(creates(house)).toHaveLength(before + faults.length);

      const [first] = articles;
      await first?.press("it_did_not");
      const back = await first?.cardSays(fr.card.setback.absent);
      expect(liveButtons(back ?? { blocks: [] })).toContain("approve");
      expect(creates(house)).toHaveLength(before + faults.length);
      await first?.press("approve");
      await first?.posted();
      expect(x.posts.filter(({ text }) => text === first?.shown)).toHaveLength(1);
      expect(creates(house)).toHaveLength(before + faults.length + 1);
    },
  );

  story(
    "she says that it appeared, or has it looked for again, and it counts as posted once",
    async (house) => {
      const { x } = house;
      const hidden = x.faults.hideNewPosts();
      const before = creates(house).length;
      const articles = [];
      for (const name of ["appeared", "look-again"]) {
        const article = await suggestArticle(house, name);
        x.faults.next({ kind: "reset", takesEffect: true });
        await article.press("approve");
        await article.cardSays(fr.card.looking);
        articles.push(article);
      }
      const [seen, again] = articles;
      await seen?.cardSays(fr.card.asking(PROFILE));
      await seen?.press("it_appeared");
      const settled = await seen?.cardSays(fr.card.postedUnseen(PROFILE));
      expect(liveButtons(settled ?? { blocks: [] })).toEqual([]);
      await seen?.suggesterReads(fr.news.postedUnseen(PROFILE));

      await again?.cardSays(fr.card.asking(PROFILE));
      hidden.release();
      await again?.press("look_again");
      const id = await again?.posted();
      expect(x.posts.filter(({ text }) => text === again?.shown).map((post) => post.id)).toEqual([id]);
      expect(creates(house)).toHaveLength(before + 2);
    },
  );

  const REFUSALS: [fault: XFault, why: Parameters<typeof fr.card.setback.refused>[0]][] = [
    [{ kind: "duplicate" }, "duplicate"],
    [{ kind: "status", status: 402, takesEffect: false }, "no_credit"],
    [{ kind: "status", status: 401, takesEffect: false }, "access_doubted"],
    [{ kind: "forbidden", detail: "You are not permitted to perform this action." }, "forbidden"],
    [{ kind: "too_many", headers: "day", resetsInSeconds: 7200 }, "rate_limited"],
  ];

  story("what X refuses comes back as a card that says why, and can be approved again", async (house) => {
    const { x } = house;
    for (const [fault, why] of REFUSALS) {
      const article = await suggestArticle(house, `refused-${why}`);
      const before = creates(house).length;
      x.faults.next(fault);
      await article.press("approve");
      const back = await article.cardSays(fr.card.setback.refused(why));
      expect(liveButtons(back), why).toEqual(["rewrite", "approve", "schedule_next", "decline", "more"]);
      await article.suggesterReads(fr.news.back(why));
      expect(creates(house), why).toHaveLength(before + 1);
      expect(
        x.posts.filter(({ text }) => text === article.shown),
        why,
      ).toEqual([]);
      if (why !== "no_credit") continue;
      await article.press("approve");
      await article.posted();
      expect(x.posts.filter(({ text }) => text === article.shown)).toHaveLength(1);
    }
  });

  story("a limit of X that lifts within minutes is waited out, and the post goes once", async (house) => {
    const { x } = house;
    const article = await suggestArticle(house, "short-limit");
    x.faults.next({ kind: "too_many", headers: "window", resetsInSeconds: 2 });
    await article.press("approve");
    await article.posted();
    expect(x.posts.filter(({ text }) => text === article.shown)).toHaveLength(1);
  });
}
