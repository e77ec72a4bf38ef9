import { randomBytes } from "node:crypto";
import type { Secrets } from "../../src/sandbox/stage/bot-environment.js";
import { X_ACCOUNT } from "./people.js";

const MARK = "CANARY";

/** Secrets that can be found again wherever they leak to: each carries the mark. */
export function canarySecrets(): Secrets {
  const marked = (): string => `${MARK}${randomBytes(16).toString("hex")}`;
  return {
    botToken: `xoxb-${marked()}`,
    appToken: `xapp-1-${marked()}`,
    signingSecret: marked(),
    apiKey: marked(),
    apiKeySecret: marked(),
    accessToken: `${X_ACCOUNT.id}-${marked()}`,
    accessTokenSecret: marked(),
  };
}

/** Whether anything secret stands in this text: the mark itself, or one of these values. */
export function holdsCanary(text: string, values: readonly string[]): boolean {
  return text.includes(MARK) || values.some((value) => text.includes(value));
}
