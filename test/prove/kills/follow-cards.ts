import type { SeenMessage } from "../../../src/sandbox/slack/hands.js";
import { CAMILLE } from "../../story/people.js";
import { conversation } from "../../story/read-screen.js";
import type { House } from "../../story/start-house.js";
import type { CardStory, Face } from "./evidence.js";
import { readFace } from "./read-face.js";

/** Every card she was ever shown, with every face of it, noted the moment Slack shows it. */
export type CardBook = {
  readonly stories: readonly CardStory[];
  /** When she was answered privately. */
  readonly answeredAt: readonly number[];
  readonly channel: string;
  faceOf(story: CardStory): Face;
  /** Calls back after every new face; returns how to stop. */
  watch(onFace: (story: CardStory, face: Face) => void): () => void;
  close(): void;
};

/** Which article a card is about: every link of the newsstand ends in its name. */
const named = /[/]edition-([a-z0-9-]+)/;

export function followCards(house: House): CardBook {
  const { hands } = house.slack;
  const stories = new Map<string, CardStory>();
  const drawn = new Map<string, string>();
  const answers = new Set<string>();
  const answeredAt: number[] = [];
  const watchers = new Set<(story: CardStory, face: Face) => void>();

  const note = (message: SeenMessage): void => {
    const drawing = JSON.stringify(message.blocks);
    const name = drawing.match(named)?.[1];
    if (name === undefined || drawn.get(message.ts) === drawing) return;
    drawn.set(message.ts, drawing);
    const story = stories.get(name) ?? { name, faces: [], presses: [], words: [] };
    stories.set(name, story);
    const face = readFace(message, Date.now());
    // Where a lost answer left two cards, the later one is the card.
    if ((story.faces.at(-1)?.ts ?? "") > face.ts) return;
    story.faces.push(face);
    for (const watcher of [...watchers]) watcher(story, face);
  };
  const look = (): void => {
    for (const message of conversation(house, CAMILLE, "dm").messages) {
      if (message.ephemeral) {
        if (!answers.has(message.ts)) answeredAt.push(Date.now());
        answers.add(message.ts);
      } else if (message.threadTs === null) note(message);
    }
  };
  const stop = hands.watch(look);
  return {
    get stories() {
      return [...stories.values()];
    },
    answeredAt,
    channel: conversation(house, CAMILLE, "dm").id,
    faceOf(story) {
      const face = story.faces.at(-1);
      if (!face) throw new Error(`nobody has seen a card about ${story.name}`);
      return face;
    },
    watch(onFace) {
      watchers.add(onFace);
      return () => watchers.delete(onFace);
    },
    close: stop,
  };
}
