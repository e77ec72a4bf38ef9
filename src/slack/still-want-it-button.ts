import { readSuggestionKey } from "../core/card-key.js";
import type { Suggestion } from "../core/suggestion.js";
import { needDesk } from "../flows/need-desk.js";
import { type WantAgainPress, wantAgain } from "../flows/want-again.js";
import type { Words } from "../i18n/words.js";
import { mention } from "./blocks/mrkdwn.js";
import { sayDecided } from "./blocks/say-decided.js";
import { whenSeenLine } from "./blocks/when-seen-line.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { offItsMessage } from "./off-its-card.js";
import { onPress, type Press, unreadable } from "./on-press.js";
import { presentState } from "./present-state.js";

/** «I still want it» on the suggester's own message of what expired, «See it after all» in her weekly one. */
export function stillWantItButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const id = readSuggestionKey(action.value);
    const suggestion = id && (await needs.store.suggestion(id));
    if (!suggestion) return unreadable(words);
    const on = await messagePressed(body, suggestion, needs);
    const off = await offItsMessage(body, expected(on, suggestion), needs);
    const say = words.expiry;
    const notTheirs = on === "suggester" ? say.notTheirs : say.notHers;
    if (off !== null) return { not_hers: notTheirs, too_soon: say.tooSoon, stale: say.stale }[off];
    const press = { presser: presserOf(body), delivery: deliveryOf(body), suggestionId: suggestion.id, on };
    const settled = await wantAgain(press, needs);
    const state = () =>
      on === "suggester"
        ? stateForTeam(suggestion.id, words, needs)
        : presentState(suggestion.id, words, needs.store);
    if (settled.kind === "taken") return state();
    const { answer } = settled;
    switch (answer.kind) {
      case "in_line": {
        const { homeZone } = await needDesk(needs.store);
        // Nothing is left to be read first.
        const when = answer.seen.kind === "now" ? say.seenSoon : whenSeenLine(answer.seen, homeZone, words);
        return `${say.wanted} ${when}`;
      }
      case "shown":
        return null;
      case "suggested_anew": {
        const what = await stateForTeam(answer.newer.id, words, needs);
        return say.suggestedAnew(mention(answer.newer.suggestedBy), what);
      }
      case "settled_before":
        return state();
      case "not_theirs":
        return notTheirs;
      default:
        return answer satisfies never;
    }
  });
}

/** Which of the two messages the button stood on; by whom it offers it to where neither is recorded there (yet). */
async function messagePressed(
  body: Press["body"],
  { id, suggestedBy, offeredWeek }: Suggestion,
  { store }: Pick<BotNeeds, "store">,
): Promise<WantAgainPress["on"]> {
  if (offeredWeek === null) return "suggester";
  const { channel, ts } = placeOf(body);
  const there = await store.messageAt(channel, ts);
  if (there) return there.kind === "suggester" && there.subject === id ? "suggester" : "her_summary";
  return presserOf(body).userId === suggestedBy ? "suggester" : "her_summary";
}

function expected(on: WantAgainPress["on"], { id, suggestedBy, offeredWeek }: Suggestion) {
  return on === "suggester"
    ? ({ kind: "suggester", subject: id, to: suggestedBy } as const)
    : ({ kind: "her_summary", subject: offeredWeek ?? "", about: id } as const);
}

/** What is so now, as anybody of the team may hear it. */
async function stateForTeam(
  id: Suggestion["id"],
  words: Words,
  { store }: Pick<BotNeeds, "store">,
): Promise<string> {
  const suggestion = await store.suggestion(id);
  const closed = words.answers.settledBefore.closed;
  if (!suggestion) return closed;
  switch (suggestion.state) {
    case "expired":
      return words.expiry.expired;
    case "reading":
    case "waiting":
      return words.expiry.inLine;
    case "shown":
      return words.answers.beforeHerNow;
    case "approved":
    case "declined":
    case "handed_over":
      return sayDecided({ suggestion, latest: await store.latestPost(id) }, await needDesk(store), words);
    case "rejected":
    case "merged":
    case "withdrawn":
      return closed;
    default:
      return suggestion.state satisfies never;
  }
}
