import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { DeliveryKey, SlackUserId } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import { needDesk } from "../flows/need-desk.js";
import { suggestArticle } from "../flows/suggest-article.js";
import type { Words } from "../i18n/words.js";
import { answerView } from "./answer-form.js";
import { sayDecided } from "./blocks/say-decided.js";
import { suggestView } from "./blocks/suggest-view.js";
import { deliveryOf, type Payload } from "./delivery.js";
import { handInEdit } from "./edit-form.js";
import { answerHandedIn, type FormOutcome, type Worked } from "./form-outcome.js";
import { privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { refusedSubject } from "./refused-subject.js";
import { saySuggested } from "./say-suggested.js";
import {
  type FieldErrors,
  type HandedIn,
  linkErrors,
  readFields,
  remarksOn,
  typedIn,
  wordErrors,
} from "./suggest-fields.js";
import type { SuggestNeeds } from "./suggest-form.js";
import { type RememberedPurpose, readPurpose } from "./suggest-purpose.js";
import { whyNotMember } from "./why-not-member.js";

/** A form of a suggestion as it was handed in. */
export type Handing = {
  readonly user: SlackUserId;
  readonly words: Words;
  readonly handed: HandedIn;
  readonly delivery: DeliveryKey;
  /** The decided one that is asked about again, or the one that is edited. */
  readonly suggestion: Suggestion | null;
};

/** The form handed in: it stays with its words where something is in the way, else the direct message answers. */
export function suggestSubmitted(needs: SuggestNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const user = body.user.id as SlackUserId;
    await answerHandedIn(
      { ack, user },
      async () => {
        const words = await wordsOf(user, needs);
        const handed = readFields(view, needs);
        const typed = typedIn(handed.fields, words, handed.reason);
        const delivery = deliveryOf(body as Payload);
        const purpose = readPurpose(view.private_metadata);
        const given = { user, words, handed, delivery };
        const outcome = purpose ? await handInSafely(purpose, given, needs) : unreadable(words, typed);
        return { outcome, words, typed };
      },
      needs,
    );
  };
}

/** A form that this product did not draw: nothing is known of it, and what was typed is given back. */
function unreadable(words: Words, typed: Worked["typed"]): FormOutcome {
  const { closed } = words.answers.settledBefore;
  return { kind: "becomes", view: answerView(closed, words, typed.text), says: privately(closed, typed) };
}

async function handInSafely(
  purpose: RememberedPurpose,
  given: Omit<Handing, "suggestion">,
  needs: SuggestNeeds,
): Promise<FormOutcome> {
  const { answers: say } = given.words;
  try {
    return await handIn(purpose, given, needs);
  } catch (error) {
    needs.log("failed", { where: "suggest_form" });
    const disk = error instanceof Error && error.name === "DiskTrouble";
    return stays({ [purpose.kind === "new" ? "url" : "note"]: disk ? say.diskTrouble : say.failed });
  }
}

export function stays(errors: FieldErrors): FormOutcome {
  return { kind: "stays", errors };
}

async function handIn(
  purpose: RememberedPurpose,
  given: Omit<Handing, "suggestion">,
  needs: SuggestNeeds,
): Promise<FormOutcome> {
  const { user, words, handed } = given;
  const { store } = needs;
  const field = purpose.kind === "new" ? "url" : "note";
  const membership = await needs.members.isMember(user);
  const refusal = whyNotMember(membership, words.suggesting.teamChannel, words);
  if (refusal !== null) return stays({ [field]: refusal });
  const suggestion = purpose.kind === "new" ? null : await store.suggestion(purpose.suggestionId);
  if (purpose.kind !== "new" && !suggestion) return stays({ note: words.answers.settledBefore.closed });
  const desk = await needDesk(store);
  const { subjects } = desk;
  const offered = suggestion?.subject ? [...subjects, suggestion.subject] : subjects;
  const errors = {
    ...wordErrors(handed.fields, offered, words),
    ...(purpose.kind === "new" ? linkErrors(handed.fields, words) : {}),
    ...(purpose.kind === "insist" && handed.fields.note === ""
      ? { note: words.suggesting.fields.noReason }
      : {}),
  };
  if (Object.keys(errors).length > 0) return stays(errors);
  const asked = await refusedSubject({ ...given, purpose, suggestion, desk }, store);
  if (asked.kind === "in_the_way") return asked.outcome;
  const handing = { ...given, handed: { ...handed, fields: asked.fields }, suggestion };
  return purpose.kind === "edit" ? handInEdit(handing, needs) : suggest(handing, needs);
}

async function suggest(
  { user, words, handed, delivery, suggestion: insisted }: Handing,
  needs: SuggestNeeds,
): Promise<FormOutcome> {
  const { link, draft, reproach, ...rest } = handed.fields;
  const ask = {
    ...rest,
    by: user,
    link: insisted?.link ?? link,
    reproach: reproach === "" ? null : reproach,
    draft: draft === "" ? null : draft,
    insistsOn: insisted?.id ?? null,
    delivery,
  };
  const settled = await suggestArticle(ask, needs);
  if (settled.kind === "taken") return { kind: "closes", says: null };
  const { answer } = settled;
  const typed = { ...typedIn(handed.fields, words), draft, reproach, remarks: remarksOn(handed, words) };
  const says = await saySuggested(settled, words, typed, needs);
  const field = insisted ? "note" : "url";
  switch (answer.kind) {
    case "taken_in":
    case "seconded":
    case "seconded_before":
      return { kind: "closes", says };
    case "refused":
    case "too_many":
    case "line_full":
    case "yours_already":
      return stays({ [field]: says.text });
    case "decided_before": {
      if (insisted || !answer.mayInsist) return stays({ [field]: says.text });
      const desk = await needDesk(needs.store);
      const decided = words.suggesting.preview.decided(sayDecided(answer, desk, words));
      const purpose = { kind: "insist", suggestion: answer.suggestion, decided } as const;
      return { kind: "becomes", view: suggestView({ purpose, fields: handed.fields, desk, words }), says };
    }
    default:
      return answer satisfies never;
  }
}
