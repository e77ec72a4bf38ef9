import { defineConfig } from "vitest/config";
import { countReporter } from "./test/count-reporter.js";
import { SlowestFirst } from "./test/slowest-first.js";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The simulator and the fault matrix run among the proofs: vitest.prove.config.ts.
    exclude: ["test/sim/**"],
    // The far ends of the wire are real local servers; a test that needs longer than this has hung.
    testTimeout: 30_000,
    // Most of a test here is waiting for a socket or a process: one worker more than the cores of a small machine.
    maxWorkers: 3,
    // Files share their worker: reading the same libraries anew for each of them was a third of the run.
    isolate: false,
    hookTimeout: 60_000,
    sequence: { sequencer: SlowestFirst },
    reporters: ["default", countReporter()],
  },
});
