import { expect } from "vitest";
import { exitCodes } from "../../src/exit-codes.js";
import { fr } from "../../src/i18n/fr.js";
import { suggestArticle } from "./approve-article.js";
import { COMMS, NADIA, PROFILE, TOM } from "./people.js";
import { creates, liveButtons, messagesAbout, openCard } from "./read-screen.js";
import { runBot } from "./run-bot.js";
import { freePort, type House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn();
const running = (house: House) => {
  const run = house.runs.at(-1);
  if (!run) throw new Error("the bot does not run");
  return run;
};

async function killAndRestart(house: House): Promise<void> {
  running(house).kill("SIGKILL");
  await running(house).gone;
  await house.startBot();
}

story(
  "a bot killed while posting finds the post after its restart, and keeps all it has answered",
  async (house) => {
    const { x } = house;
    const article = await suggestArticle(house, "killed-posted");
    const before = creates(house).length;
    const slow = x.faults.next({ kind: "slow", takesEffect: true });
    await article.press("approve");
    await house.until("X has the request", () => creates(house).length > before);
    const link = house.link("killed-after-answer");
    await house.hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
    await killAndRestart(house);
    slow.release();
    await openCard(house, link);
    await house.until("the team reads it", () => messagesAbout(house, TOM, COMMS, link)[0]);
    const id = await article.posted();
    expect(x.posts.filter(({ text }) => text === article.shown).map((post) => post.id)).toEqual([id]);
    expect(creates(house)).toHaveLength(before + 1);
  },
);

story(
  "a bot killed while posting asks her when nothing is found, and never sends it by itself",
  async (house) => {
    const { x } = house;
    const article = await suggestArticle(house, "killed-silent");
    const before = creates(house).length;
    x.faults.next({ kind: "hang", takesEffect: false });
    await article.press("approve");
    await house.until("X has the request", () => creates(house).length > before);
    await article.cardSays(fr.card.posting);
    await killAndRestart(house);
    const asking = await article.cardSays(fr.card.asking(PROFILE));
    expect(liveButtons(asking)).toEqual(["it_appeared", "it_did_not", "look_again"]);
    expect(creates(house)).toHaveLength(before + 1);
    await article.press("it_did_not");
    await article.cardSays(fr.card.setback.absent);
    await article.press("approve");
    await article.posted();
    expect(creates(house)).toHaveLength(before + 2);
    expect(x.posts.filter(({ text }) => text === article.shown)).toHaveLength(1);
  },
);

story("a bot told to stop while posting finishes, tells everyone, and ends with code 0", async (house) => {
  const { x } = house;
  const article = await suggestArticle(house, "stopped");
  const before = creates(house).length;
  const slow = x.faults.next({ kind: "slow", takesEffect: false });
  await article.press("approve");
  await house.until("X has the request", () => creates(house).length > before);
  const run = running(house);
  run.kill("SIGTERM");
  await house.until("the bot is stopping", () => run.output().includes('"stopping"'));
  slow.release();
  expect(await run.gone).toEqual({ code: 0, signal: null });
  const [post] = x.posts.filter(({ text }) => text === article.shown);
  expect(await article.posted()).toBe(post?.id);
  await article.suggesterReads(`/status/${post?.id}`);
  await house.startBot();
  expect(creates(house)).toHaveLength(before + 1);
});

story("a second bot on the same database is refused, and the first goes on", async (house) => {
  const port = house.mode === "http" ? { PORT: String(await freePort()) } : {};
  const second = runBot({ ...house.env, ...port });
  house.runs.splice(-1, 0, second);
  expect(await second.gone).toEqual({ code: exitCodes.temporary, signal: null });
  expect(second.output()).toBe(
    `Another Firsthand is running on the database ${house.env.DATABASE_PATH}. Stop it first: two would post twice.\n`,
  );
  await suggestArticle(house, "after-second");
});

story("a press that Slack delivers twice is one post", async (house) => {
  const { x, slack } = house;
  const article = await suggestArticle(house, "pressed-twice");
  const before = creates(house).length;
  slack.faults.deliverTwice = 1;
  await article.press("approve");
  await article.posted();
  // The bot works its posts off in order: once a later one is out, no second one of this can follow.
  const later = await suggestArticle(house, "later");
  await later.press("approve");
  await later.posted();
  expect(x.posts.filter(({ text }) => text === article.shown)).toHaveLength(1);
  expect(creates(house)).toHaveLength(before + 2);
});

story(
  "a press sent again later by whoever kept the request is no second post",
  async (house) => {
    const { x, slack } = house;
    const article = await suggestArticle(house, "press-replayed");
    await article.press("approve");
    const request = slack.faults.captured.findLast(({ body }) => body.includes("block_actions"));
    await article.posted();
    if (!request) throw new Error("no press was captured");
    expect(await slack.faults.replay(request)).toBe(200);
    const later = await suggestArticle(house, "press-later");
    await later.press("approve");
    await later.posted();
    expect(x.posts.filter(({ text }) => text === article.shown)).toHaveLength(1);
  },
  { modes: ["http"] },
);

story(
  "a socket that is cut, or that Slack asks to renew, is opened again and commands work",
  async (house) => {
    const { faults } = house.slack;
    faults.dropSockets();
    await house.hearsSlack();
    await suggestArticle(house, "after-drop");
    for (const reason of ["refresh_requested", "warning"] as const) {
      faults.refreshSockets(reason);
      await house.hearsSlack();
      await suggestArticle(house, `after-${reason}`);
    }
    faults.refuseConnections = true;
    faults.dropSockets();
    await house.until("the bot is refused a connection", () =>
      running(house).output().includes('"apps.connections.open"'),
    );
    faults.refuseConnections = false;
    await house.hearsSlack();
    await suggestArticle(house, "after-refusal");
    expect(running(house).ended()).toBeNull();
  },
  { modes: ["socket"] },
);
