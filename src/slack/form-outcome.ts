import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { SlackUserId } from "../core/ids.js";
import type { Words } from "../i18n/words.js";
import { ackInTime } from "./ack-in-time.js";
import type { BotNeeds } from "./bot-needs.js";
import { type PrivateAnswer, privately } from "./private-answer.js";
import { tellInDm } from "./tell-in-dm.js";

/** What handing a form in comes to. Where a form closes or is too late, the direct message says the rest. */
export type FormOutcome =
  /** With the words in its fields; by field, what is in the way. */
  | { readonly kind: "stays"; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "becomes"; readonly view: ModalView; readonly says: PrivateAnswer }
  | { readonly kind: "closes"; readonly says: PrivateAnswer | null };

type HandedIn = {
  readonly ack: (SlackViewMiddlewareArgs & AllMiddlewareArgs)["ack"];
  readonly user: SlackUserId;
};

/** An outcome, with what a late answer needs besides. */
export type Worked = {
  readonly outcome: FormOutcome;
  readonly words: Words;
  readonly typed: { readonly label: string; readonly text: string };
};

/**
 * Answers a form before Slack gives up on it. Later than that the form is gone: then the direct message carries the
 * answer, and gives back what was typed and not taken.
 */
export async function answerHandedIn(
  { ack, user }: HandedIn,
  work: () => Promise<Worked>,
  needs: Pick<BotNeeds, "slack" | "log">,
): Promise<void> {
  let worked: Worked | null = null;
  let late = false;
  const acknowledge = ackInTime(async () => {
    late = worked === null;
    await (worked ? respond(ack, worked.outcome) : ack());
  }, needs.log);
  worked = await work();
  await acknowledge();
  const { outcome } = worked;
  const says = late ? saidLate(worked) : outcome.kind === "closes" ? outcome.says : null;
  if (says) await tellInDm(user, says, needs);
}

async function respond(ack: HandedIn["ack"], outcome: FormOutcome): Promise<void> {
  switch (outcome.kind) {
    case "stays":
      return void (await ack({ response_action: "errors", errors: { ...outcome.errors } }));
    case "becomes":
      return void (await ack({ response_action: "update", view: outcome.view }));
    case "closes":
      return void (await ack());
    default:
      return outcome satisfies never;
  }
}

function saidLate({ outcome, words, typed }: Worked): PrivateAnswer | null {
  if (outcome.kind !== "stays") return outcome.says;
  return privately([words.suggesting.late, ...Object.values(outcome.errors)].join(" "), typed);
}
