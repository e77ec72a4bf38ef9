import type { LinkRefusal } from "../core/article.js";

/** Why a link may not be read at all. */
export const enRefusals: Record<LinkRefusal, string> = {
  not_a_web_address: "That is not a web address.",
  too_long: "That link is too long (2,000 characters at most).",
  credentials_in_link: "That link carries a user name or a password.",
  port_not_allowed: "That link names an unusual port.",
  private_address: "That link leads to a private network, not to a public page.",
  secret_link: "That link looks like a secret of its own (a webhook, a signed link, an invitation or a key).",
};

const usage = "Type `/suggest https://… why it matters to her`, or `/suggest` alone for the form.";
const nothing = "Nothing was suggested.";

/** Private answers to a command or a press: what happened, what did not, what to do now. */
export const enAnswers = {
  youTyped: "You typed:",
  takenIn: ":white_check_mark: Got it, thank you.",
  seenNow: "It is next: she will see it in a moment, as soon as the article is read.",
  seenAt: (when: string) => `She will see it from ${when} on.`,
  place: (place: number) =>
    place === 1 ? "It is the next in the line." : `It is number ${place} in the line.`,
  seenAfter: (others: number) =>
    others === 1 ? "She decides on one other first." : `She decides on ${others} others first.`,
  seenLikely: (when: string) => `She will likely see it from ${when} on.`,
  seenWhenBack: "Her cards stand still at the moment; it waits until she resumes.",
  seconded: (who: string) =>
    `:raised_hands: ${who} suggested this article already, and it is not decided yet. You second it now; nothing was suggested twice.`,
  secondedBefore: (who: string) =>
    `:raised_hands: ${who} suggested this article already, and you second it since. Nothing was suggested twice.`,
  yoursAlready: "You suggested this article already, and it is not decided yet. Nothing was suggested twice.",
  noteKept: "She reads your words beside the article.",
  beforeHerNow: "It is before her now.",
  decidedBefore: (what: string) => `This article was suggested before. ${what} Nothing was suggested now.`,
  wasPosted: (when: string, link: string) => `She posted it on ${when}: ${link}`,
  wasPostedUnseen: (when: string) => `She posted it on ${when}.`,
  wasApproved: (when: string) => `She approved it on ${when}.`,
  wasScheduled: (when: string) => `She approved it; it goes out on ${when}.`,
  wasTakenDown: (when: string) => `She posted it on ${when} and has taken it down since.`,
  wasDeclined: (when: string) => `She declined it on ${when}.`,
  wasHandedOver: (when: string) => `It was handed to the company account on ${when}.`,
  hasExpired: (when: string) => `It expired undecided on ${when}.`,
  insistOnce: "If something has changed, you can ask her once more, with your reason.",
  insistedBefore: "It was asked about again already, so it rests here.",
  insist: "Ask once more…",
  lineFull: (most: number) =>
    `${most} suggestions wait in the line already, which is the limit. ${nothing} Please try again when she has decided on some.`,
  followInDm: "A message from Firsthand tells you what becomes of it.",
  noLink: `There is no link in it. ${nothing} ${usage}`,
  twoLinks: `There are two links in it. ${nothing} One article at a time, please. ${usage}`,
  notAWebAddress: `That is not a web address starting with https:// or http://. ${nothing} ${usage}`,
  linkTooLong: `The link is longer than 2,000 characters. ${nothing} Is there a shorter link to the article?`,
  noteTooLong: (most: number) =>
    `«Why it matters» is longer than ${most} characters. ${nothing} Shorten it, please.`,
  linkRefused: (why: LinkRefusal) => `${enRefusals[why]} ${nothing} Send the public link of the article.`,
  tooMany: (most: number, time: string) =>
    `You have suggested ${most} articles within the hour, which is the limit. ${nothing} You can suggest again at ${time}.`,
  notAMember: (channel: string) =>
    `Only members of ${channel} can suggest articles. ${nothing} Ask to be added there.`,
  membershipUnknown: (channel: string) =>
    `Slack did not say in time whether you are a member of ${channel}. ${nothing} Please try again in a minute.`,
  otherWorkspace: "Firsthand serves another workspace than yours. Nothing was done.",
  formNotOpened: `The form could not be opened in time. ${nothing} Please try again, or type it in one line: ${usage}`,
  failed: "Something went wrong on our side. Nothing was done. Please try again in a minute.",
  taken: "This was taken already.",
  help: (channel: string) =>
    [
      "*Put an article before the executive*",
      "• `/suggest https://… why it matters to her`: one line is enough",
      "• `/suggest`: the form, with a draft of your own",
      "• `/suggest subjects Energy, Work`: what the form offers as subjects; `/suggest subjects` tells the list",
      "• `/suggest summary`: this week so far",
      `Members of ${channel} can suggest. Only her own press on the card posts anything; you hear what became of it.`,
    ].join("\n"),
  onlyHer: "Only the executive can decide on this card. Nothing has changed.",
  settledBefore: {
    posted: (link: string) => `It is posted already: ${link}`,
    postedUnseen: "It is posted already.",
    takingDown: "It is being taken down right now.",
    takenDown: "It is taken down already.",
    posting: "It is being posted right now.",
    holding: (clock: string) => `It is approved already and goes out at ${clock}.`,
    scheduled: (when: string) => `It is approved already, for ${when}.`,
    asking: "X has not answered clearly yet; the card asks you whether it appeared. Nothing is sent twice.",
    declined: "It is declined already.",
    closed: "This suggestion is closed already.",
    backOnCard: "Nothing is on its way: the card before you has the present state.",
  },
  pressAgain: "This form could not be opened in time. Nothing has changed. Please press again.",
  tooSoon:
    "Slack has not told us yet that this card stands here, so nothing was posted. Please press again in a few seconds.",
  staleCard:
    "This card was not up to date, so nothing was posted. Please read the newest card and press again.",
  stopped:
    "You have paused everything, so nothing was posted. Press «Resume» in the message about the pause or on the Home tab, then press again.",
  frozen:
    "Nothing is posted until you press «Resume» in the message that says why. Nothing was posted now either.",
  alteredCard: "This card does not look as we drew it, so nothing was posted yet. Please read the form.",
  goingOn: "Nothing had stopped: your presses post as usual.",
  oldNotice:
    "This is not the message that tells of the present standstill. Nothing has changed; please press «Resume» in the newest one.",
  undoNoLink:
    "Nobody has told us yet which post this is on X, so it cannot be taken down from here. Please delete it on X.",
  undoOtherAccount:
    "This stands on another X account than the one connected now, so it cannot be taken down from here. Please delete it on X.",
  diskTrouble:
    "The machine's disk cannot be written at the moment. Nothing was done and nothing is posted. Please tell whoever runs Firsthand, and try again afterwards.",
  diskFails:
    ":rotating_light: *Nothing is posted at the moment*: the disk of the machine cannot be written (it may be full). What you approved waits up to 10 minutes, then you are asked. Please tell whoever runs Firsthand.",
  diskWorks: ":white_check_mark: *The disk can be written again.* Posting goes on.",
  doubled: "This message was sent twice; the newer one counts.",
  noAccount: "No X account is connected. Nothing was posted.",
  textProblem: {
    empty: "There is nothing to post: write something first.",
    too_long: (count: number, most: number) => `That weighs ${count}, X takes ${most}. Please shorten it.`,
    hidden_characters: "There are hidden characters in it that a reader cannot see. Please remove them.",
    look_alikes: "A link holds letters that only look like others. Please type the link again.",
  },
  timePast: "That time has passed. Please choose a later one.",
  timeTooFar: "That is more than 120 days away. Please choose an earlier time.",
  tooLateToStop: "Too late to stop it.",
  tooLateToTakeBack: "A decline can be taken back for 10 minutes; they have passed. Nothing was changed.",
};
