import type { Copy } from "./copy-of-repository.js";
import type { Defence } from "./defence.js";
import { runTests, type TestRun } from "./run-tests.js";

/** What its tests said of a defence taken away. */
export type Trial = {
  readonly defence: Defence;
  readonly verdict:
    | {
        readonly kind: "caught";
        readonly failed: number;
        /** Failed by an assertion of its own; else another part of the product threw. */
        readonly asserted: boolean;
      }
    | { readonly kind: "not_caught"; readonly why: string };
};

/** Takes it away (and what covers it, too) and runs the tests that hold it. */
export async function tryDefence(
  defence: Defence,
  cover: Defence | null,
  { folder, withoutThem }: Copy,
): Promise<Trial> {
  if (cover) {
    const alone = await withoutThem([cover], () => runTests(folder, defence.held));
    const why = unlessPassed(alone);
    // Where the cover alone is missed, nothing is said about the one it covers.
    if (why)
      return { defence, verdict: { kind: "not_caught", why: `fails without its cover alone: ${why}` } };
  }
  const away = cover ? [defence, cover] : [defence];
  return { defence, verdict: judge(await withoutThem(away, () => runTests(folder, defence.held))) };
}

function unlessPassed({ ran, broken }: TestRun): string | null {
  const failed = ran.find(({ said }) => said.length > 0);
  return broken[0] ?? (failed ? firstLine(failed.said[0]) : ran.length === 0 ? "no test ran" : null);
}

// These say that the code without the defence is no code, or that something hung: nothing about the defence.
const noProof =
  /^(SyntaxError|ReferenceError|TypeError)\b|Cannot find (module|package)|Failed to (load|resolve)|timed out in \d+/;

/** Caught: the tests were loaded and ran, and one failed by what it expects or by what the product threw. */
export function judge({ ran, broken }: TestRun): Trial["verdict"] {
  if (broken[0] !== undefined) return { kind: "not_caught", why: `could not be loaded: ${broken[0]}` };
  if (ran.length === 0) return { kind: "not_caught", why: "no test ran" };
  const failed = ran.filter(({ said }) => said.length > 0);
  if (failed.length === 0) return { kind: "not_caught", why: `all ${ran.length} tests pass without it` };
  const proofs = failed.flatMap(({ said }) => said).filter((words) => !noProof.test(words));
  if (proofs.length === 0) return { kind: "not_caught", why: firstLine(failed[0]?.said[0]) };
  return {
    kind: "caught",
    failed: failed.length,
    asserted: proofs.some((words) => words.startsWith("AssertionError")),
  };
}

function firstLine(words = ""): string {
  return (words.split("\n")[0] ?? "").slice(0, 200);
}
