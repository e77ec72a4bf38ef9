import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { standsOnce, suggestArticle } from "./approve-article.js";
import { CAMILLE, COMMS, NADIA } from "./people.js";
import { creates, noticeTo, openCard, toldPrivately } from "./read-screen.js";
import type { House } from "./start-house.js";
import type { Story } from "./story-telling.js";

const FULL = "a full disk is said to her, nothing goes to X meanwhile, and it works again when there is room";

const limit = (...args: string[]) => spawnSync("prlimit", args).status;

/** How large a file of the running bot may grow: nothing, as on a full disk, or again without end. */
function letFilesGrow(house: House, most: "0" | "unlimited"): void {
  const pid = String(house.runs.at(-1)?.pid);
  expect(limit("--pid", pid, `--fsize=${most}:`), `files of the bot may grow to ${most}`).toBe(0);
}

export function fullDisk(story: Story): void {
  if (limit("--version") !== 0) {
    it.skip(`${FULL} (this machine has no prlimit)`);
    return;
  }
  story(FULL, async (house) => {
    const { x } = house;
    const article = await suggestArticle(house, "full-disk");
    const answered = await suggestArticle(house, "full-at-the-answer");
    const before = creates(house).length;
    try {
      letFilesGrow(house, "0");
      await article.press("approve");
      await toldPrivately(house, CAMILLE, "dm", fr.answers.diskTrouble);
      await noticeTo(house, CAMILLE, fr.answers.diskFails);
      expect(creates(house)).toHaveLength(before);
      letFilesGrow(house, "unlimited");
      await article.press("approve");
      await standsOnce(house, article);
      await noticeTo(house, CAMILLE, fr.answers.diskWorks);

      // The disk fills between the call and the answer: what X said is kept, and no timeline is needed to know it.
      x.faults.hideNewPosts();
      const slow = x.faults.next({ kind: "slow", takesEffect: true });
      await answered.press("approve");
      await house.until("X has the request", () => creates(house).length === before + 2);
      letFilesGrow(house, "0");
      slow.release();
      const run = house.runs.at(-1);
      await house.until(
        "the disk fails again",
        () => (run?.output().split('"disk_failed"').length ?? 0) === 3,
      );
    } finally {
      letFilesGrow(house, "unlimited");
    }
    const link = house.link("after-full");
    await house.hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
    await openCard(house, link);
    await standsOnce(house, answered);
    expect(creates(house)).toHaveLength(before + 2);
  });
}
