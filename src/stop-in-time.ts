import { exitCodes } from "./exit-codes.js";
import type { Log } from "./flows/ports.js";

/** A post in flight has 15 seconds at X; Slack's last messages a few more. */
const longestStopMs = 25_000;

/** Stops in order on SIGTERM and SIGINT, and ends the process for its supervisor when something of ours broke. */
export function stopInTime({ log, stop }: { readonly log: Log; readonly stop: () => Promise<void> }): void {
  let stopping = false;
  const end = (code: number) => {
    if (stopping) return;
    stopping = true;
    log("stopping", { code });
    setTimeout(() => process.exit(code || exitCodes.fault), longestStopMs).unref();
    stop()
      .then(() => log("stopped", { code }))
      .then(
        () => process.exit(code),
        () => process.exit(exitCodes.fault),
      );
  };
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  for (const fault of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(fault, (error: unknown) => {
      log("failed", { where: fault, error: error instanceof Error ? error.name : "unknown" });
      end(exitCodes.fault);
    });
  }
}
