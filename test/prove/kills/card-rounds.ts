import type { CardStory, Face, Press } from "./evidence.js";

/** From one offer of a card to the next: the presses that fell into it can be one approval at most. */
export type Round = {
  readonly faces: readonly Face[];
  readonly presses: readonly Press[];
  /** What the card showed when it was offered again; null: this was the last round. */
  readonly back: Face | null;
};

const approved: readonly Face["kind"][] = ["waiting", "posting", "looking", "asking", "posted"];

export function cardRounds({ faces, presses }: CardStory): Round[] {
  const begins = faces.flatMap(({ kind }, at) =>
    at === 0 || (kind === "offered" && faces[at - 1]?.kind !== "offered") ? [at] : [],
  );
  return begins.map((from, number) => {
    const to = begins[number + 1] ?? faces.length;
    return {
      faces: faces.slice(from, to),
      presses: presses.filter(({ face }) => face >= from && face < to),
      back: faces[to] ?? null,
    };
  });
}

/** The card itself said that her press counted. */
export function wasApproved({ faces }: Round): boolean {
  return faces.some(({ kind }) => approved.includes(kind));
}

export function wasAsked({ faces }: Round): boolean {
  return faces.some(({ kind }) => kind === "asking");
}
