import type { KnownBlock, ModalView } from "@slack/types";
import { offeredTimes } from "../core/offered-times.js";
import { carriesLink } from "../core/without-link.js";
import { habitsOf } from "../flows/offered-slot.js";
import type { Words } from "../i18n/words.js";
import { section, verbatim } from "./blocks/block-parts.js";
import { draftLines, form, mostInField, plain, textInput } from "./blocks/form-parts.js";
import { timeFields } from "./blocks/time-fields.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormFacts, opensForm, writeOrigin } from "./card-form.js";

export function rewriteButton(needs: BotNeeds) {
  return opensForm(needs, async (facts) => {
    const left = await needs.store.unfinished(facts.suggestion.id);
    if (!left) return rewriteView(facts, facts.revision.text, needs);
    return rewriteView(facts, left.text, needs, [section(facts.words.times.unfinished)]);
  });
}

/**
 * Her words, their count, the draft she was given to compare, the link, and when.
 * @param text what stands in the field: her unfinished text wins over a wording that came meanwhile
 * @param lead what is said above her words, where something must be
 */
export async function rewriteView(
  { desk, suggestion, words, zones, origin }: Omit<FormFacts, "revision">,
  text: string,
  needs: Pick<BotNeeds, "store" | "limits" | "now" | "holdMs">,
  lead: readonly KnownBlock[] = [],
): Promise<ModalView> {
  const say = words.forms.rewrite;
  const initial = text.slice(0, mostInField);
  const given = (await needs.store.draftGiven(suggestion.id))?.text ?? initial;
  const offered = offeredTimes(needs.now(), await habitsOf(desk, needs)).slice(0, 1);
  return form(
    "rewrite",
    say,
    words,
    [
      ...lead,
      textInput({ name: "text", label: say.text, initial, most: mostInField, counted: true }),
      ...draftLines(initial, words),
      ...(given === initial ? [] : [section(words.times.theirDraft), ...verbatim(given)]),
      ...(carriesLink(initial, suggestion.link) ? [linkKept(words)] : []),
      ...timeFields({ first: words.times.nowOrBelow, offered, preset: origin.at ?? null, zones }, words),
      section(
        desk.account ? words.times.nowOrThen(desk.account.handle, needs.holdMs / 1000) : words.card.noAccount,
      ),
    ],
    writeOrigin("rewrite", origin),
  );
}

function linkKept({ times: say }: Words): KnownBlock {
  const keep = { text: plain(say.keepLink), value: "kept" };
  return {
    type: "input",
    block_id: "link_kept",
    label: plain(say.linkKept),
    optional: true,
    element: { type: "checkboxes", action_id: "value", options: [keep], initial_options: [keep] },
  };
}
