/** What a supervisor can tell from how the process ended (sysexits.h). */
export const exitCodes = {
  /** The environment is wrong: starting again will not help. */
  config: 78,
  /** Slack or the disk cannot be had right now, or another Firsthand runs here: try again later. */
  temporary: 75,
  /** A fault of ours: start again. */
  fault: 70,
} as const;
