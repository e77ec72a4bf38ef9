import type { Interrupted } from "./autopsy.js";
import type { CardStory, Evidence } from "./evidence.js";
import type { Verdict } from "./judge.js";
import type { HouseReport } from "./play-house.js";

type Tally = Readonly<Record<string, number>>;

export type Figures = {
  readonly houses: number;
  readonly kills: number;
  readonly restarts: number;
  readonly approved: number;
  readonly posted: number;
  readonly asked: number;
  readonly twice: number;
  readonly unapproved: number;
  readonly lost: number;
  readonly toldWrong: number;
  readonly unwitnessed: number;
  readonly late: number;
  readonly refused: number;
  readonly refusedUntold: number;
  readonly presses: number;
  readonly creates: number;
  readonly endedByItself: number;
  readonly misses: number;
  readonly recordLines: number;
  readonly complaints: readonly string[];
  readonly interrupted: Tally;
  readonly troubles: Tally;
};

export const noFigures: Figures = {
  houses: 0,
  kills: 0,
  restarts: 0,
  approved: 0,
  posted: 0,
  asked: 0,
  twice: 0,
  unapproved: 0,
  lost: 0,
  toldWrong: 0,
  unwitnessed: 0,
  late: 0,
  refused: 0,
  refusedUntold: 0,
  presses: 0,
  creates: 0,
  endedByItself: 0,
  misses: 0,
  recordLines: 0,
  complaints: [],
  interrupted: {},
  troubles: {},
};

export function addHouse(sum: Figures, report: HouseReport, verdict: Verdict): Figures {
  const { evidence } = report;
  return {
    houses: sum.houses + 1,
    kills: sum.kills + report.kills,
    restarts: sum.restarts + report.restarts,
    approved: sum.approved + verdict.approved,
    posted: sum.posted + verdict.posted,
    asked: sum.asked + verdict.asked,
    twice: sum.twice + verdict.twice.length,
    unapproved: sum.unapproved + verdict.unapproved.length,
    lost: sum.lost + verdict.lost.length,
    toldWrong: sum.toldWrong + verdict.toldWrong.length,
    unwitnessed: sum.unwitnessed + verdict.unwitnessed.length,
    late: sum.late + verdict.lateAfterHerWord,
    refused: sum.refused + verdict.refused,
    refusedUntold: sum.refusedUntold + verdict.refusedUntold,
    presses: sum.presses + evidence.stories.reduce((all, { presses }) => all + presses.length, 0),
    creates: sum.creates + evidence.creates.length,
    endedByItself: sum.endedByItself + report.endedByItself,
    misses: sum.misses + report.misses,
    recordLines: sum.recordLines + report.recordLines,
    complaints: [...sum.complaints, ...report.complaints],
    interrupted: tallied(sum.interrupted, countEach(report.interrupted)),
    troubles: tallied(sum.troubles, report.troubles),
  };
}

function countEach(stages: readonly Interrupted[]): Tally {
  return stages.reduce<Tally>((sum, stage) => tallied(sum, { [stage]: 1 }), {});
}

function tallied(one: Tally, other: Tally): Tally {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

/** What must be nothing for the proof to hold. */
export function stands(verdict: Verdict): boolean {
  const { twice, unapproved, lost, toldWrong, unwitnessed } = verdict;
  return [twice, unapproved, lost, toldWrong, unwitnessed].every((found) => found.length === 0);
}

/** The one line that says whether the promise held. */
export function sayOutcome(figures: Figures, seed: number): string {
  const { kills, approved, posted, asked, twice, unapproved, lost } = figures;
  return `kills ${kills} · approved ${approved} · posted ${posted} · asked ${asked} · twice ${twice} · unapproved ${unapproved} · lost untold ${lost} · seed ${seed}`;
}

export function sayFigures(figures: Figures, seed: number, ms: number): string {
  const { interrupted } = figures;
  const between = Object.values(interrupted).reduce((sum, count) => sum + count, 0);
  return [
    sayOutcome(figures, seed),
    `told wrong ${figures.toldWrong} · sent unwitnessed ${figures.unwitnessed} · late after her word ${figures.late} (X's doing) · cards whose last press was refused ${figures.refused}, killed before it was said ${figures.refusedUntold}`,
    `presses ${figures.presses} · requests to X ${figures.creates} · restarts ${figures.restarts} in ${figures.houses} houses · ended by itself to be started again ${figures.endedByItself} · late answers and spent triggers in Slack ${figures.misses}`,
    `killed between intent and outcome ${between}: ${list(interrupted)}`,
    `troubles met: ${list(figures.troubles)}`,
    `integrity_check ok after every kill, the record whole in ${figures.recordLines} lines, unless listed here:`,
    ...(figures.complaints.length > 0 ? figures.complaints : ["nothing"]),
    `${Math.round(ms / 1000)} s`,
  ].join("\n");
}

function list(tally: Tally): string {
  return Object.entries(tally)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

/** Everything known about the articles in question, in the order in which it happened. */
export function sayStories({ evidence, complaints }: HouseReport, verdict: Verdict): string {
  const { twice, lost, toldWrong, unapproved, unwitnessed } = verdict;
  const found = { twice, unapproved, lost, toldWrong, unwitnessed };
  const names = new Set([...twice, ...lost, ...toldWrong]);
  const texts = new Set([...unapproved, ...unwitnessed]);
  const inQuestion = evidence.stories.filter(
    ({ name, faces, presses }) =>
      names.has(name) || [...faces, ...presses].some(({ text }) => texts.has(text)),
  );
  return [JSON.stringify(found), ...complaints, ...inQuestion.map((story) => sayStory(story, evidence))].join(
    "\n",
  );
}

function sayStory(story: CardStory, { creates, posts }: Evidence): string {
  const texts = [...story.faces, ...story.presses].map(({ text }) => text);
  const lines: [at: number, line: string][] = [
    ...story.faces.map((face): [number, string] => [face.at, `card ${JSON.stringify(face)}`]),
    ...story.presses.map((press): [number, string] => [press.at, `she presses ${JSON.stringify(press)}`]),
    ...story.words.map((word): [number, string] => [word.at, `she says ${JSON.stringify(word)}`]),
    ...creates
      .filter(({ text }) => texts.includes(text))
      .map((create): [number, string] => [create.at, `X is asked ${JSON.stringify(create)}`]),
    ...posts
      .filter(({ text }) => texts.includes(text))
      .map((post): [number, string] => [post.at, `X shows ${JSON.stringify(post)}`]),
  ];
  const inOrder = lines.sort(([one], [other]) => one - other);
  return [`${story.name}:`, ...inOrder.map(([at, line]) => `  ${new Date(at).toISOString()} ${line}`)].join(
    "\n",
  );
}
