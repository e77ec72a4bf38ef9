import { join } from "node:path";
import { expect, it } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { readAppManifest } from "../../src/sandbox/stage/app-manifest.js";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";
import { suggestArticle } from "./approve-article.js";
import { houseInOrder } from "./house-in-order.js";
import { CAMILLE, COMMS, NADIA, OLGA, PEOPLE } from "./people.js";
import { messagesAbout, openCard, privateAnswers } from "./read-screen.js";
import { type House, type Mode, startHouse } from "./start-house.js";

/** A working day: a card at a time, one whose answer from Slack is lost, somebody new in the team, everybody's Home. */
async function workingDay(house: House): Promise<void> {
  const { hands, slack } = house;
  const first = await suggestArticle(house, "first");
  const link = house.link("second");
  await hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
  expect(privateAnswers(house, NADIA, COMMS).at(-1)?.text).toContain(fr.answers.seenAfter(1));
  await house.until(
    "the second waits in the line",
    () =>
      [...messagesAbout(house, NADIA, "dm", link), ...messagesAbout(house, NADIA, COMMS, link)].length === 2,
  );
  expect(messagesAbout(house, CAMILLE, "dm", link)).toEqual([]);
  // The next new message is her second card: it arrives, its answer does not.
  slack.faults.next("chat.postMessage", { kind: "lost_answer" });
  await first.press("decline");
  const { channel, card } = await openCard(house, link);
  // She presses at once, while the bot does not know yet where her card stands.
  await hands.press({ user: CAMILLE, channel, ts: card.ts, actionId: "approve" });
  await house.until("the post at X", () => house.x.posts.some(({ text }) => text.includes(link)));
  expect(messagesAbout(house, CAMILLE, "dm", link)).toHaveLength(1);
  expect(slack.calls.some(({ method, ok }) => method === "conversations.history" && ok)).toBe(true);

  await hands.join({ user: OLGA, channel: COMMS });
  await hands.leave({ user: OLGA, channel: COMMS });
  for (const { id } of PEOPLE) {
    await hands.openHome({ user: id });
    await house.until(`the Home of ${id}`, () => slack.hands.look(id).home);
  }
}

it.each<[way: string, mode: Mode]>([
  ["over Socket Mode", "socket"],
  ["over signed HTTP", "http"],
])(
  "a day in a public team channel and one in a private one use every scope asked for, %s",
  async (_way, mode) => {
    const { scopes } = await readAppManifest(join(repositoryRoot(), "manifest.yml"));
    const env = { CARDS_AT_ONCE: "1" };
    const houses = await Promise.all(
      [false, true].map((privateTeamChannel) => startHouse({ mode, env, privateTeamChannel })),
    );
    try {
      await Promise.all(houses.map(workingDay));
      for (const house of houses) houseInOrder(house);
      const used = new Set(houses.flatMap(({ slack }) => slack.usedScopes()));
      expect([...used].sort()).toEqual([...scopes].sort());
    } finally {
      await Promise.all(houses.map((house) => house.close()));
    }
  },
);
