import { executive, nadia } from "../db/builders.js";
import { buttonsOf, command, type Look, type Pressable, press, submit, wordOf, wordsIn } from "./acts.js";
import { teamChannel } from "./slack-client.js";
import { dmOf, nowShown, type Standing } from "./slack-room.js";
import type { OpenForm, World } from "./world.js";

export const olga = "U0OLGA";
export const stranger = "U0STRANGER";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const weekMs = 7 * 24 * 60 * minuteMs;

/** How often she does what stands before her; what is not named here she leaves alone. */
const taste: Readonly<Record<string, number>> = {
  approve: 12,
  rewrite: 5,
  schedule: 3,
  decline: 3,
  cancel: 2,
  it_appeared: 6,
  it_did_not: 6,
  look_again: 3,
  reason_not_now: 2,
  add_reason: 1,
  take_back: 3,
  undo: 3,
  resume: 6,
  concern_seen: 8,
  still_want_it: 3,
  schedule_next: 3,
  post_now: 2,
  reschedule: 2,
  drop_link: 1,
  snooze: 2,
  corporate: 1,
  pause: 1,
};

/** What the team does while a run lasts: suggestions, now and then from somebody who may not. */
export function teamActs(world: World, until: number): void {
  const { dice, time } = world;
  const suggestions = dice.between(1, 4);
  for (let number = 1; number <= suggestions; number++) {
    const by = dice.chance(0.06) ? stranger : dice.pick([nadia, nadia, olga]);
    const wait = number === 1 ? dice.between(1, 20) * secondMs : dice.below(Math.max(1, until - time.now()));
    time.later(wait, () => suggest(world, by, number));
  }
}

export function suggest(world: World, by: string, number: number): void {
  const { dice } = world;
  const link = `https://journal.example/article-${number}`;
  if (dice.chance(0.4)) {
    command(world, by, `${link} ${dice.pick(["", "worth it", "a < b & c"])}`.trim());
    return;
  }
  const draft = `${dice.pick(drafts)} ${number}`;
  const view = { callback_id: "suggest", blocks: [] };
  const form: OpenForm = { user: by, trigger: "", view };
  submit(world, form, { url: { value: link }, note: { value: "" }, draft: { value: draft } }, draft);
}

/** Over weeks, colleagues look at what became of theirs, and want some of what expired again. */
export function teamWantsAgain(world: World, until: number): void {
  const { dice, time, slack } = world;
  for (let at = time.now() + weekMs; at < until; at += dice.between(4, 40) * 60 * minuteMs) {
    time.later(at - time.now(), () => {
      const by = dice.pick([nadia, olga]);
      const expired = slack.in(dmOf(by)).flatMap((message) => {
        const look = nowShown(message);
        const button = buttonsOf(look).find(({ action_id }) => action_id === "still_want_it");
        return button ? [{ message, look, button }] : [];
      });
      if (expired.length === 0 || dice.chance(0.6)) return;
      const { message, look, button } = dice.pick(expired);
      press(world, by, message, look, button);
    });
  }
}

const drafts = [
  "Worth a read.",
  "Ce que j’en retiens: 1 < 2 & 3",
  "Deux  espaces et https://a.example/b?c=1&d=2",
];

/** Enough for everything that can happen to a few cards; the rest of a long run she has other things to do. */
const mostLooks = 60;

/** She looks into her direct message now and then, and does one thing there. */
export function sheLooks(world: World, until: number): void {
  const { dice, time } = world;
  let left = mostLooks;
  const look = () => {
    if (time.now() > until || left === 0) return;
    left -= 1;
    doOneThing(world);
    const busy = hasSomethingToDo(world);
    const gap = dice.pick(busy ? [2, 5, 11, 40, 180] : [20, 120, 600, 3_600]) * secondMs;
    time.later(gap + dice.below(2_000), look);
  };
  time.later(dice.between(5, 60) * secondMs, look);
}

function hasSomethingToDo(world: World): boolean {
  return world.forms.length > 0 || choices(world, false).some(({ button }) => pressing.has(button.action_id));
}

const pressing: ReadonlySet<string> = new Set(["approve", "cancel", "it_appeared", "resume", "concern_seen"]);

/** Colleagues second, raise and withdraw concerns, and take back what they suggested, now and then. */
export function colleaguesPress(world: World, until: number): void {
  const { dice, time } = world;
  let left = dice.pick([0, 0, 1, 2, 4]);
  const look = () => {
    if (time.now() > until || left === 0) return;
    left -= 1;
    const who = dice.pick([nadia, olga, olga, stranger]);
    const place = dice.chance(0.2) ? dmOf(nadia) : teamChannel;
    const all = world.slack.in(place).flatMap((message) =>
      buttonsOf(nowShown(message))
        .filter(({ action_id }) => colleagues.has(action_id))
        .map((button) => ({ message, look: nowShown(message), button })),
    );
    if (all.length > 0) {
      const { message, look: seen, button } = dice.pick(all);
      press(world, place === teamChannel ? who : nadia, message, seen, button);
    }
    time.later(dice.pick([3, 20, 200, 1_500]) * secondMs + dice.below(2_000), look);
  };
  time.later(dice.between(5, 120) * secondMs, look);
}

const colleagues: ReadonlySet<string> = new Set(["second", "concern", "withdraw"]);

function doOneThing(world: World): void {
  const { dice, forms } = world;
  const [form] = forms;
  if (form && dice.chance(0.8)) {
    forms.shift();
    if (dice.chance(0.85)) fillIn(world, form);
    return;
  }
  const all = choices(world, dice.chance(0.1));
  if (all.length === 0) return;
  const weighed = all.flatMap((choice) => Array<Choice>(taste[wordOf(choice.button)] ?? 0).fill(choice));
  if (weighed.length === 0) return;
  const { message, look, button } = dice.pick(weighed);
  // Somebody else in a forged payload, with everything else as it stands on her card.
  const user = dice.chance(0.04) ? dice.pick([nadia, stranger]) : executive;
  if (user === executive && !truthful(world, message, button.action_id)) return;
  press(world, user, message, look, button);
}

type Choice = { readonly message: Standing; readonly look: Look; readonly button: Pressable };

/** @param stale of a card as it stood before, as on a telephone that was asleep */
function choices(world: World, stale: boolean): Choice[] {
  return world.slack.in(dmOf(executive)).flatMap((message) => {
    const look = stale ? world.dice.pick(message.shown) : nowShown(message);
    return buttonsOf(look).map((button) => ({ message, look, button }));
  });
}

/** She answers «Did it appear?» by what she sees on X. */
export function truthful(world: World, message: Standing, action: string): boolean {
  if (action !== "it_appeared" && action !== "it_did_not") return true;
  return (action === "it_appeared") === standsOnX(world, wordsIn(nowShown(message).blocks));
}

function standsOnX({ x, calls, approvals, time }: World, words: string): boolean {
  const asked = calls.filter(({ approval }) => approvals.get(approval)?.text === words).at(-1);
  return x.effects.some(({ approval, at }) => approval === asked?.approval && at <= time.now());
}

function fillIn(world: World, form: OpenForm): void {
  const { dice, time } = world;
  const shown = wordsIn(form.view.blocks);
  const fields = new Set(
    (form.view.blocks as readonly { block_id?: string }[]).map(({ block_id }) => block_id),
  );
  if (fields.has("text")) {
    const text = `${dice.pick(["Mes mots", "Ma version & la leur", ":tada: bravo"])} ${world.acts.size}`;
    submit(world, form, { text: { value: text } }, text);
  } else if (fields.has("when")) {
    const wait = dice.pick([30 * secondMs, 5 * minuteMs, 2 * 60 * minuteMs, 20 * 60 * minuteMs]);
    const selected_date_time = Math.floor((time.now() + world.skew + wait) / 1000);
    submit(world, form, { when: { selected_date_time } }, shown);
  } else if (fields.has("reason")) submit(world, form, { reason: { value: "Pas maintenant." } }, shown);
  else submit(world, form, {}, shown);
}

/** When all faults have ceased she answers every question that still stands before her. */
export function sheAnswers(world: World): void {
  for (const { message, look, button } of choices(world, false)) {
    const asked = button.action_id === "it_appeared" || button.action_id === "it_did_not";
    if (asked && truthful(world, message, button.action_id)) press(world, executive, message, look, button);
    if (button.action_id === "resume" || button.action_id === "concern_seen")
      press(world, executive, message, look, button);
  }
}
