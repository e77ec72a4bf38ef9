import { randomBytes } from "node:crypto";
import type { Secrets } from "../../src/sandbox/stage/bot-environment.js";
import { X_ACCOUNT } from "./people.js";

const MARK = "CANARY";

const marked = (): string => `${MARK}${randomBytes(16).toString("hex")}`;

/** Secrets that can be found again wherever they leak to: each carries the mark. */
export function canarySecrets(): Secrets {
  return {
    botToken: `xoxb-${marked()}`,
    appToken: `xapp-1-${marked()}`,
    signingSecret: marked(),
    apiKey: marked(),
    apiKeySecret: marked(),
    ...canaryTokens(X_ACCOUNT.id),
  };
}

/** An account's own tokens at X. */
export function canaryTokens(accountId: string): { accessToken: string; accessTokenSecret: string } {
  return { accessToken: `${accountId}-${marked()}`, accessTokenSecret: marked() };
}

/** Whether anything secret stands in this text: the mark itself, or one of these values in any spelling. */
export function holdsCanary(text: string, values: readonly string[]): boolean {
  return text.includes(MARK) || values.some((value) => spellings(value).some((each) => text.includes(each)));
}

const KEY = /^[\w+/]{43}=$/;

/** As it is and as it is handed on: in a link, in hex, in base64; of a key, its bytes too. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  const key = KEY.test(value) ? Buffer.from(value, "base64") : null;
  const spelled = [value, encodeURIComponent(value), bytes.toString("hex"), ...inBase64(bytes)];
  return key
    ? [...spelled, value.slice(0, -1), key.toString("latin1"), ...inHex(key), ...inBase64(key)]
    : spelled;
}

const inHex = (bytes: Buffer): string[] => [bytes.toString("hex"), bytes.toString("hex").toUpperCase()];

/** Base64 packs three bytes at a time: what stands before decides on one of three spellings of all but the ends. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const inside = whole.slice(before === 0 ? 0 : before + 1, -4);
    return [inside, inside.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
