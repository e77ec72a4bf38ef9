import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { DeliveryKey, SlackUserId } from "../core/ids.js";
import { restoreText } from "../core/restore-text.js";
import { textProblem } from "../core/text-problem.js";
import { weigh } from "../core/text-weight.js";
import { type ApproveAnswer, approve } from "../flows/approve.js";
import type { Settled } from "../flows/commit-decision.js";
import { needDesk } from "../flows/need-desk.js";
import { longestOwnWords, ownWords } from "../flows/own-words.js";
import type { Words } from "../i18n/words.js";
import { answerView } from "./answer-form.js";
import { approveRefusal } from "./approve-refusal.js";
import { writing } from "./blocks/own-post-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormOrigin, readOrigin } from "./card-form.js";
import { messageStands } from "./card-stands.js";
import { confirmView } from "./confirm-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldText } from "./field-text.js";
import { answerHandedIn, type FormOutcome } from "./form-outcome.js";
import { formOnce, formSeen } from "./form-seen.js";
import { presentState } from "./present-state.js";
import { privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { textProblemLine } from "./text-problem-line.js";

type Submit = SlackViewMiddlewareArgs & AllMiddlewareArgs;
type Handing = { readonly body: Payload; readonly view: Submit["view"]; readonly words: Words };

/** «Approve and post» under words of her own: her approval of exactly what stood there, once it stands on her card. */
export function ownPostSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: Submit): Promise<void> => {
    const user = body.user.id as SlackUserId;
    await answerHandedIn(
      { ack, user },
      async () => {
        const words = await wordsOf(user, needs);
        const { text } = restoreText(fieldText(view, "text"), needs.emojiNames());
        const typed = { label: words.answers.youTyped, text };
        const outcome = await handIn({ body: body as Payload, view, words }, needs).catch(
          (error: unknown) => {
            needs.log("failed", { where: "own_post_form" });
            const disk = error instanceof Error && error.name === "DiskTrouble";
            return wrong(disk ? words.answers.diskTrouble : words.answers.failed);
          },
        );
        return { outcome, words, typed };
      },
      needs,
    );
  };
}

const wrong = (error: string): FormOutcome => ({ kind: "stays", errors: { text: error } });

async function handIn(handing: Handing, needs: BotNeeds): Promise<FormOutcome> {
  const { body, view, words } = handing;
  const { private_metadata: remembered } = view;
  const written = "text" in view.state.values;
  const exact = readOrigin(remembered, "exact");
  if (exact && !written) return approveExact(handing, exact, needs);
  if (remembered !== writing || !written) return sentence(words.answers.settledBefore.closed, words);
  const restored = restoreText(fieldText(view, "text"), needs.emojiNames());
  const { text } = restored;
  const unknown = restored.unknown.map((name) => `:${name}:`).join(" ");
  if (unknown !== "") return wrong(words.own.unknownEmoji(unknown));
  const problem = textProblem(text);
  if (problem) return wrong(textProblemLine(problem, weigh(text).documented, words));
  const once = view.id ? formOnce(view.id) : null;
  const presser = presserOf(body);
  const settled = await ownWords({ presser, text, delivery: deliveryOf(body), once }, needs);
  if (settled.kind === "taken") return { kind: "closes", says: null };
  const { answer } = settled;
  switch (answer.kind) {
    case "not_hers":
      return sentence(words.own.onlyHer, words, text);
    case "empty":
      return wrong(words.answers.textProblem.empty);
    case "too_long":
      return wrong(words.own.tooLong(longestOwnWords));
    case "on_card": {
      const onCard = { key: answer.key, text, restored: restored.changed };
      return approveOnCard(handing, onCard, needs).catch(() => waitsOnCard(words));
    }
    default:
      return answer satisfies never;
  }
}

type OnCard = Pick<FormOrigin, "key"> & { readonly text: string; readonly restored: boolean };

/** Her press counts on the recorded card alone: the words are sent there first, and wait there where Slack is slow. */
async function approveOnCard(
  { body, view, words }: Handing,
  { key, text, restored }: OnCard,
  needs: BotNeeds,
): Promise<FormOutcome> {
  await messageStands("card", key.suggestionId, needs);
  const message = await needs.store.message("card", key.suggestionId);
  if (!message?.channel || !message.ts || message.wanted > message.shown) return waitsOnCard(words);
  const origin = { key, card: { channel: message.channel, ts: message.ts } };
  if (restored) return lookOnceMore("confirm", origin, text, words, needs);
  const delivery = `${deliveryOf(body)} approve` as DeliveryKey;
  const seen = await formSeen(view, origin, needs);
  const press = { presser: presserOf(body), delivery, ...origin };
  const settled = await approve({ ...press, act: "own_post", seen, ownText: null, postAt: null }, needs);
  return outcomeOf(settled, origin, words, needs);
}

/** The second press: on the wording kept, by its digest. */
async function approveExact(
  { body, view, words }: Handing,
  origin: FormOrigin,
  needs: BotNeeds,
): Promise<FormOutcome> {
  const seen = await formSeen(view, origin, needs);
  const press = { presser: presserOf(body), delivery: deliveryOf(body), ...origin };
  const settled = await approve({ ...press, act: "own_post", seen, ownText: null, postAt: null }, needs);
  return outcomeOf(settled, origin, words, needs);
}

async function outcomeOf(
  settled: Settled<ApproveAnswer>,
  origin: FormOrigin,
  words: Words,
  needs: BotNeeds,
): Promise<FormOutcome> {
  if (settled.kind === "taken") return { kind: "closes", says: null };
  const { answer } = settled;
  if (answer.kind === "approved") return { kind: "closes", says: null };
  if (answer.kind === "not_hers") return sentence(words.own.onlyHer, words);
  if (answer.kind === "altered_card")
    return lookOnceMore("altered", origin, answer.revision.text, words, needs);
  const why = approveRefusal(settled, words);
  if (why !== null) return sentence(words.own.notPosted(why), words);
  if (answer.kind === "stale_card") return sentence(words.answers.staleCard, words);
  return sentence(await presentState(origin.key.suggestionId, words, needs.store), words);
}

/** «Not posted yet: X will get exactly this», whose press comes back here. */
async function lookOnceMore(
  why: "confirm" | "altered",
  origin: FormOrigin,
  text: string,
  words: Words,
  { store, holdMs }: BotNeeds,
): Promise<FormOutcome> {
  const { account, homeZone: home } = await needDesk(store);
  const exact = { origin, text, handle: account?.handle ?? "", holdMs, zones: { home, here: home } };
  const view = confirmView(why, exact, words);
  const says = privately(words.own.notPostedYet);
  return { kind: "becomes", view: { ...view, callback_id: "own_post" }, says };
}

function waitsOnCard(words: Words): FormOutcome {
  return { kind: "closes", says: privately(words.own.notPostedYet) };
}

/** The form becomes one sentence; what was typed and not kept is given back. */
function sentence(text: string, words: Words, typed = ""): FormOutcome {
  const given = typed === "" ? undefined : { label: words.answers.youTyped, text: typed };
  return { kind: "becomes", view: answerView(text, words, typed), says: privately(text, given) };
}
