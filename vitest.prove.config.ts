import { defineConfig } from "vitest/config";
import { countReporter } from "./test/count-reporter.js";

/** The fault matrix and the simulator's own tests: part of `npm run prove:ci`, beside the two-minute suite. */
export default defineConfig({
  test: {
    include: ["test/sim/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", countReporter()],
  },
});
