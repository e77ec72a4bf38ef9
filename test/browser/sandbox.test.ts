import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { raiseSandbox, type Sandbox } from "../../src/sandbox/stage/raise-sandbox.js";
import { launchBrowser, noBrowser } from "./launch-browser.js";
import { makeVisitor } from "./visitor.js";

const NADIA = "U0NADIA001";
const CAMILLE = "U0CAMILLE1";

describe.skipIf(noBrowser !== null)(`the sandbox in a browser${noBrowser ?? ""}`, () => {
  let browser: Browser | undefined;
  let sandbox: Sandbox | undefined;
  let page: Page | undefined;
  const output: string[] = [];

  beforeAll(async () => {
    sandbox = await raiseSandbox({
      port: 0,
      http: false,
      onBotLine: (line) => output.push(line),
      onBotCrash: (sentence) => output.push(sentence),
    });
    browser = await launchBrowser();
  });
  afterEach(() => page?.close());
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  it.each([
    ["on a desktop", { width: 1360, height: 860 }],
    ["on a phone 390 px wide", { width: 390, height: 844 }],
  ])(
    "an article approved in one press and one she rewrites are both posted as shown, %s",
    async (screen, viewport) => {
      if (!browser || !sandbox) throw new Error("nothing was started");
      page = await browser.newPage({ viewport, hasTouch: viewport.width < 500 });
      page.setDefaultTimeout(15_000);
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // A dead picture is part of the newsstand; anything else said here is a fault of the page.
        if (message.type() === "error" && !message.text().includes("404")) errors.push(message.text());
      });
      await page.goto(`${sandbox.url}/#${NADIA}`);
      const visitor = makeVisitor(page, sandbox.url);
      const asItStands = await visitor.suggest(1, "we were there first");
      const toRewrite = await visitor.suggest(0, "a story of yours");

      await visitor.become(CAMILLE);
      const approved = await visitor.openCard(asItStands);
      await visitor.press(approved.locator('[data-action-id="approve"]'));
      await approved.locator('[data-action-id="cancel"]').waitFor();

      const rewritten = await visitor.openCard(toRewrite);
      await visitor.press(rewritten.locator('[data-action-id="rewrite"]'));
      const form = page.locator('[data-callback-id="rewrite"]');
      const hers = `Été comme hiver ☀️ R&D <3, ${screen}`;
      await form.locator('textarea[data-block-id="text"]').fill(hers);
      await visitor.press(form.locator('[data-form="submit"]'));
      await form.waitFor({ state: "detached" });

      const first = await visitor.postWith(asItStands);
      expect(await visitor.shownPost(first.id)).toBe(first.text);
      const second = await visitor.postWith(hers);
      expect(second.text).toBe(hers);
      expect(await visitor.shownPost(second.id)).toBe(hers);
      await visitor.settled(approved, first.id);
      await visitor.settled(rewritten, second.id);
      expect(await visitor.overflow()).toBe(0);
      expect(errors).toEqual([]);
      expect(output.filter((line) => line.includes('"failed"'))).toEqual([]);
      expect(sandbox.slack.problems).toEqual([]);
    },
    45_000,
  );
});
