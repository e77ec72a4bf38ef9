import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { XPost, XProfile } from "../../src/sandbox/stage/stage-api.js";

export type Visitor = {
  /** Becomes another person of the cast. */
  become(user: string): Promise<void>;
  /** Takes an article from the newsstand and suggests it with a reason; answers its link. */
  suggest(shelfPlace: number, why: string): Promise<string>;
  /** Goes to the messages of the team's channel. */
  openTeamChannel(): Promise<void>;
  /** The card about this link among the messages with the app, with something to decide on. */
  openCard(link: string): Promise<Locator>;
  /** Goes to the app's own page for whom she is. */
  openHome(): Promise<void>;
  /** Presses as a person does: only what can be seen and reached. */
  press(button: Locator): Promise<void>;
  /** Waits until X has a post that holds these words. */
  postWith(words: string): Promise<XPost>;
  /** What the page shows of a post at X. */
  shownPost(id: string): Promise<string>;
  /** Back among the messages: the card names the post, and all there is to press leads to it. */
  settled(card: Locator, postId: string): Promise<void>;
  /** How many pixels the page is wider than its window. */
  overflow(): Promise<number>;
};

const PHONE_BELOW = 761;

/** Somebody using the sandbox's page, on whatever screen it has. */
export function makeVisitor(page: Page, url: string): Visitor {
  const profile = async (): Promise<XProfile> =>
    (await page.request.get(`${url}/api/x`)).json() as Promise<XProfile>;

  /** On a phone there is one pane at a time. */
  async function showPane(pane: "chat" | "x" | "news" | "you"): Promise<void> {
    if ((page.viewportSize()?.width ?? 0) >= PHONE_BELOW) return;
    await page.locator(`.bottom-bar [data-pane="${pane}"]`).click();
  }
  async function press(button: Locator): Promise<void> {
    await button.scrollIntoViewIfNeeded();
    await button.click();
  }

  return {
    press,
    async become(user) {
      await showPane("you");
      await page.locator(`[data-user="${user}"]`).click();
    },
    async suggest(shelfPlace, why) {
      await showPane("news");
      const button = page.locator("[data-suggest]").nth(shelfPlace);
      // A link of its own for each suggestion, so that nobody meets the card of another.
      const link = `${await button.getAttribute("data-suggest")}/edition-${Date.now()}`;
      await button.click();
      const answers = page.locator(".message.ephemeral");
      const before = await answers.count();
      await page.locator("[data-composer]").fill(`/suggest ${link} ${why}`);
      await press(page.locator("[data-send]"));
      await answers.nth(before).waitFor();
      return link;
    },
    async openTeamChannel() {
      await showPane("you");
      await page.locator('[data-channel][data-kind="channel"]', { hasText: "comms" }).click();
    },
    async openHome() {
      await showPane("you");
      await page.locator("[data-home]").click();
    },
    async openCard(link) {
      await showPane("you");
      await page.locator('[data-channel][data-kind="dm"]').click();
      const open = page.locator(`[data-ts]:has(a[href="${link}"]):has([data-action-id="decline"])`);
      return page.locator(`[data-ts="${await open.getAttribute("data-ts")}"]`).first();
    },
    async postWith(words) {
      const found = async () => (await profile()).posts.find(({ text }) => text.includes(words));
      await expect.poll(found, { timeout: 15_000, interval: 100 }).toBeDefined();
      const post = await found();
      if (!post) throw new Error("the post is gone");
      return post;
    },
    async shownPost(id) {
      await showPane("x");
      const post = page.locator(`[data-post-id="${id}"] [data-post-text]`);
      await post.waitFor();
      return post.innerText();
    },
    async settled(card, postId) {
      await showPane("chat");
      await card.locator('[data-action-id="open_post"]').waitFor();
      expect(await card.innerText()).toContain(postId);
      const left = await card.locator("[data-action-id]").all();
      const ids = await Promise.all(left.map((each) => each.getAttribute("data-action-id")));
      expect(ids).toEqual(["open_post", "undo"]);
    },
    overflow: () =>
      page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  };
}
