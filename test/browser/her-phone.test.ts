import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raiseSandbox, type Sandbox } from "../../src/sandbox/stage/raise-sandbox.js";
import { launchBrowser, noBrowser } from "./launch-browser.js";
import { makeVisitor } from "./visitor.js";

const NADIA = "U0NADIA001";
const CAMILLE = "U0CAMILLE1";
const PHONE = { width: 390, height: 844 };

describe.skipIf(noBrowser !== null)(`her side on a phone 390 px wide${noBrowser ?? ""}`, () => {
  let browser: Browser | undefined;
  let sandbox: Sandbox | undefined;

  beforeAll(async () => {
    const quiet = { onBotLine: () => undefined, onBotCrash: () => undefined };
    sandbox = await raiseSandbox({ port: 0, http: false, ...quiet });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  /** Everything to press or fill lies inside the window's width, and the page can draw it. */
  async function usable(place: Locator): Promise<void> {
    const controls = await place.locator(":is(button, input, textarea, select):visible").all();
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) {
      const box = await control.boundingBox();
      if (box && box.x >= 0 && box.x + box.width <= PHONE.width) continue;
      expect.fail(`out of reach: «${await control.innerText()}»`);
    }
    expect(await place.locator(".cannot").count()).toBe(0);
  }

  it("she approves, rewrites, opens each menu and form, and posts words of her own, with every control in reach", async () => {
    if (!browser || !sandbox) throw new Error("nothing was started");
    const page: Page = await browser.newPage({ viewport: PHONE, hasTouch: true });
    page.setDefaultTimeout(15_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${sandbox.url}/#${NADIA}`);
    const visitor = makeVisitor(page, sandbox.url);
    await page.locator("[data-composer]").fill("/suggest subjects Energy, Work, Europe");
    await visitor.press(page.locator("[data-send]"));
    await page.locator(".message.ephemeral").last().waitFor();
    const asItStands = await visitor.suggest(1, "we were there first");
    const toRewrite = await visitor.suggest(0, "a story of yours");

    await visitor.become(CAMILLE);
    const rewritten = await visitor.openCard(toRewrite);
    await visitor.press(rewritten.locator('[data-action-id="more"]'));
    await rewritten.locator('[role="menu"]').waitFor();
    await usable(rewritten);
    await rewritten.locator('[role="menuitem"]', { hasText: "At another time" }).click();
    const schedule = page.locator('[data-callback-id="schedule"]');
    await schedule.waitFor();
    await usable(schedule);
    await visitor.press(schedule.locator('[data-form="close"]'));
    await schedule.waitFor({ state: "detached" });

    const approved = await visitor.openCard(asItStands);
    await usable(approved);
    await visitor.press(approved.locator('[data-action-id="approve"]'));
    await approved.locator('[data-action-id="cancel"]').waitFor();

    await visitor.press(rewritten.locator('[data-action-id="rewrite"]'));
    const rewrite = page.locator('[data-callback-id="rewrite"]');
    await rewrite.waitFor();
    await usable(rewrite);
    const hers = "Batteries on the quay, as we wanted them";
    await rewrite.locator('textarea[data-block-id="text"]').fill(hers);
    await visitor.press(rewrite.locator('[data-form="submit"]'));
    await rewrite.waitFor({ state: "detached" });

    await page.locator("[data-composer]").fill("/post");
    await visitor.press(page.locator("[data-send]"));
    const own = page.locator('[data-callback-id="own_post"]');
    await own.waitFor();
    await usable(own);
    const idea = "This morning at the plant, with the night shift";
    await own.locator('textarea[data-block-id="text"]').fill(idea);
    await visitor.press(own.locator('[data-form="submit"]'));
    await own.waitFor({ state: "detached" });

    await visitor.openHome();
    const home = page.locator(".messages.home");
    await home.locator('[data-action-id="settings"]').waitFor();
    await usable(home);
    const words = await home.locator(".section-text", { hasText: "Pause until Monday" }).boundingBox();
    expect(words?.width, "the words beside a button").toBeGreaterThan(PHONE.width / 2);
    for (const form of ["settings", "profile"]) {
      await visitor.press(home.locator(`[data-action-id="${form}"]`));
      const opened = page.locator(`[data-callback-id="${form}"]`);
      await opened.waitFor();
      await usable(opened);
      await visitor.press(opened.locator('[data-form="close"]'));
      await opened.waitFor({ state: "detached" });
    }

    for (const words of [asItStands, hers, idea]) {
      const post = await visitor.postWith(words);
      expect(await visitor.shownPost(post.id)).toBe(post.text);
    }
    expect(await visitor.overflow()).toBe(0);
    expect(errors).toEqual([]);
    expect(sandbox.slack.problems).toEqual([]);
  }, 90_000);
});
