import type { Logger, LogLevel } from "@slack/bolt";
import { type DestinationStream, pino } from "pino";
import type { Log, LogEvent } from "./flows/ports.js";

const troubles: ReadonlySet<LogEvent> = new Set([
  "post_unknown",
  "message_failed",
  "seal_broken",
  "slack_failed",
  "slack_silent",
  "x_failed",
  "failed",
]);

const secretNames = /token|secret|password|authorization|cookie|credential|api_?key|signature/i;

/** Shapes of secrets, wherever they stand: the last resort behind fields that never hold any. */
const secretShapes: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/gi, "[slack token]"],
  [/\bxapp-[\w-]+/gi, "[slack token]"],
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, "[authorization]"],
  [/\bOAuth\s+oauth_[^\n]*/gi, "[authorization]"],
  [/\boauth_\w+\s*[=:]\s*"?[^\s"&,]+"?/gi, "[authorization]"],
  [/([?&](?:ticket|token|sig|code)=)[^&\s"]+/gi, "$1[secret]"],
  [/((?:token|secret|key|password)\w*["']?\s*(?:[:=]|is|was)?\s*["']?)[\w+/~.-]{20,}={0,2}/gi, "$1[secret]"],
];

/** JSON lines: `{level, time, event, …fields}`. Fields named like a secret are blanked, the rest is scrubbed. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return (event, fields = {}) => {
    const safe = Object.entries(fields).map(([name, value]) => [name, safeValue(name, value)] as const);
    logger[troubles.has(event) ? "warn" : "info"]({ event, ...Object.fromEntries(safe) });
  };
}

function safeValue<V>(name: string, value: V): V | string {
  if (secretNames.test(name)) return "[secret]";
  return typeof value === "string" ? scrub(value) : value;
}

/** Takes everything shaped like a secret out of a text, and cuts it to 300 characters. */
function scrub(text: string): string {
  return secretShapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text).slice(0, 300);
}

/**
 * What Bolt and Slack's clients write to. Their debug and info lines carry payloads and are dropped; a warning or an
 * error becomes one short sentence, cut before anything that looks like a payload.
 */
export function slackLogger(log: Log): Logger {
  const tell =
    (severity: "warn" | "error") =>
    (...said: readonly unknown[]) =>
      log("slack_failed", { severity, said: sentence(said) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: tell("warn"),
    error: tell("error"),
    setLevel: () => undefined,
    getLevel: () => "warn" as LogLevel,
    setName: () => undefined,
  };
}

function sentence(said: readonly unknown[]): string {
  const words = said.map((part) =>
    part instanceof Error ? part.message : typeof part === "string" ? part : "",
  );
  const [first = ""] = words
    .join(" ")
    .trim()
    .split(/[\n{[]/);
  return scrub(first).slice(0, 200);
}
