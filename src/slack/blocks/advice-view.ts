import type { ModalView } from "@slack/types";
import type { Advice } from "../../core/advice.js";
import type { Words } from "../../i18n/words.js";
import { actions, button, section } from "./block-parts.js";
import { plain } from "./form-parts.js";

/** An honest word after her answers, in the place of the form; «stay off for now» comes with its one press. */
export function adviceView(advice: readonly Advice[], words: Words): ModalView {
  const { profile: say, forms } = words;
  const stayOff = advice.includes("stay_off") ? [actions([button("pause", say.stayOff, "i_say")])] : [];
  return {
    type: "modal",
    callback_id: "answer",
    title: plain(forms.answerTitle),
    close: plain(forms.cancel),
    blocks: [section(say.adviceLead), ...advice.map((each) => section(say.advice[each])), ...stayOff],
  };
}
