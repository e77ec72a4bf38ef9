import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { raiseSandbox, type Sandbox } from "../../src/sandbox/stage/raise-sandbox.js";
import { launchBrowser, noBrowser } from "./launch-browser.js";
import { makeVisitor } from "./visitor.js";

const NADIA = "U0NADIA001";
const TOM = "U0TOM00001";

describe.skipIf(noBrowser !== null)(`the form of a suggestion in a browser${noBrowser ?? ""}`, () => {
  let browser: Browser | undefined;
  let sandbox: Sandbox | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    const quiet = { onBotLine: () => undefined, onBotCrash: () => undefined };
    sandbox = await raiseSandbox({ port: 0, http: false, ...quiet });
    browser = await launchBrowser();
  });
  afterEach(() => page?.close());
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  it.each([
    ["on a desktop", { width: 1360, height: 1100 }],
    ["on a phone 390 px wide", { width: 390, height: 844 }],
  ])(
    "shows the article while its link is typed, what hides in a draft, and loses no word, %s",
    async (screen, viewport) => {
      if (!browser || !sandbox) throw new Error("nothing was started");
      page = await browser.newPage({ viewport, hasTouch: viewport.width < 500 });
      page.setDefaultTimeout(15_000);
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${sandbox.url}/#${NADIA}`);
      const visitor = makeVisitor(page, sandbox.url);
      const shelf = page.locator("[data-article]").first();
      const link = `${await shelf.getAttribute("data-article")}?form=${viewport.width}`;
      const title = (await shelf.locator("a").textContent()) ?? "";

      const command = async (text: string) => {
        await page?.locator("[data-composer]").fill(text);
        if (page) await visitor.press(page.locator("[data-send]"));
      };
      await command("/suggest subjects Energy, Work, Europe");
      await page.locator(".message.ephemeral").last().waitFor();
      await command("/suggest");
      const form = page.locator('[data-callback-id="suggest"]');
      const field = (name: string) => form.locator(`:is(input, textarea, select)[data-block-id="${name}"]`);
      await field("url").pressSequentially(link, { delay: 2 });
      await field("note").pressSequentially("Half of our board travels by night");
      await form.getByText(title).first().waitFor();
      await field("reproach").fill("We closed a line. It comes back in May.");
      await field("subject").selectOption("Work");
      await field("urgency").selectOption("this_week");
      const draft = `Night trains are back\u202E, at last ${screen}`;
      await field("draft").fill(draft);
      await form.getByText("U+202E RIGHT-TO-LEFT OVERRIDE").waitFor();
      expect(await field("url").inputValue()).toBe(link);
      expect(await field("note").inputValue()).toBe("Half of our board travels by night");
      await visitor.press(form.locator('[data-form="submit"]'));
      await form.waitFor({ state: "detached" });

      await visitor.become(TOM);
      await visitor.openTeamChannel();
      await command("/suggest");
      await field("url").fill(link);
      await form.getByText("and it is not decided yet").waitFor();
      expect(await visitor.overflow()).toBe(0);
      await visitor.press(form.locator('[data-form="close"]'));
      await form.waitFor({ state: "detached" });
      expect(errors).toEqual([]);
      expect(sandbox.slack.problems).toEqual([]);
    },
    45_000,
  );
});
