/** What a figure should come to. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the outcome: a ratio, or milliseconds where nothing is compared. */
export type Figure = {
  readonly value: number;
  readonly unit: "times" | "ms";
  readonly what: string;
  /** What it was made of, with the counts. */
  readonly from: string;
  readonly aim: Aim | null;
};

export function isMet({ value, aim }: Figure): boolean {
  if (aim === null) return true;
  return "atMost" in aim ? value <= aim.atMost : value >= aim.atLeast;
}

/** The figure first, so that a column of lines reads as a table. */
export function sayFigure(figure: Figure): string {
  const { value, unit, what, from, aim } = figure;
  const shown = unit === "times" ? value.toFixed(2) : `${milliseconds(value)} ms`;
  const verdict = aim && `  (aim ${sayAim(aim, unit)}: ${isMet(figure) ? "met" : "missed"})`;
  return `${shown.padStart(9)}  ${what}: ${from}${verdict ?? ""}`;
}

function sayAim(aim: Aim, unit: Figure["unit"]): string {
  const [word, value] = "atMost" in aim ? ["at most", aim.atMost] : ["at least", aim.atLeast];
  return unit === "ms" ? `${word} ${value} ms` : `${word} ${value}`;
}

/** Three digits that mean something. */
export function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
