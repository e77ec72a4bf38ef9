import { type Logger, LogLevel } from "@slack/bolt";

/** The libraries tell of every fault the tests make on purpose; nobody needs to read it. */
export const quietLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
