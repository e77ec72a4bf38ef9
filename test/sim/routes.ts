import type { App } from "@slack/bolt";
import type { BotNeeds } from "../../src/slack/bot-needs.js";
import { register } from "../../src/slack/register.js";

type Handler = (args: object) => Promise<void>;
type Middleware = (args: object) => Promise<void>;

/** The bot's real routes, without Bolt's wire: what arrives is handed to the handler that asked for it. */
export type Routes = {
  action(actionId: string, args: object): Promise<void>;
  view(callbackId: string, args: object): Promise<void>;
  command(name: string, args: object): Promise<void>;
  /** Every button that has a handler. */
  readonly actions: ReadonlySet<string>;
};

/** Collects what `register` asks for, as Bolt would, and lets each delivery through the same middleware. */
export function openRoutes(needs: BotNeeds): Routes {
  const before: Middleware[] = [];
  const actions = new Map<string, Handler>();
  const views = new Map<string, Handler>();
  const commands = new Map<string, Handler>();
  const app = {
    use: (middleware: Middleware) => void before.push(middleware),
    command: (name: string, handler: Handler) => void commands.set(name, handler),
    shortcut: () => undefined,
    view: (id: string, handler: Handler) => void views.set(id, handler),
    action(constraint: string | { action_id?: string }, handler: Handler) {
      const id = typeof constraint === "string" ? constraint : constraint.action_id;
      if (id !== undefined) actions.set(id, handler);
    },
    event: () => undefined,
    error: () => undefined,
  };
  register(app as unknown as App, needs);

  async function through(handler: Handler | undefined, args: object): Promise<void> {
    if (!handler) return;
    const from = async (place: number): Promise<void> => {
      const middleware = before[place];
      return middleware ? middleware({ ...args, next: () => from(place + 1) }) : handler(args);
    };
    return from(0);
  }

  return {
    action: (id, args) => through(actions.get(id), args),
    view: (id, args) => through(views.get(id), args),
    command: (name, args) => through(commands.get(name), args),
    actions: new Set(actions.keys()),
  };
}
