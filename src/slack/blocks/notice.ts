import type { KnownBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Notice } from "../../core/notice.js";
import type { Words } from "../../i18n/words.js";
import { actions, button, type Rendered, section } from "./block-parts.js";
import { mention } from "./mrkdwn.js";
import { pauseButton } from "./pause-blocks.js";
import { nothingHeld, pauseNotice } from "./pause-notice.js";
import { profileButton } from "./profile-view.js";
import { settingsButton } from "./settings-view.js";

/** What one person is told outside a suggestion, as it is by now. */
export function notice(told: Notice, desk: Desk, words: Words, held = nothingHeld): Rendered {
  const { notice: say } = words.card;
  const { about } = told;
  switch (about.kind) {
    case "former_executive":
      return said([say.formerExecutive(mention(desk.executiveId)), say.cancelled(about.cancelled)]);
    case "new_executive":
      return said([say.newExecutive, say.cancelled(about.cancelled)]);
    case "new_account":
      return said([say.newAccount(about.handle), say.cancelled(about.cancelled), say.approveAgain]);
    case "old_database":
      return told.endedAt === null
        ? said(
            [say.oldDatabase, say.cancelled(about.cancelled), say.oldDatabaseNow],
            [actions([button("resume", say.resume, told.id, "primary")])],
          )
        : said([say.resumed]);
    case "paused":
      return pauseNotice(told, about, held, desk, words);
    case "profile_offer":
      return told.endedAt === null
        ? said(
            [words.profile.offer],
            [actions([profileButton(words), settingsButton(words), pauseButton("i_say", words)])],
          )
        : said([words.profile.answered]);
    case "wrong_clock":
      return said([told.endedAt === null ? say.wrongClock(Math.abs(about.seconds)) : say.rightClock]);
    default:
      return about satisfies never;
  }
}

function said(lines: readonly string[], buttons: readonly KnownBlock[] = []): Rendered {
  const text = lines.join("\n");
  return { text, blocks: [section(text), ...buttons] };
}
