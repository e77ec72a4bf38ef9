import type { LinkRefusal } from "../core/article.js";
import type { PostRefusal, Setback } from "../core/suggestion.js";

const reasons = {
  not_me: "not for her",
  not_now: "not now",
  seen_enough: "she has seen enough of it",
  not_sure: "not sure it is right",
};

const refusal: Record<PostRefusal, string> = {
  duplicate: "X took it for a duplicate",
  too_long: "X found it too long",
  access_doubted: "X did not accept the access to the account just then",
  not_connected: "the access to the X account has to be renewed",
  suspended: "X says that the account or the app is suspended",
  no_credit: "the X app has no credit left",
  rate_limited: "X asks to wait",
  forbidden: "X did not allow it",
  invalid: "X could not accept it",
};

const rejected: Record<LinkRefusal, string> = {
  not_a_web_address: "it is not a web address",
  too_long: "it is too long",
  credentials_in_link: "it carries a user name or a password",
  port_not_allowed: "it names an unusual port",
  private_address: "it leads to a private network",
  secret_link: "it looks like a secret of its own",
};

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What the suggester and the team read, the weekly summary, and App Home. `who` is a mention. */
export const enNews = {
  yourSuggestion: "Your suggestion",
  suggestedBy: (who: string) => `${who} suggests`,
  inLine: ":inbox_tray: In the line; she will see it in its turn.",
  farBack: (others: number) => `More than ${others} others are before it.`,
  held: ":double_vertical_bar: Her cards stand still at the moment; it waits until she resumes.",
  waits: ":inbox_tray: In the line.",
  sentToHer: (when: string) => `:eyes: Sent to her on ${when}.`,
  approved: ":thumbsup: Approved by her; it goes out in a moment.",
  scheduled: (when: string) => `:calendar: Approved by her, for ${when}.`,
  posting: ":arrow_up: Being posted…",
  posted: (link: string) => `:white_check_mark: Posted: ${link}`,
  postedUnseen: (profile: string) => `:white_check_mark: Posted on ${profile}.`,
  unknown:
    ":grey_question: X did not answer clearly. She has been asked whether it appeared; nothing is sent twice.",
  back: (why: PostRefusal | Exclude<Setback["kind"], "refused">) => {
    switch (why) {
      case "cancelled":
        return ":leftwards_arrow_with_hook: Stopped by her before it went out; it is before her again.";
      case "missed":
        return ":alarm_clock: It could not go out in time, so it was not sent; it is before her again.";
      case "lapsed":
        return ":key: Not posted: its approval no longer counted, because the executive, the X account or the key had changed. It is before her again.";
      case "restored":
        return ":rotating_light: An older copy of the database was restored, so what was approved counts no more. It is before her again.";
      case "concern":
        return ":raised_hand: Not posted: a concern was raised that she had not read when its time came. It is before her again.";
      case "absent":
        return ":leftwards_arrow_with_hook: It did not appear on X; it is before her again.";
      default:
        return `:no_entry: Not posted: ${refusal[why]}. It is before her again.`;
    }
  },
  declined: ":heavy_minus_sign: She declined this one. Thank you for bringing it up.",
  declineReason: (reason: keyof typeof reasons) => `Her reason, for you alone: ${reasons[reason]}.`,
  declineNote: "Her words, for you alone:",
  closed: "Closed.",
  rejected: (why: LinkRefusal) =>
    `:no_entry: This link was not read: ${rejected[why]}. Nothing was sent to her. Suggest it again with the public link.`,
  handedOver: "Handed to the company account.",
  withdrawn: "Withdrawn.",
  expired: "Expired without a decision.",
  takingDown: ":hourglass_flowing_sand: She is taking it down…",
  takenDown: ":wastebasket: Taken down by her.",
  line: {
    posted: (link: string) => `:white_check_mark: Posted by her: ${link}`,
    postedUnseen: (profile: string) => `:white_check_mark: Posted by her on ${profile}.`,
    asking:
      ":grey_question: X did not answer clearly about this one. She has been asked whether it appeared; nothing is sent twice.",
    asked: "Settled: the message above says how.",
    down: ":wastebasket: Taken down by her.",
  },
  summary: {
    title: (from: string, to: string) => `The week from ${from} to ${to}`,
    running: "This week so far",
    counts: (suggested: number, posted: number, declined: number, waiting: number) =>
      `${count(suggested, "article", "articles")} suggested · ${posted} posted · ${declined} declined · ${waiting} waiting`,
    quiet: "A quiet week: nothing was suggested and nothing was posted. That is fine too.",
    posted: "Posted",
    waiting: "Waiting",
    suggested: "Suggested",
    declined: "Declined",
    seePost: "the post",
    takenDown: "taken down",
    head: (lines: number, head: string) =>
      `Record of approvals: ${lines} lines, ending in \`${head}\`. Keep this message: with it \`npm run audit -- --head ${head}\` finds a record that was cut or rewritten.`,
    more: (n: number) => `… and ${n} more`,
  },
  home: {
    title: "Firsthand",
    forHer: "The team finds, you speak. Nothing goes out without your own press.",
    forTeam: "Suggest with `/suggest https://… why it matters`. Only her own press posts anything.",
    forOthers: (channel: string) => `Members of ${channel} suggest articles here.`,
    account: (handle: string) => `Posts as *@${handle}*`,
    noAccount: "No X account is connected yet.",
    beforeYou: "Before you",
    scheduled: "Approved, with their times",
    line: "In the line",
    mine: "Your last suggestions",
    none: "Nothing at the moment.",
  },
};
