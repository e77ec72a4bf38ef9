/** Times of a day as somebody lists them: «8:00, 12h30, 17:30». Minutes from midnight, the earliest first, doubles once. */
export type ReadTimes =
  | { readonly kind: "times"; readonly times: readonly number[] }
  | { readonly kind: "not_a_time"; readonly word: string }
  | { readonly kind: "too_many" };

/** More than these are no habit. */
export const mostTimes = 12;

export function readTimes(typed: string): ReadTimes {
  const times = new Set<number>();
  for (const word of typed.split(/[\s,;]+/).filter((each) => each !== "")) {
    const time = readTime(word);
    if (time === null) return { kind: "not_a_time", word };
    times.add(time);
  }
  if (times.size > mostTimes) return { kind: "too_many" };
  return { kind: "times", times: [...times].sort((one, other) => one - other) };
}

/** «8», «8h», «8:30», «08h30»: minutes from midnight, or null. */
export function readTime(word: string): number | null {
  const [, hour, minute = "0"] = /^(\d{1,2})(?:[:h.](\d{2})|h)?$/i.exec(word) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}

/** «08:30» */
export function writeTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
