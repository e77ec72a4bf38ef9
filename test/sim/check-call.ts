import type { Agreed } from "../../src/core/approval.js";
import { latestMs } from "../../src/core/post.js";
import { wordsFor } from "../../src/i18n/words-for.js";
import { executive } from "../db/builders.js";
import type { Call, World } from "./world.js";

type Found = {
  readonly post_state: string;
  readonly approval_id: string;
  readonly suggestion_id: string;
  readonly post_at: number;
  readonly part_state: string;
  readonly paused: number;
  readonly frozen: string | null;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly concern_at: number | null;
};

const query = `SELECT posts.state AS post_state, approval_id, suggestion_id, post_at, parts.state AS part_state,
  desks.paused, desks.frozen, messages.channel, messages.ts, suggestions.concern_at
  FROM posts JOIN suggestions ON suggestions.id = posts.suggestion_id JOIN parts ON parts.post_id = posts.id JOIN desks
  LEFT JOIN messages ON messages.kind = 'card' AND messages.subject = posts.suggestion_id WHERE posts.id = ?`;

/** What must hold at the very moment of a call to X: the intent is committed, her card has said so, it is in time. */
export function checkCall(world: World, { approval, post, at }: Call): void {
  const { sqlite } = world.house.database;
  const found = sqlite.prepare<[string], Found>(query).get(post);
  const fail = (what: string) => world.broken.push(`a call to X for approval ${approval}: ${what}`);
  if (!found) return void fail("its post is not in the database");
  if (found.approval_id !== approval) fail("the post is another approval's");
  if (found.post_state !== "running" || found.part_state !== "publishing")
    fail(`no committed intent (${found.post_state}, ${found.part_state})`);
  const attempted = sqlite
    .prepare<[string], number>("SELECT count(*) FROM record WHERE kind = 'attempted' AND instr(about, ?) > 0")
    .pluck()
    .get(approval);
  if (!attempted) fail("the record holds no attempt");
  if (at > found.post_at + latestMs) fail(`${at - found.post_at} ms late`);
  if (found.paused || found.frozen !== null) fail("publishing was stopped");
  if (found.concern_at !== null) fail("a concern stands that she has not seen");
  const card = found.ts === null ? null : world.slack.find(found.channel ?? "", found.ts);
  const saying = wordsFor("fr-FR").card.posting;
  const since = world.claimed.get(post) ?? Number.POSITIVE_INFINITY;
  const said = card?.shown.some((look) => look.at >= since && JSON.stringify(look.given).includes(saying));
  if (!said) fail("her card had not said «Posting…»");
}

/** What must hold for every approval: her own press, on exactly these words. */
export function checkApproval(world: World, agreed: Agreed): void {
  const fail = (what: string) => world.broken.push(`approval ${agreed.id}: ${what}`);
  const act = world.acts.get(agreed.delivery.replace(/^trigger /, ""));
  if (!act) return void fail("nobody's press is behind it");
  if (act.user !== executive || agreed.approvedBy !== executive) fail(`${act.user} pressed`);
  if (!approving.has(act.action)) fail(`«${act.action}» approves nothing`);
  if (act.seen !== agreed.text) fail(`she saw «${act.seen}», it says «${agreed.text}»`);
}

const approving = new Set([
  "approve",
  "schedule_next",
  "submit rewrite",
  "submit schedule",
  "submit own_post",
  "post_now",
]);
