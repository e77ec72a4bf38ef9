import { type SealKey, sealKey } from "../core/approval.js";
import { environment } from "../environment.js";
import { expectations } from "../expectations.js";
import type { Asking } from "../x/ask-x.js";

export type AuditSettings = {
  readonly databasePath: string;
  readonly ring: readonly SealKey[];
  /** Null: the timeline was not asked for. */
  readonly x: Omit<Asking, "deadlineMs"> | null;
};

export type SettingsRead =
  | { readonly kind: "settings"; readonly settings: AuditSettings }
  | { readonly kind: "complaints"; readonly complaints: readonly string[] };

const always = environment.pick({ DATABASE_PATH: true, FIRSTHAND_KEY: true });
const forX = environment
  .pick({
    X_API_KEY: true,
    X_API_KEY_SECRET: true,
    X_ACCESS_TOKEN: true,
    X_ACCESS_TOKEN_SECRET: true,
    X_API_URL: true,
  })
  .required({ X_ACCESS_TOKEN: true, X_ACCESS_TOKEN_SECRET: true });

/** What the audit needs of the bot's environment, or a sentence for each variable that is not right. */
export function readSettings(env: NodeJS.ProcessEnv, timeline: boolean): SettingsRead {
  const given = Object.fromEntries(
    Object.keys({ ...always.shape, ...forX.shape }).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const base = always.safeParse(given);
  const x = timeline ? forX.safeParse(given) : null;
  const issues = [...(base.error?.issues ?? []), ...(x?.error?.issues ?? [])];
  if (!base.success || issues.length > 0) {
    const names = new Set(issues.map((issue) => String(issue.path[0])));
    return { kind: "complaints", complaints: [...names].map((name) => complain(name, name in given)) };
  }
  const keys = x?.data;
  return {
    kind: "settings",
    settings: {
      databasePath: base.data.DATABASE_PATH,
      ring: base.data.FIRSTHAND_KEY.map(sealKey),
      x: keys
        ? {
            apiKey: keys.X_API_KEY,
            apiKeySecret: keys.X_API_KEY_SECRET,
            accessToken: keys.X_ACCESS_TOKEN,
            accessTokenSecret: keys.X_ACCESS_TOKEN_SECRET,
            apiUrl: keys.X_API_URL ?? null,
          }
        : null,
    },
  };
}

function complain(name: string, isGiven: boolean): string {
  const expected =
    name in expectations ? expectations[name as keyof typeof expectations].expected : "a value";
  return `${name} is ${isGiven ? "malformed" : "missing"}: expected ${expected}, as the bot has it.`;
}
