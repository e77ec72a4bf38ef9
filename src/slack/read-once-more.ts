import type { KnownBlock } from "@slack/types";
import type { ApproveAnswer } from "../flows/approve.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import type { FormOrigin } from "./card-form.js";
import { confirmView } from "./confirm-form.js";
import { type Payload, presserOf } from "./delivery.js";
import { openForm } from "./open-form.js";
import { shownToHer, unreadConcerns } from "./unread-concerns.js";
import { whereSheIs } from "./where-she-is.js";

type Asking = Extract<ApproveAnswer, { kind: "altered_card" | "concern" }>;

/**
 * The exact words in a form, for a second press: the card did not come back as it was drawn, or a colleague raised a
 * concern that she reads there first. Where Slack does not open it, the reason in words.
 */
export async function readOnceMore(
  body: Payload & { readonly trigger_id: string },
  { kind, revision, suggestion }: Asking,
  origin: FormOrigin,
  words: Words,
  needs: BotNeeds,
): Promise<string | null> {
  if (kind === "altered_card") return opened("altered", [], words.answers.alteredCard);
  const concerns = await unreadConcerns(suggestion, words, needs);
  const told = await opened("concern", concerns.blocks, words.team.readFirst);
  if (told === null) await shownToHer(presserOf(body), suggestion, concerns.ids, needs);
  return told;

  async function opened(why: "altered" | "concern", before: readonly KnownBlock[], reason: string) {
    const desk = await needDesk(needs.store);
    const zones = await whereSheIs(desk, needs);
    const exact = {
      origin,
      text: revision.text,
      handle: desk.account?.handle ?? "",
      holdMs: needs.holdMs,
      zones,
    };
    const view = confirmView(why, exact, words, before);
    return (await openForm(body.trigger_id, view, needs)) ? null : `${reason} ${words.answers.pressAgain}`;
  }
}
