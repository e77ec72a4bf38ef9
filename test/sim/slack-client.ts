import type { KnownBlock } from "@slack/types";
import { ErrorCode, type WebClient } from "@slack/web-api";
import type { MessageId, SlackChannelId } from "../../src/core/ids.js";
import type { SlackClock } from "../../src/slack/slack-clock.js";
import { aDesk, executive, team } from "../db/builders.js";
import { type Fault, type Step, slowMs } from "./faults.js";
import { stepOfMessage } from "./guarded-store.js";
import type { Life } from "./life.js";
import { dmOf, nowShown, type Standing } from "./slack-room.js";
import { botNow, breaksAt, type FormView, type World } from "./world.js";

export const bot = { botId: "B0BOT", botUserId: "U0BOT", appId: "A0APP" };

type Sent = {
  readonly channel: string;
  readonly ts?: string;
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_payload: { readonly id?: unknown } };
};

const locales: Readonly<Record<string, string>> = { [executive]: "fr-FR" };

/** Slack's client in one process's hands: what it asks takes its time, and may break on the way. */
export function slackClient(world: World, life: Life, told: () => void): WebClient {
  const { slack, time } = world;
  const call = <T>(method: string, step: Step, effect: () => T, uncertain?: (late: boolean) => void) =>
    ask({ world, life, method, step, effect, uncertain, told });
  const look = <T>(method: string, effect: () => T) => call(method, "other", effect);

  async function stepOf(id: string | null): Promise<Step> {
    const row = id === null ? null : await messageWithId(world, id);
    return row ? stepOfMessage(row, world.house.store) : "other";
  }

  const client = {
    api: { test: () => look("api.test", () => ({ ok: true })) },
    auth: {
      test: () =>
        look("auth.test", () => ({ ok: true, team_id: team, bot_id: bot.botId, user_id: bot.botUserId })),
    },
    bots: {
      info: () => look("bots.info", () => ({ ok: true, bot: { id: bot.botId, app_id: bot.appId } })),
    },
    users: {
      info: ({ user }: { user: string }) =>
        look("users.info", () => ({
          ok: true,
          user: { id: user, team_id: team, locale: locales[user] ?? "en-GB", tz: "Europe/Paris" },
        })),
    },
    conversations: {
      open: ({ users }: { users: string }) =>
        look("conversations.open", () => ({ ok: true, channel: { id: dmOf(users) } })),
      members: () =>
        look("conversations.members", () => ({ ok: true, members: world.settings.members, has_more: false })),
      history: (range: Range) =>
        look("conversations.history", () => listed(slack.in(range.channel), range, null)),
      replies: (range: Range & { ts: string }) =>
        look("conversations.replies", () => listed(slack.in(range.channel), range, range.ts)),
    },
    chat: {
      async postMessage({ channel, text, blocks = [], thread_ts, metadata }: Sent) {
        const id = typeof metadata?.event_payload.id === "string" ? metadata.event_payload.id : null;
        const step = await stepOf(id);
        world.happened.sends += 1;
        return call(
          "chat.postMessage",
          step,
          () => {
            const standing = slack.post(channel, { text, blocks, metadata, id, thread: thread_ts ?? null });
            if (id !== null) world.unrecorded.set(standing.ts, id);
            return answer(standing);
          },
          (late) => id !== null && world.uncertain.push({ message: id, late }),
        );
      },
      async update({ channel, ts = "", text, blocks = [], metadata }: Sent) {
        const step = await stepOf(slack.find(channel, ts)?.id ?? null);
        world.happened.sends += 1;
        const before = slack.find(channel, ts)?.shown.length;
        return call("chat.update", step, () => {
          const standing = slack.find(channel, ts);
          if (!standing) throw platform("message_not_found");
          // Slack takes the updates of one message in the order they came: a late one never undoes a newer one.
          const overtaken = standing.shown.length !== before;
          if (!overtaken) slack.update(standing, { text, blocks, metadata });
          return answer(standing);
        });
      },
      postEphemeral: () => look("chat.postEphemeral", () => ({ ok: true, message_ts: `${time.now()}` })),
    },
    views: {
      open: ({ trigger_id, view }: { trigger_id: string; view: FormView }) =>
        look("views.open", () => {
          const act = world.acts.get(trigger_id);
          if (!act) throw platform("invalid_trigger_id");
          if (time.now() - act.at > 3_000) throw platform("expired_trigger_id");
          world.forms.push({ user: act.user, trigger: trigger_id, view });
          return { ok: true, view: { id: `V${trigger_id}` } };
        }),
      publish: () => look("views.publish", () => ({ ok: true })),
    },
  };
  return client as unknown as WebClient;
}

async function messageWithId(world: World, id: string) {
  const at = world.house.database.sqlite
    .prepare<[string], { kind: never; subject: string }>("SELECT kind, subject FROM messages WHERE id = ?")
    .get(id as MessageId);
  return at ? world.house.store.message(at.kind, at.subject) : null;
}

function answer(standing: Standing) {
  const { channel, ts } = standing;
  const { text, blocks } = nowShown(standing);
  const message = { type: "message", ts, text, blocks, bot_id: bot.botId, app_id: bot.appId };
  return { ok: true, channel, ts, message };
}

type Range = {
  readonly channel: string;
  readonly oldest?: string;
  readonly latest?: string;
  readonly limit?: number;
};

function listed(
  messages: readonly Standing[],
  { oldest = "0", latest = "9999999999", limit = 100 }: Range,
  thread: string | null,
) {
  const found = messages
    .filter((message) => message.thread === thread || (thread !== null && message.ts === thread))
    .filter(({ ts }) => ts >= oldest && ts <= latest)
    .slice(-limit)
    .reverse()
    .map((message) => ({
      ...answer(message).message,
      user: bot.botUserId,
      metadata: nowShown(message).metadata,
    }));
  return { ok: true, messages: found, has_more: false };
}

type Asked<T> = {
  readonly world: World;
  readonly life: Life;
  readonly method: string;
  readonly step: Step;
  readonly effect: () => T;
  readonly uncertain?: ((late: boolean) => void) | undefined;
  /** An answer came, and with it Slack's time. */
  readonly told: () => void;
};

async function ask<T>({ world, life, method, step, effect, uncertain, told }: Asked<T>): Promise<T> {
  const { dice, time } = world;
  await life.wait(dice.between(5, 120));
  const fault = breaksAt(world, { at: "slack", step, call: method });
  const done = (late = false) => {
    effect();
    uncertain?.(late);
  };
  if (fault === "k2") return life.crash();
  if (fault === "k3") {
    done();
    return life.crash();
  }
  if (fault === "t1" || fault === "5xx_done") done();
  if (fault === "bad_done") done(true);
  if (fault === "t2") {
    time.later(10_000 + dice.between(500, 40_000), () => {
      world.trace(() => `  late effect of ${method}`);
      try {
        done(true);
      } catch (error) {
        world.trace(() => `  Slack refuses it by then: ${String(error)}`);
      }
    });
  }
  if (fault === "slow") await life.wait(slowMs);
  else if (fault) {
    await life.wait(fault.startsWith("t") ? 10_000 : dice.between(5, 150));
    throw failure(fault, dice.between(1, 60));
  }
  const result = effect();
  world.trace(() => `  slack ${method}${step === "other" ? "" : ` (${step})`}`);
  await life.wait(dice.between(5, 150));
  told();
  return result;
}

/** Slack's time as the process last heard it. */
export function slackClock(world: World): SlackClock & { told(): void } {
  let ahead: number | null = null;
  let heard: number | null = null;
  return {
    aheadMs: () => ahead,
    heardAt: () => heard,
    fetch,
    told() {
      ahead = Math.abs(world.skew) < 1_000 ? 0 : world.skew;
      heard = botNow(world);
    },
  };
}

function failure(fault: Fault, retryAfter: number): Error {
  switch (fault) {
    case "t0":
    case "t1":
    case "t2":
      return Object.assign(new Error("no answer"), { code: ErrorCode.RequestError });
    case "429":
      return Object.assign(new Error("wait"), { code: ErrorCode.RateLimitedError, retryAfter });
    case "5xx":
    case "5xx_done":
      return Object.assign(new Error("503"), { code: ErrorCode.HTTPError, statusCode: 503 });
    case "auth":
      return platform("token_revoked");
    default:
      // What the library makes of a 200 whose body is no JSON: the body is the error's name.
      return platform("<html><body>Bad gateway</body></html>");
  }
}

function platform(error: string): Error {
  return Object.assign(new Error(error), { code: ErrorCode.PlatformError, data: { ok: false, error } });
}

export const teamChannel: string = aDesk().channelId;
export const companyChannel = "C0COMPANY" as SlackChannelId;
