import type { Unreadable } from "../core/article.js";
import type { PostRefusal } from "../core/suggestion.js";
import type { TextProblem } from "../core/text-problem.js";

const unreadable: Record<Unreadable, string> = {
  not_found: "The page was not found when we looked.",
  no_such_host: "There is no site at that address.",
  unreachable: "The site could not be reached.",
  too_slow: "The page took too long to answer.",
  too_large: "The page is too large to read.",
  too_many_redirects: "The link leads from page to page without end.",
  not_html: "The link is not a web page (a PDF, a picture or a video).",
  not_allowed: "The site does not let us read the page.",
  server_error: "The site answered with an error.",
  empty_page: "The page says nothing about itself.",
  needs_scripts: "The page shows nothing without its scripts, which we do not run.",
  needs_sign_in: "The page is only for people who are signed in or subscribe.",
  not_secure: "The site’s certificate cannot be trusted, so the page was not read.",
  too_busy: "The site asked us to come back later.",
};

const problem: Record<TextProblem, string> = {
  empty: "There is no text to post. Rewrite it first.",
  too_long: "Too long for one post: rewrite it before it can go out.",
  hidden_characters:
    "It holds hidden characters that a reader cannot see. Before it can go out, rewrite it, or keep them on purpose.",
  look_alikes:
    "A link in it holds letters that only look like others. Before it can go out, rewrite it, or keep them on purpose.",
};

const refusal: Record<PostRefusal, string> = {
  duplicate:
    "X refused it as a duplicate of an earlier post. Nothing was posted. Change the words, or decline.",
  too_long: "X refused it as too long. Nothing was posted. Shorten it and approve again.",
  access_doubted:
    "X did not accept the access to the account just then, and accepts it again. Nothing was posted. Approve again.",
  not_connected:
    "X no longer accepts the access to the account. Nothing was posted. Ask the operator to renew it, then approve again.",
  suspended:
    "X says that the account, or this app, is suspended or locked. Nothing was posted, and nothing can be until X lifts it. Sign in at x.com to see what X asks for, then approve again.",
  no_credit:
    "The X account of this app has no credit left. Nothing was posted. Ask the operator to top it up, then approve again.",
  rate_limited:
    "X asks to wait, and a post here is at most ten minutes late. Nothing was posted. Approve again later.",
  forbidden: "X does not allow this post. Nothing was posted. Rewrite it, or decline.",
  invalid: "X could not accept this post. Nothing was posted. Rewrite it, or decline.",
};

/** The executive's card. `who` is a mention, `when` a date already written. */
export const enCard = {
  suggestedBy: (who: string, when: string) => `Suggested by ${who} · ${when}`,
  published: (date: string) => `published ${date}`,
  subscribersOnly: "only subscribers can read it whole",
  picture: (site: string) => `The picture of the article on ${site}`,
  couldNotRead: (site: string, why: Unreadable) => `${site} · ${unreadable[why]}`,
  draftByTeam: "*The draft*, exactly as X would get it:",
  draftUnwritten: "*Nobody has written it yet.* The headline as it stands, exactly as X would get it:",
  draftHers: "*Your words*, exactly as X would get them:",
  draftPosted: "*The post*, exactly as approved:",
  terms: (handle: string, count: number, most: number, price: string) =>
    `Posts as *@${handle}* · ${count} of ${most} · this press costs ${price}`,
  priceWithLink: "$0.20 (with a link)",
  priceWithout: "$0.015 (no link)",
  noAccount: "No X account is connected: nothing can be posted yet.",
  problem: (why: TextProblem) => problem[why],
  approve: "Approve and post",
  rewrite: "Rewrite",
  schedule: "Schedule",
  decline: "Decline",
  cancel: "Stop it",
  openPost: "See it on X",
  undo: "Take it down",
  undoAsk: {
    title: "Take it down?",
    text: "The post is deleted on X. Copies of it may remain: whoever has seen it has seen it, and replies to it stay.",
    yes: "Take it down",
    no: "Leave it",
  },
  takingDown: ":hourglass_flowing_sand: *Being taken down…*",
  takenDown: ":wastebasket: *Taken down.* It no longer stands on X.",
  notTakenDown: (why: string) =>
    `:warning: *It could not be taken down*: ${why}. It still stands there; delete it on X, or try again.`,
  perhapsTakenDown: (why: string) =>
    `:warning: *X did not say clearly whether it is down* (${why}). Look at it on X, or try again: taking it down twice does no harm.`,
  otherText: (link: string) =>
    `:rotating_light: *X shows other words than you approved.* It stands here: ${link}. X says it stored:`,
  holding: (clock: string) =>
    `:hourglass_flowing_sand: *Approved.* It goes out at ${clock}. Until then you can stop it.`,
  scheduled: (when: string) => `:calendar: *Approved for ${when}.* It goes out by itself.`,
  posting: ":arrow_up: *Posting…*",
  posted: (link: string) => `:white_check_mark: *Posted:* ${link}`,
  postedUnseen: (profile: string) => `:white_check_mark: *Posted*, as you told us. It stands on ${profile}.`,
  asking: (profile: string) =>
    `:grey_question: *X did not answer clearly.* It may have been posted, or not; it is not sent again by itself. Did it appear on ${profile}?`,
  looking:
    ":hourglass_flowing_sand: *X did not answer clearly.* Looking at the account now to see whether it was posted…",
  itAppeared: "Yes, it appeared",
  itDidNot: "No, it did not",
  lookAgain: "Look again",
  declined: ":heavy_minus_sign: *Declined.* Saying nothing is a good answer too.",
  reasonGoesTo: (who: string) => `A reason, if you like: only ${who} reads it.`,
  reasonTold: (who: string, reason: string) => `${who} alone reads your reason: ${reason}`,
  reasons: {
    not_me: "Not me",
    not_now: "Not now",
    seen_enough: "Seen enough of it",
    not_sure: "Not sure it is right",
  },
  addReason: "In my words…",
  takeBack: "Take back",
  withdrawn: "This suggestion was withdrawn.",
  expired: "This suggestion has expired.",
  handedOver: "Handed to the company account.",
  setback: {
    cancelled: ":leftwards_arrow_with_hook: *Stopped.* Nothing was posted; the choice is yours again.",
    missed:
      ":alarm_clock: *Missed.* It could not go out within 10 minutes of its time: X could not be reached, or something here was in the way. It was not sent and nothing was posted; approve it again if it should be.",
    lapsed:
      ":key: *Its approval no longer counts*: the executive, the X account or the key changed since. Nothing was posted; approve it again if it should be.",
    restored:
      ":rotating_light: *An older copy of the database was restored.* This may have been posted since, or stopped by you. Look at X before you approve it.",
    concern:
      ":raised_hand: *Not posted: a colleague raised a concern.* When its time came you had not read it, so nothing was sent. The choice is yours again.",
    absent: ":leftwards_arrow_with_hook: *Not on X*, you said. Approve it again if you still want it posted.",
    refused: (why: PostRefusal) => `:no_entry: ${refusal[why]}`,
  },
  lines: {
    posted: (link: string) => `Posted: ${link}`,
    postedUnseen: (profile: string) => `Posted on ${profile}.`,
    otherText: (link: string) =>
      `:rotating_light: Posted, but X shows other words than you approved: ${link}. Please look at it; «Take it down» is on the card.`,
    asking: ":grey_question: X did not answer clearly. Did it appear? Please tell us on the card above.",
    asked: "Settled: the card above says how.",
    down: ":wastebasket: Taken down.",
  },
  notice: {
    cancelled: (n: number) =>
      n === 0
        ? "Nothing was scheduled."
        : n === 1
          ? "One scheduled post was cancelled; nothing of it was sent."
          : `${n} scheduled posts were cancelled; nothing of them was sent.`,
    formerExecutive: (who: string) =>
      `:key: *You no longer decide here.* Firsthand now listens to ${who}; nothing on your old cards counts any more.`,
    newExecutive:
      ":key: *You decide here now.* What stood before the executive until now comes to you, and only your own press posts.",
    newAccount: (handle: string) => `:key: *Posts go out as @${handle} from now on.*`,
    approveAgain: "What should still go out needs a new press of yours.",
    oldDatabase:
      ":rotating_light: *Nothing is posted until you resume.* Slack shows more than the database knows: an older copy of it was probably restored. What has been posted, stopped or declined since then is forgotten here, so the cards may be wrong.",
    oldDatabaseNow:
      "Look at your posts on X first, decline what stands there already, then press «Resume». Ask whoever runs Firsthand what happened.",
    resume: "Resume",
    resumed: ":white_check_mark: *Resumed.* Your presses post again.",
    wrongClock: (seconds: number) =>
      `:alarm_clock: *The clock of the machine is wrong by ${seconds} seconds.* Scheduled posts wait until it is right; one that waits longer than 10 minutes is not sent, and you are asked. Please tell whoever runs Firsthand. What you approve for now goes out as usual.`,
    rightClock: ":white_check_mark: *The clock is right again.* Scheduled posts go out.",
  },
};
