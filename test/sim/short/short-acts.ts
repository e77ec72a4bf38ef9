import type { NoticeId, SlackChannelId, SlackTs, SlackUserId, SuggestionId } from "../../../src/core/ids.js";
import { afterDeclining } from "../../../src/flows/after-declining.js";
import { cancel } from "../../../src/flows/cancel.js";
import { decline } from "../../../src/flows/decline.js";
import { dropLink } from "../../../src/flows/drop-link.js";
import { resume } from "../../../src/flows/resume.js";
import { answerUnknown } from "../../../src/flows/settle-unknown.js";
import { snooze } from "../../../src/flows/snooze.js";
import { plainAsk, suggestArticle } from "../../../src/flows/suggest-article.js";
import { undo } from "../../../src/flows/take-down.js";
import { wantAgain } from "../../../src/flows/want-again.js";
import { executive, nadia } from "../../db/builders.js";
import { beginAct } from "../acts.js";
import { stranger } from "../people-acting.js";
import { dmOf, nowShown, type Standing } from "../slack-room.js";
import { type Approving, approveIt, digestSeen, soon } from "./approve-it.js";
import { by, deliver } from "./deliver-act.js";
import { type Drawn, drawnOn, type ShortWorld } from "./short-world.js";

type Pressed = { readonly standing: Standing; readonly drawn: Drawn };
type Button =
  | Approving["act"]
  | "reschedule"
  | "snooze"
  | "drop_link"
  | "decline"
  | "cancel"
  | "take_back"
  | "undo"
  | Says;
type Says = "it_appeared" | "it_did_not" | "look_again";

/** What stands on her card by what it says, and how often she presses it. */
const buttons: Readonly<Partial<Record<Drawn["says"], readonly Button[]>>> = {
  undecided: [
    "approve",
    "approve",
    "approve",
    "rewrite",
    "schedule",
    "schedule_next",
    "snooze",
    "drop_link",
    "decline",
  ],
  scheduled: ["cancel", "reschedule", "post_now"],
  asking: ["it_appeared", "it_did_not", "look_again"],
  posted: ["undo"],
  declined: ["take_back"],
};
/** Of what she could take back she lets most be. */
const seldom: ReadonlySet<Button> = new Set([
  "cancel",
  "reschedule",
  "post_now",
  "snooze",
  "undo",
  "decline",
]);

/** She does one thing to one of her cards, as it stands there or as it stood. */
export function sheDoesOneThing(short: ShortWorld): void {
  const { world } = short;
  const { dice, slack } = world;
  const cards = slack.in(dmOf(executive)).filter((standing) => drawnOn(nowShown(standing)).says !== "other");
  if (cards.length === 0) return;
  const standing = dice.pick(cards);
  const drawn = drawnOn(dice.chance(0.1) ? dice.pick(standing.shown) : nowShown(standing));
  const offered = buttons[drawn.says];
  if (!offered) return;
  const button = dice.pick(offered);
  if (seldom.has(button) && dice.chance(0.6)) return;
  // Somebody else in a forged payload, with everything else as it stands on her card.
  const user = dice.chance(0.05) ? dice.pick([nadia, stranger]) : executive;
  press(short, { standing, drawn }, button, user);
}

/** Every question that stands before her she answers by what she sees on X; a standstill she ends. */
export function sheAnswersAll(short: ShortWorld): void {
  const { world } = short;
  for (const standing of world.slack.in(dmOf(executive))) {
    const drawn = drawnOn(nowShown(standing));
    if (drawn.says === "asking") press(short, { standing, drawn }, truth(short, drawn), executive);
  }
  sheResumes(short);
}

/** «Resume» stands in the notice of the standstill, where there is one. */
export function sheResumes(short: ShortWorld): void {
  const open =
    "SELECT id FROM notices WHERE ended_at IS NULL AND (about LIKE '%old_database%' OR about LIKE '%paused%') ORDER BY rowid DESC";
  for (const notice of short.house.database.sqlite.prepare<[], NoticeId>(open).pluck().all())
    resumeBy(short, notice);
}

function resumeBy(short: ShortWorld, notice: NoticeId): void {
  const act = beginAct(short.world, executive, "resume", notice, null);
  deliver(short, act, async (flows) => void (await resume({ ...by(act), notice }, flows)));
}

/** «I still want it» stands in the suggester's message of what expired. */
export function suggesterWantsAgain(short: ShortWorld): void {
  const any = "SELECT id FROM suggestions WHERE state = 'expired' ORDER BY rowid LIMIT 1";
  const suggestionId = short.house.database.sqlite.prepare<[], SuggestionId>(any).pluck().get();
  if (suggestionId === undefined) return;
  const act = beginAct(short.world, nadia, "still_want_it", suggestionId, null);
  deliver(short, act, async (flows) => {
    await wantAgain({ ...by(act), suggestionId, on: "suggester" }, flows);
  });
}

export function somebodySuggests(short: ShortWorld, number: number): void {
  const { world } = short;
  const link = `https://journal.example/new-${number}`;
  const act = beginAct(world, nadia, "submit suggest", link, null);
  const ask = { ...plainAsk, by: nadia, link, note: "", draft: `New ${number}.`, delivery: by(act).delivery };
  deliver(short, act, async (flows) => {
    const settled = await suggestArticle(ask, flows);
    act.said.push(settled.kind === "settled" ? settled.answer.kind : settled.kind);
  });
}

function truth({ world }: ShortWorld, { words }: Drawn): Says {
  const { calls, approvals, x, time } = world;
  const asked = calls.filter(({ approval }) => approvals.get(approval)?.text === words).at(-1);
  const stands = x.effects.some(({ approval, at }) => approval === asked?.approval && at <= time.now());
  return stands ? "it_appeared" : "it_did_not";
}

const minuteMs = 60_000;

function press(
  short: ShortWorld,
  { standing, drawn }: Pressed,
  button: Button,
  user: SlackUserId | string,
): void {
  const { world } = short;
  const { dice } = world;
  const { post, suggestion, key } = drawn;
  const card = { channel: standing.channel as SlackChannelId, ts: standing.ts as SlackTs };
  const pressing = (action: string, seen: string | null) =>
    beginAct(world, user, action, drawn.message, seen);
  switch (button) {
    case "approve":
    case "schedule_next":
    case "post_now": {
      const act = pressing(button, drawn.words);
      // The time on the button; now and then it has passed when she presses.
      const postAt = button === "schedule_next" ? soon(short, [-minuteMs, 40_000, 5 * minuteMs]) : null;
      const instead = button === "post_now" ? post : null;
      if (key && (button !== "post_now" || post))
        approveIt(short, act, { act: button, card, key, digest: digestSeen(short), postAt, instead });
      return;
    }
    case "rewrite": {
      const own = `Mes mots ${world.acts.size}`;
      const postAt = dice.chance(0.2) ? soon(short, [minuteMs, 20 * minuteMs]) : null;
      if (key)
        approveIt(short, pressing("submit rewrite", own), { act: button, card, key, ownText: own, postAt });
      return;
    }
    case "schedule":
    case "reschedule": {
      const postAt = soon(short, [minuteMs, 5 * minuteMs, 90 * minuteMs]);
      const act = pressing("submit schedule", drawn.words);
      const instead = button === "reschedule" ? post : null;
      if (key && (button === "schedule" || post))
        approveIt(short, act, { act: "schedule", card, key, postAt, instead });
      return;
    }
    case "decline": {
      const act = pressing("decline", null);
      if (key) deliver(short, act, async (flows) => void (await decline({ ...by(act), card, key }, flows)));
      return;
    }
    case "drop_link": {
      const act = pressing("drop_link", null);
      if (key) deliver(short, act, async (flows) => void (await dropLink({ ...by(act), card, key }, flows)));
      return;
    }
    case "snooze": {
      const act = pressing("snooze", null);
      if (key)
        deliver(short, act, async (flows) => {
          await snooze({ ...by(act), card, key, on: "undecided", until: "tonight" }, flows);
        });
      return;
    }
    case "take_back": {
      const act = pressing("take_back", null);
      const does = { kind: "take_back" } as const;
      if (suggestion)
        deliver(short, act, async (flows) => {
          await afterDeclining({ ...by(act), suggestionId: suggestion, does }, flows);
        });
      return;
    }
    case "cancel":
    case "undo": {
      const act = pressing(button, null);
      const flow = button === "cancel" ? cancel : undo;
      if (post) deliver(short, act, async (flows) => void (await flow({ ...by(act), postId: post }, flows)));
      return;
    }
    case "it_appeared":
    case "it_did_not":
    case "look_again": {
      const says = button === "look_again" ? button : truth(short, drawn);
      const act = pressing(says, null);
      if (post)
        deliver(
          short,
          act,
          async (flows) => void (await answerUnknown({ ...by(act), postId: post, says }, flows)),
        );
      return;
    }
    default:
      button satisfies never;
  }
}
