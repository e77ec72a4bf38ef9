import { afterEach, beforeEach, expect, test } from "vitest";
import { publishDue } from "../../src/flows/publish-due.js";
import { answerUnknown } from "../../src/flows/settle-unknown.js";
import { type LocalX, startLocalX } from "../../src/sandbox/x/start-local-x.js";
import { connectToX } from "../../src/x/connect-to-x.js";
import { publishToX } from "../../src/x/publish-to-x.js";
import { account } from "../db/builders.js";
import { apiKeys, camille, clientOf } from "../sandbox/x/x-client.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
  hers,
  openADesk,
  postNow,
  shownCard,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

const hersAtX = { ...camille, id: account.id };
const words = "Worth a read.";
let desk: ADesk;
let local: LocalX;
beforeEach(async () => {
  desk = await openADesk();
  local = await startLocalX({ ...apiKeys, accounts: [hersAtX], now: desk.now });
});
afterEach(async () => {
  await local.close();
  desk.close();
});

/** Sent to X, which answers nothing clear; then she says that it is not there, and thirty others follow. */
async function lostAmongOthers(stood: boolean) {
  const { v2 } = clientOf(local, hersAtX);
  const { post } = await approvedPost(desk, await shownCard(desk));
  desk.pass(10_000);
  const id = stood ? (await v2.tweet(words)).data.id : null;
  await publishDue(scriptedX(desk, { kind: "unknown", detail: "no answer" }));
  await answerUnknown({ presser: hers, postId: post.id, says: "it_did_not", delivery: aDelivery() }, desk);
  for (let n = 0; n < 30; n++) {
    desk.pass(16_000);
    await v2.tweet(`Another post of hers, number ${n}.`);
  }
  const again = await approvedPost(desk, await drawnCard(desk, post.suggestionId));
  desk.pass(10_000);
  const { accessToken, accessTokenSecret } = hersAtX;
  const x = connectToX({ ...apiKeys, accessToken, accessTokenSecret, apiUrl: local.url, now: desk.now });
  await publishDue({ ...scriptedX(desk), look: x.timeline, publish: publishToX(x) });
  const standing = local.posts.filter((standing) => standing.text === words);
  return { id, standing, again: await postNow(desk, again.post.id) };
}

test("words that stand on X behind thirty newer posts are found, and do not stand there twice", async () => {
  const { id, standing, again } = await lostAmongOthers(true);
  expect(standing.map((post) => post.id)).toEqual([id]);
  expect(again.parts[0]).toMatchObject({ state: "published", xPostId: id });
  expect(local.problems).toEqual([]);
});

test("words that do not stand behind thirty newer posts are sent, once", async () => {
  const { standing, again } = await lostAmongOthers(false);
  expect(standing).toHaveLength(1);
  expect(again.parts[0]).toMatchObject({ state: "published", xPostId: standing[0]?.id });
});
