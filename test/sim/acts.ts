import { executive, team } from "../db/builders.js";
import type { Routes } from "./routes.js";
import { bot, teamChannel } from "./slack-client.js";
import type { Standing } from "./slack-room.js";
import type { Act, FormView, OpenForm, World } from "./world.js";

export type Pressable = {
  readonly action_id: string;
  readonly value: string;
  readonly block_id: string;
  /** An option of a menu. */
  readonly chosen?: boolean;
};

/** What a press is called: a menu's choice by its own word. */
export const wordOf = ({ action_id, value, chosen }: Pressable): string =>
  chosen ? (value.split(" ")[0] ?? "") : action_id;

/** What a message looked like at some moment: as Slack shows it, or showed it. */
export type Look = Standing["shown"][number];

/** The buttons that stood on it then. */
export function buttonsOf({ blocks }: Look): Pressable[] {
  return blocks.flatMap((block) => {
    const { type, elements = [], block_id = "" } = block as Row;
    if (type !== "actions") return [];
    return elements.flatMap(({ action_id, value, options = [] }) => {
      if (action_id === undefined) return [];
      const chosen = options.map((option) => ({ action_id, value: option.value, block_id, chosen: true }));
      return value === undefined ? chosen : [{ action_id, value, block_id }];
    });
  });
}

type Row = {
  readonly type?: string;
  readonly block_id?: string;
  readonly text?: { readonly type?: string; readonly text?: string };
  readonly elements?: readonly {
    readonly action_id?: string;
    readonly value?: string;
    readonly options?: readonly { readonly value: string }[];
  }[];
};

/** The words shown as they are: on a card or in a form, the last run of sections in plain text. */
export function wordsIn(blocks: readonly object[]): string {
  let words = "";
  let running = false;
  for (const block of blocks as readonly Row[]) {
    const plain = block.type === "section" && block.text?.type === "plain_text";
    if (plain) words = (running ? words : "") + (block.text?.text ?? "");
    running = plain;
  }
  return words;
}

let count = 0;
export const freshRun = (): void => {
  count = 0;
};
const newTrigger = () => {
  count += 1;
  return `${count}.trigger`;
};

/** One person's press on a button, as it stood on the message when they looked. */
export function press(world: World, user: string, message: Standing, look: Look, button: Pressable): Act {
  const { action_id, block_id, value } = button;
  const act = beginAct(world, user, wordOf(button), value, wordsIn(look.blocks));
  const pressed = button.chosen
    ? { type: "overflow", action_id, block_id, selected_option: { value } }
    : { type: "button", action_id, block_id, value };
  const body = {
    type: "block_actions",
    ...whoAndWhere(user, act),
    channel: { id: message.channel },
    container: { type: "message", channel_id: message.channel, message_ts: message.ts },
    message: { ts: message.ts, text: look.text, blocks: look.blocks, bot_id: bot.botId, app_id: bot.appId },
    actions: [{ ...pressed, action_ts: act.trigger }],
    response_url: "https://hooks.slack.com/actions/x",
  };
  const action = pressed;
  deliver(world, act, (routes) =>
    routes.action(button.action_id, { ...answering(world, act, null), body, payload: action, action }),
  );
  return act;
}

/** A form handed in, with what was typed into it. */
export function submit(world: World, form: OpenForm, typed: Record<string, Field>, seen: string): Act {
  const { view, user } = form;
  const callback = view.callback_id ?? "";
  const act = beginAct(world, user, `submit ${callback}`, view.private_metadata ?? "", seen);
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, { value }]));
  const handed = { id: `V${form.trigger}`, hash: act.trigger, state: { values } };
  const whole = { private_metadata: "", ...view, ...handed };
  const body = { type: "view_submission", ...whoAndWhere(user, act), view: whole };
  deliver(world, act, (routes) =>
    routes.view(callback, { ...answering(world, act, form), body, payload: whole, view: whole }),
  );
  return act;
}

export type Field = { readonly value?: string; readonly selected_date_time?: number };

/** `/suggest …` typed in the team channel. */
export function command(world: World, user: string, text: string): Act {
  const act = beginAct(world, user, "/suggest", text, null);
  const body = {
    command: "/suggest",
    text,
    user_id: user,
    team_id: team,
    channel_id: teamChannel,
    trigger_id: act.trigger,
    api_app_id: bot.appId,
    response_url: "https://hooks.slack.com/commands/x",
  };
  deliver(world, act, (routes) =>
    routes.command("/suggest", { ...answering(world, act, null), body, payload: body, command: body }),
  );
  return act;
}

/** A person does this, before anybody hears of it. */
export function beginAct(
  world: World,
  user: string,
  action: string,
  value: string,
  seen: string | null,
): Act {
  const act: Act = {
    trigger: newTrigger(),
    user,
    action,
    value,
    seen,
    at: world.time.now(),
    said: [],
    ended: false,
  };
  world.acts.set(act.trigger, act);
  world.happened.presses += 1;
  world.trace(() => `${user === executive ? "she" : user}: ${action} ${value.slice(0, 24)} (${act.trigger})`);
  return act;
}

/** Presses that name no user: malformed. */
export const nobody = "";

function whoAndWhere(user: string, act: Act) {
  return {
    team: { id: team, domain: "comms" },
    ...(user === nobody ? {} : { user: { id: user, team_id: team } }),
    api_app_id: bot.appId,
    trigger_id: act.trigger,
  };
}

type Acked = { readonly response_action?: string; readonly view?: FormView; readonly text?: string };

function answering(world: World, act: Act, form: OpenForm | null) {
  const hear = (text: string) => {
    act.said.push(text);
    world.trace(() => `  told ${act.user}: ${text.slice(0, 100)}`);
  };
  return {
    ack: async (given?: Acked) => {
      if (given?.response_action === "errors") hear("errors");
      else if (given?.view) {
        hear(`form ${given.view.callback_id}`);
        // The bot's last word in a form has nothing left to hand in.
        if (form && given.view.callback_id !== "answer")
          world.forms.push({ ...form, trigger: act.trigger, view: given.view });
      } else if (given?.text) hear(given.text);
    },
    respond: async (given: Acked) => hear(given.text ?? ""),
  };
}

/** Slack hands it over when a process listens; sometimes twice. */
export function deliverTo<T>(
  world: World,
  act: Act,
  listening: () => T | null,
  send: (to: T) => Promise<void>,
): void {
  const once = () => {
    const to = world.heard ? listening() : null;
    if (to === null) return world.trace(() => `  ${act.trigger} was not delivered`);
    send(to).then(
      () => {
        act.ended = true;
      },
      (error: unknown) => world.trace(() => `  ${act.trigger} failed: ${String(error)}`),
    );
  };
  once();
  if (world.twice(act)) world.time.later(world.dice.pick([0, 3, 400, 5_000, 90_000]), once);
}

const deliver = (world: World, act: Act, send: (routes: Routes) => Promise<void>) =>
  deliverTo(world, act, () => world.life?.routes() ?? null, send);
