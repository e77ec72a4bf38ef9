import type { Reporter, TestModule } from "vitest/node";

/** Closes the run with one plain line, «Tests: 12 passed, 0 failed, 1 skipped», and names what was skipped. */
export function countReporter(): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const module of modules) {
        const failedBefore = counts.failed;
        for (const test of module.children.allTests()) {
          const { state } = test.result();
          if (state !== "pending") counts[state] += 1;
          if (state === "skipped") process.stdout.write(`skipped: ${test.fullName}\n`);
        }
        // A file that fails without a failed test, in its imports or in what it sets up, is a failure too.
        if (module.state() === "failed" && counts.failed === failedBefore) counts.failed += 1;
      }
      process.stdout.write(
        `Tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
      );
    },
  };
}
