import type { App } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { homeOpened } from "./app-home.js";
import { approveButton, postNowButton, scheduleNextButton } from "./approving-buttons.js";
import type { BotNeeds } from "./bot-needs.js";
import {
  afterDeclineButton,
  cancelButton,
  declineButton,
  keepCharactersButton,
  reasonButtons,
  settleButton,
  undoButton,
} from "./card-buttons.js";
import { concernButton, concernSubmitted } from "./concern-form.js";
import { corporateButton } from "./corporate-button.js";
import { countDraft } from "./draft-counter.js";
import { dropLinkButton } from "./drop-link-button.js";
import { editButton } from "./edit-form.js";
import { formClosed } from "./form-closed.js";
import { homePageButton, redrawsHome } from "./home-buttons.js";
import { insistButton } from "./insist-form.js";
import { linkTyped, previewLinks } from "./link-preview.js";
import { moreMenu } from "./more-menu.js";
import { onlyOurs } from "./only-ours.js";
import { ownPostSubmitted } from "./own-post-form.js";
import { writtenToBot } from "./own-words-message.js";
import { pauseButton } from "./pause-button.js";
import { postCommand, postShortcut } from "./post-command.js";
import { profileButton, profileSubmitted } from "./profile-form.js";
import { addReasonButton, reasonSubmitted } from "./reason-form.js";
import { redrawForms } from "./redraw-form.js";
import { resumeButton } from "./resume-button.js";
import { rewriteButton } from "./rewrite-form.js";
import { rewriteSubmitted } from "./rewrite-submitted.js";
import { rescheduleButton, scheduleButton, scheduleSubmitted } from "./schedule-form.js";
import { settingsButton, settingsSubmitted } from "./settings-form.js";
import { snoozeButton } from "./snooze-button.js";
import { stillWantItButton } from "./still-want-it-button.js";
import { suggestCommand } from "./suggest-command.js";
import { suggestShortcut } from "./suggest-form.js";
import { suggestSubmitted } from "./suggest-submitted.js";
import { concernSeenButton, secondButton, withdrawButton } from "./team-buttons.js";

/** Every route of the bot: the table of contents of what a person can do in Slack. */
export function register(app: App, needs: BotNeeds): void {
  app.use(onlyOurs(needs));

  const forms = redrawForms(needs);
  const preview = previewLinks(needs, forms);
  const suggesting = { ...needs, forms, preview };
  app.command("/suggest", suggestCommand(suggesting));
  app.shortcut({ callback_id: "suggest", type: "shortcut" }, suggestShortcut(suggesting));
  app.shortcut({ callback_id: "suggest_message", type: "message_action" }, suggestShortcut(suggesting));
  app.view("suggest", suggestSubmitted(suggesting));
  button("insist", insistButton(suggesting));
  button("edit_suggestion", editButton(suggesting));
  app.action({ type: "block_actions", block_id: "url" }, linkTyped(needs, forms, preview));

  app.command("/post", postCommand(needs));
  app.shortcut({ callback_id: "post", type: "shortcut" }, postShortcut(needs));
  app.view("own_post", ownPostSubmitted(needs));
  app.view({ callback_id: "own_post", type: "view_closed" }, formClosed(needs));
  app.event("message", writtenToBot(needs));

  button("approve", approveButton(needs));
  button("rewrite", rewriteButton(needs));
  button("schedule_next", scheduleNextButton(needs));
  const menu = {
    schedule: scheduleButton(needs),
    drop_link: dropLinkButton(needs),
    corporate: corporateButton(needs),
    snooze: snoozeButton(needs),
    pause: pauseButton(needs),
  };
  for (const [actionId, pressed] of Object.entries(menu)) button(actionId, pressed);
  button("more", moreMenu(needs, menu));
  button("decline", declineButton(needs));
  button("keep_characters", keepCharactersButton(needs));
  button("concern_seen", concernSeenButton(needs));
  app.view("rewrite", rewriteSubmitted(needs));
  app.view({ callback_id: "rewrite", type: "view_closed" }, formClosed(needs));
  app.view("schedule", scheduleSubmitted(needs));

  button("cancel", redrawsHome(needs, cancelButton(needs)));
  button("reschedule", rescheduleButton(needs));
  button("post_now", postNowButton(needs));
  button("home_page", homePageButton(needs));
  button("home_page_back", homePageButton(needs));
  button("it_appeared", settleButton(needs, "it_appeared"));
  button("it_did_not", settleButton(needs, "it_did_not"));
  button("look_again", settleButton(needs, "look_again"));
  button("undo", undoButton(needs));
  button("resume", resumeButton(needs));
  button("settings", settingsButton(needs));
  app.view("settings", settingsSubmitted(needs));
  button("profile", profileButton(needs));
  app.view("profile", profileSubmitted(needs));

  for (const [actionId, does] of reasonButtons) button(actionId, afterDeclineButton(needs, does));
  button("take_back", afterDeclineButton(needs, { kind: "take_back" }));
  button("add_reason", addReasonButton(needs));
  app.view("decline", reasonSubmitted(needs));

  button("second", secondButton(needs));
  button("concern", concernButton(needs));
  app.view("concern", concernSubmitted(needs));
  button("withdraw", withdrawButton(needs));
  button("still_want_it", stillWantItButton(needs));

  const counted = countDraft(needs, forms);
  app.action({ type: "block_actions", block_id: "draft" }, counted);
  app.action({ type: "block_actions", block_id: "text" }, counted);
  for (const link of ["open_post", "open_article"]) app.action(link, async ({ ack }) => ack());

  app.event("app_home_opened", homeOpened(needs));
  app.event("member_joined_channel", async ({ event }) => {
    if (event.channel === needs.teamChannelId) needs.members.joined(event.user as SlackUserId);
  });
  app.event("member_left_channel", async ({ event }) => {
    if (event.channel === needs.teamChannelId) needs.members.left(event.user as SlackUserId);
  });

  app.error(async (error) => {
    needs.log("failed", { where: "slack", error: error.code ?? error.name });
  });

  function button(actionId: string, handler: ReturnType<typeof approveButton>): void {
    app.action({ type: "block_actions", action_id: actionId }, handler as Parameters<typeof app.action>[1]);
  }
}
