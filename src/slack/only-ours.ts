import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import type { BotNeeds } from "./bot-needs.js";

type Named = {
  readonly team_id?: string;
  readonly team?: { readonly id?: string } | null;
  readonly api_app_id?: string | null;
  readonly view?: { readonly app_id?: string | null };
  readonly command?: string;
  readonly type?: string;
};

/**
 * Payloads of another app or another workspace go no further; missing counts as other, but for shortcuts' app. A command from another
 * workspace is let through to be answered with a sentence by its handler, which checks again.
 */
export function onlyOurs({ teamId, appId, log }: Pick<BotNeeds, "teamId" | "appId" | "log">) {
  // Where Slack did not say which app this is, the first payload does: Slack hands this app its own alone.
  let ourApp = appId;
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const body = args.body as Named;
    const from = body.team?.id ?? body.team_id;
    const named = appNamed(body);
    ourApp ??= named;
    const ours = (named !== null && named === ourApp) || namesNoApp(body);
    if (ours && (from === teamId || body.command !== undefined)) return args.next();
    log("press_refused", { why: ours ? "other_workspace" : "other_app" });
    const { ack } = args as { ack?: () => Promise<void> };
    if (ack) await ack();
  };
}

/** Slack leaves the app out of shortcuts: the door they came by is this app's own, and they only open a form. */
function namesNoApp({ type, api_app_id: app }: Named): boolean {
  return (type === "shortcut" || type === "message_action") && app === undefined;
}

/** The app that a payload names; none where its form was opened by another one. */
function appNamed({ api_app_id: app, view }: Named): string | null {
  return (view?.app_id ?? app) === app ? app || null : null;
}
