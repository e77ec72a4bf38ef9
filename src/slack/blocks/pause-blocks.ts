import type { Button, KnownBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { NoticeId } from "../../core/ids.js";
import { type PauseUntil, pauseUntils } from "../../core/pause-until.js";
import type { Words } from "../../i18n/words.js";
import { actions, button, section } from "./block-parts.js";

/** One press pauses. Slack wants action ids unique within a block, so one of these to a block. */
export function pauseButton(until: PauseUntil, { pause: say }: Words): Button {
  return button("pause", say.press[until], until);
}

/** The three ways to pause, one press each. */
export function pauseChoices(words: Words): KnownBlock[] {
  return pauseUntils.map((until) => ({
    ...section(words.pause.choose[until]),
    accessory: pauseButton(until, words),
  }));
}

/** Paused, until when, and «Resume». @param notice what tells of the pause in her direct message */
export function pausedBlocks(
  desk: Pick<Desk, "pausedUntil" | "homeZone">,
  notice: NoticeId,
  words: Words,
): KnownBlock[] {
  return [section(pausedLine(desk.pausedUntil, desk.homeZone, words)), resumeActions(notice, words)];
}

export function resumeActions(notice: NoticeId, { pause: say }: Words): KnownBlock {
  return actions([button("resume", say.resume, notice, "primary")]);
}

export function pausedLine(until: Desk["pausedUntil"], zone: string, { pause: say, dates }: Words): string {
  return until === null ? say.pausedUntilSaid : say.paused(dates.dayAndTime(until, zone));
}
