import { en } from "../../../src/i18n/en.js";
import { fr } from "../../../src/i18n/fr.js";
import { COMMS, NADIA, TOM } from "../../story/people.js";
import { privateAnswers, said } from "../../story/read-screen.js";
import type { House } from "../../story/start-house.js";
import type { Dice } from "./dice.js";
import type { CardStory } from "./evidence.js";
import type { CardBook } from "./follow-cards.js";
import type { CardPresses } from "./press-cards.js";

/** The people of the house, each doing something now and then. */
export type BusyPeople = {
  /** Everybody does what comes to mind; nobody waits for an answer. */
  act(): void;
  /** She alone, and only what settles things: answers when asked, stops what would go out much later. */
  settle(): void;
  /** Articles whose suggestion was acknowledged. */
  readonly suggested: readonly string[];
  /** What an act met that no person could cause. */
  readonly stumbles: readonly string[];
};

/** How many cards and suggestions on their way to her the team finds enough. */
const mostBeforeHer = 8;
/** X's profile page may be behind by this much. */
const pageLagMs = 4_000;

export function keepPeopleBusy(house: House, book: CardBook, presses: CardPresses, dice: Dice): BusyPeople {
  const suggested: string[] = [];
  const stumbles: string[] = [];
  const typing = new Set<string>();
  /** What she has done something about, at least once: she seldom does so again while it looks the same. */
  const doneWith = new Map<CardStory, number>();
  let named = 0;

  const begin = (act: Promise<unknown>): void => {
    act.catch((error: unknown) => stumbles.push(error instanceof Error ? error.message : String(error)));
  };

  /** One command at a time and person; only what the answer says is taken in has to be seen later. */
  async function suggest(): Promise<void> {
    const user = dice.pick([NADIA, TOM]);
    if (typing.has(user)) return;
    typing.add(user);
    named += 1;
    const name = `a${named}`;
    const text = `${house.link(name)}${dice.chance(0.3) ? ` it is about number ${named}` : ""}`;
    const { slackError } = await house.hands.command({ user, channel: COMMS, command: "/suggest", text });
    const answer = privateAnswers(house, user, COMMS).at(-1);
    const takenIn = user === NADIA ? fr.answers.takenIn : en.answers.takenIn;
    if (slackError === null && answer && said(answer).includes(takenIn)) suggested.push(name);
    typing.delete(user);
  }

  function onOffered(story: CardStory): Promise<unknown>[] {
    const old = story.faces.find(({ value }) => value !== null && value !== book.faceOf(story).value);
    const does = dice.weighed({
      approve: 60,
      approve_twice: 10,
      rewrite: 12,
      schedule: 10,
      decline: 6,
      as_team: 8,
      old: old ? 30 : 0,
    });
    switch (does) {
      case "approve":
        return [presses.approve(story)];
      case "approve_twice":
        return [presses.approve(story), presses.approve(story)];
      case "rewrite":
        return [presses.rewrite(story, `My own words on ${story.name}, take ${story.presses.length + 1}.`)];
      case "schedule":
        return [presses.schedule(story, dice.chance(0.8) ? dice.between(1, 12) : dice.between(20, 80))];
      case "decline":
        return [presses.press(story, "decline")];
      case "as_team":
        return [presses.pressAsTeam(story)];
      case "old":
        return [presses.pressOld(story, old?.value ?? "")];
      default:
        return does satisfies never;
    }
  }

  /** What her profile on X shows her, which may be a little behind. */
  function appears(text: string): boolean {
    const before = dice.chance(0.15) ? Date.now() - pageLagMs : Number.POSITIVE_INFINITY;
    return house.x.posts.some((post) => post.text === text && post.createdAt <= before);
  }

  function onFace(story: CardStory): void {
    if (dice.chance(doneWith.get(story) === story.faces.length ? 0.95 : 0.25)) return;
    doneWith.set(story, story.faces.length);
    const { kind, text } = book.faceOf(story);
    if (kind === "offered") for (const act of onOffered(story)) begin(act);
    if (kind === "waiting" && dice.chance(0.15)) begin(presses.press(story, "cancel"));
    if (kind === "waiting" && dice.chance(0.1)) begin(presses.postNow(story));
    if (kind === "declined" && dice.chance(0.1)) begin(presses.press(story, "take_back"));
    if (kind !== "asking" || dice.chance(0.3)) return;
    if (dice.chance(0.2)) begin(presses.press(story, "look_again"));
    else begin(presses.answer(story, appears(text)));
  }

  return {
    suggested,
    stumbles,
    act() {
      const open = book.stories.filter((story) => book.faceOf(story).kind === "offered").length;
      const unseen = named - book.stories.length;
      for (let more = mostBeforeHer - open - unseen; more > 0; more -= 4) begin(suggest());
      for (const story of book.stories) onFace(story);
    },
    settle() {
      if (!presses.idle()) return;
      for (const story of book.stories) {
        const { kind, text } = book.faceOf(story);
        if (kind === "waiting" && dice.chance(0.02)) begin(presses.press(story, "cancel"));
        if (kind !== "asking") continue;
        begin(
          presses.answer(
            story,
            house.x.posts.some((post) => post.text === text),
          ),
        );
      }
    },
  };
}
