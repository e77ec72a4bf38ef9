/** What the executive does besides deciding, and what others read of it. `who` is a mention, `when` a date already written. */
export const enDesk = {
  fallback: (who: string, title: string) =>
    `${who} suggests an article to you: ${title}. Read the draft, then approve, rewrite or decline it.`,
  fallbackSettled: (title: string) =>
    `${title}: nothing to decide here now; the card says what became of it.`,
  fallbackSnoozed: (title: string, when: string) => `${title}: put off until ${when}.`,
  why: "Why it matters, says",
  terms: (handle: string, count: number, most: number) => `Posts as *@${handle}* · ${count} of ${most}`,
  behind: (n: number) => (n === 1 ? "one more waits" : `${n} more wait`),
  scheduleNext: (when: string) => `Approve, to be posted on ${when}`,
  menu: {
    schedule: "At another time…",
    drop_link: "Without the link",
    corporate: "For the company account",
    snooze: "Look at it tomorrow",
    pause: "Pause everything until tomorrow",
  },
  snoozed: (when: string) =>
    `:zzz: *Put off until ${when}.* It comes back then as a new card; nothing expires meanwhile.`,
  snoozeMenu: {
    tonight: "Tonight instead",
    tomorrow: "Tomorrow",
    monday: "On Monday",
    now: "Look at it now",
  },
  noEvening: "This evening is too near or over already. Nothing has changed; please choose another time.",
  sheLooksAgain: (when: string) => `:eyes: She has seen it, and looks at it again on ${when}.`,
  looksAgain: (when: string) => `Seen; it is looked at again on ${when}.`,
  handed: (channel: string) =>
    `:office: *Handed to the company account*, in ${channel}. The suggester is told.`,
  notHanded: (channel: string) =>
    `:warning: *Handed to the company account, but ${channel} has not heard yet*: Slack does not let Firsthand write there. Invite it there with \`/invite\`, or ask whoever runs Firsthand; it is tried again by itself.`,
  addHandedNote: "Add a line for them…",
  noChannel:
    "No channel of the company is set up here, so nothing was handed over. Nothing has changed; ask whoever runs Firsthand.",
  handedNote: {
    title: "A line for them",
    submit: "Add it",
    label: "What should they know?",
    hint: "The company’s channel reads it, with your name left out. It is never posted on X.",
  },
  corporate: {
    text: (title: string) => `For the company account: ${title}`,
    lead: ":office: *For the company account*: the executive would rather see this posted there than on her own.",
    herLine: "*Her line for you:*",
    why: (who: string) => `*Why it matters*, says ${who}:`,
    draft: "*The draft of the team*, for her account:",
    suggestedBy: (who: string) => `Suggested by ${who}. Nothing was posted anywhere.`,
  },
  home: {
    card: "open its card",
    back: "Back",
    on: (left: number) => `Show ${left} more`,
    snoozed: "Put off",
    frozen: ":rotating_light: *Everything stands still*: the message that says why has «Resume».",
    record:
      "Every approval is recorded. Whoever runs Firsthand can check the record with `npm run audit`; the first weekly message tells how it ends.",
  },
  limitLifts: (when: string) => `X says it takes posts again from ${when} on.`,
  undecided: (title: string) =>
    `:bell: Still before you: ${title}. It needs no answer; left alone, it lapses by itself. This is the only reminder of it.`,
  noLink: "The draft does not carry the link of the article, so nothing has changed.",
  nothingLeft:
    "The draft is nothing but the link: without it there is nothing to post. Nothing has changed. «Rewrite» it instead.",
};
