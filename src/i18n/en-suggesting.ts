import type { LinkRefusal } from "../core/article.js";
import { enRefusals } from "./en-answers.js";

const nothing = "Nothing was suggested.";
const unchanged = "Nothing was changed.";

/** What a suggester reads while suggesting, beside the private answers. `when` and `who` are written already. */
export const enSuggesting = {
  /** Where no mention can stand: errors in the fields of a form are plain text. */
  teamChannel: "the team’s channel",
  guest: (channel: string) =>
    `Guests of the workspace cannot suggest articles, even as members of ${channel}. ${nothing} Ask a colleague there to suggest it.`,
  outsider: (channel: string) =>
    `You belong to another workspace, so you cannot suggest articles here, even as a member of ${channel}. ${nothing}`,
  late: "Slack was slow, so the form closed before the answer was there.",
  fields: {
    twoLinks: `There are two links in it. ${nothing} One article at a time, please.`,
    link: `That is not a web address starting with https:// or http://. ${nothing}`,
    onlySpaces: "There are only spaces in it. Write something, or leave it empty.",
    tooLong: (count: number, most: number) =>
      `That has ${count} characters, and ${most} are the most. Please shorten it.`,
    noReason: "Please say why she should be asked again.",
    noSubject: "That subject is no longer on the list. Please choose another one, or none.",
  },
  preview: {
    empty: "The article shows here as soon as its link stands above.",
    reading: ":hourglass_flowing_sand: Reading the article…",
    refused: (why: LinkRefusal) => `:no_entry: *This link is refused.* ${enRefusals[why]}`,
    unread: ":warning: *The page could not be read.* You can suggest it all the same; the card says so too.",
    failed: ":warning: The page could not be read now. You can suggest it all the same.",
    yours: (when: string) =>
      `:repeat: *You suggested this article on ${when}*, and it is not decided yet. Nothing is suggested twice.`,
    colleagues: (who: string, when: string) =>
      `:repeat: *${who} suggested this article on ${when}*, and it is not decided yet. «Suggest» seconds it, with your reason.`,
    decided: (what: string) => `:repeat: *This article was suggested before.* ${what}`,
    mayInsist: "«Suggest» asks for your reason; then you can ask her once more.",
    rests: "It was asked about again already, so it rests.",
  },
  insist: {
    title: "Ask once more",
    submit: "Ask once more",
    note: "Your reason to ask again",
    noteHint: "What has changed since then? She reads this beside the article. It is never posted.",
    openAgain: "It is not decided any more, so there is nothing to ask again.",
  },
  edit: {
    title: "Edit your suggestion",
    submit: "Save",
    saved: ":white_check_mark: Saved. From now on she reads it like this.",
    savedButDraft:
      ":white_check_mark: She has words of her own on the card already; they stay. All else was taken over.",
    draftBack: "Your draft, which was not taken:",
    same: `It says exactly that already. ${unchanged}`,
    notYours: `Only the person who suggested it can edit it. ${unchanged}`,
    tooLate: (what: string) => `It can no longer be edited. ${what} ${unchanged}`,
    stillRead: `The article is being read at the moment. ${unchanged} Please press again in a few seconds.`,
  },
  hidden: {
    lead: "Not everything in it is what it seems:",
    after: (name: string, words: string) => `${name}, after «${words}»`,
    first: (name: string) => `${name}, at the very beginning`,
    letter: (letter: string, name: string) => `the letter ${letter} that looks like another one, ${name}`,
    times: (place: string, times: number) => `${place}, ${times} times`,
    blocks: (place: string) => `${place}: blocks approving by one press`,
    harmless: (place: string) => `${place}: does no harm`,
    more: (others: number) => (others === 1 ? "… and one more" : `… and ${others} more`),
    inDraft:
      "Your draft holds characters that a reader does not see, or letters that look like others. She cannot approve it by one press until they are removed, or kept on purpose.",
    left: (left: number) =>
      left === 1
        ? "One hidden character was left out of your words."
        : `${left} hidden characters were left out of your words.`,
  },
  notTaken: {
    draft: "It has a draft already, so yours was not taken:",
    reproach: "This was not taken either:",
  },
  subjects: {
    now: "*What suggestions can be about*, in the form:",
    none: "There is no list of subjects yet, so the form does not ask.",
    kept: ":white_check_mark: Kept. The form offers these from now on:",
    emptied: ":white_check_mark: The list is empty now, and the form no longer asks.",
    usage:
      "Replace it with `/suggest subjects Energy, Work, Europe`, or empty it with `/suggest subjects none`.",
    tooMany: (count: number, most: number) =>
      `Those are ${count} subjects, and ${most} are the most. ${unchanged} A short list is read.`,
    tooLong: (most: number) => `A subject has ${most} characters at most. ${unchanged}`,
    empty: `There is no subject in it. ${unchanged}`,
  },
};
