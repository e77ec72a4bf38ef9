/** A threat of trust.md §4 («T2»), or a rule of DESIGN that never bends («rule 2»). */
export type Promised = `T${number}` | `rule ${number}`;

/** One defence of the product, and how it is taken away. */
export type Defence = {
  /** What it says, in plain words; unique, and what `--only` takes. */
  readonly name: string;
  readonly serves: readonly [Promised, ...Promised[]];
  /** The file it stands in, from the root of the repository. */
  readonly file: string;
  /** Its words in that file: there once, and no more. */
  readonly snippet: string;
  /** What stands there without it: the code still runs. */
  readonly instead: string;
  readonly held: Held;
  /** The defence that stands behind this one: alone nothing shows, both taken away must. */
  readonly coveredBy?: string;
};

/** The tests that must fail without it. */
export type Held = {
  /** From the root of the repository. */
  readonly by: readonly [string, ...string[]];
  /** A pattern over the whole names of tests, as vitest's `-t` takes it. */
  readonly named: string;
};

/** The text of a file without this defence. Throws, naming the defence, unless its words stand there exactly once. */
export function without({ name, file, snippet, instead }: Defence, text: string): string {
  const times = text.split(snippet).length - 1;
  if (times !== 1) throw new Error(`«${name}»: its words stand ${times} times in ${file}, not once`);
  return text.replace(snippet, () => instead);
}
