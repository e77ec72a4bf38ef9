/** The forms. Titles and buttons: 24 characters at most (Slack). */
export const enForms = {
  cancel: "Close",
  answerTitle: "Firsthand",
  suggest: {
    title: "Suggest an article",
    submit: "Suggest",
    url: "Link to the article",
    urlHint: "The public link, starting with https://",
    note: "Why it matters to her, now",
    noteHint: "She reads this beside the article. It is never posted.",
    reproach: "What she may be reproached for",
    reproachHint: "What she may be reproached for, and your answer. She alone reads it.",
    subject: "Subject",
    noSubject: "Choose a subject",
    urgency: "How urgent it is",
    urgencies: {
      today: "Today: tomorrow it is too late",
      this_week: "This week",
      any_time: "Any time",
    },
    draft: "A draft for her",
    draftHint:
      "Leave it empty and she gets the quoted headline with the link. Write the link into it if it should be posted.",
  },
  count: (count: number, most: number) => `${count} of ${most}`,
  countOver: (count: number, most: number, over: number) =>
    `:warning: ${count} of ${most}: ${over} too many for one post`,
  rewrite: {
    title: "In your own words",
    submit: "Approve and post",
    text: "Your post",
    postsAs: (handle: string, seconds: number) =>
      seconds === 0
        ? `«Approve and post» posts exactly this as *@${handle}*, at once.`
        : `«Approve and post» posts exactly this as *@${handle}* after ${seconds === 1 ? "a second" : `${seconds} seconds`} in which you can stop it.`,
  },
  confirm: {
    title: "Not posted yet",
    submit: "Approve and post",
    lead: "*X will get exactly this.* Slack handed your text over in another spelling (emoji or signs), so please look once more:",
  },
  /** The card did not come back from Slack as it was drawn: somebody or something changed what it showed. */
  altered: {
    title: "Not posted yet",
    submit: "Approve and post",
    leadForm:
      ":warning: *This form did not come back as we drew it*, so nothing was posted. Exactly what stands in the field goes out:",
    lead: ":warning: *The card you pressed on did not look as we drew it*, so nothing was posted. X will get exactly this:",
  },
  /** A colleague raised a concern that she reads here first. */
  concern: {
    title: "Not posted yet",
    submit: "Approve and post",
    lead: "*Read this first*, so nothing was posted. If it should still go out, X will get exactly this:",
  },
  schedule: {
    title: "Choose the time",
    submit: "Approve and schedule",
    lead: (handle: string) => `Exactly this goes out as *@${handle}* at the time you choose:`,
    text: "Your post",
    keepWords: "Here the words stay as they are. To change them, close this and press «Rewrite».",
    when: "When",
    whenHint: (zone: string) => `Shown in your Slack’s own time zone. Your home zone is ${zone}.`,
  },
  reason: {
    title: "Your reason",
    submit: "Send",
    reason: "In your words",
    hint: "Only the person who suggested it reads this.",
  },
};
