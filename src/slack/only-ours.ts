import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import type { BotNeeds } from "./bot-needs.js";

type Named = {
  readonly team_id?: string;
  readonly team?: { readonly id?: string } | null;
  readonly command?: string;
};

/**
 * Payloads of any other workspace go no further; missing counts as other. A command is let through to be answered
 * with a sentence by its handler, which checks again.
 */
export function onlyOurs({ teamId, log }: Pick<BotNeeds, "teamId" | "log">) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const body = args.body as Named;
    const from = body.team?.id ?? body.team_id;
    if (from === teamId || body.command !== undefined) return args.next();
    log("press_refused", { why: "other_workspace" });
    const { ack } = args as { ack?: () => Promise<void> };
    if (ack) await ack();
  };
}
