/** What expires without a decision, and how it is wanted after all. `who` is a mention, `when` a date already written. */
export const enExpiry = {
  stillWantIt: "I still want it",
  seeAfterAll: "See it after all",
  wanted: ":inbox_tray: It is in the line again.",
  seenSoon: "She will see it in a moment.",
  inLine: "It is in the line; its card comes in its turn.",
  expired: "It has expired without a decision.",
  suggestedAnew: (who: string, what: string) =>
    `${who} suggested the same article anew since, and that is what counts. ${what} Nothing was brought back.`,
  notTheirs: "Only the person who suggested it can ask for it again. Nothing has changed.",
  notHers: "Only the executive can bring something back from this list. Nothing has changed.",
  tooSoon:
    "Slack has not told us yet that this message stands here, so nothing has changed. Please press again in a few seconds.",
  stale: "This is not the message that counts, so nothing has changed. Please press in the newest one.",
  offer: {
    title: (count: number) =>
      count === 1 ? "*One suggestion expired undecided.*" : `*${count} suggestions expired undecided.*`,
    lead: "Nothing is asked of you: letting them pass is an answer. What you would still like to see comes back as a card with one press; this is the last time it is offered.",
    suggestedBy: "suggested by",
    broughtBack: ":leftwards_arrow_with_hook: Brought back.",
    more: (count: number) => (count === 1 ? "… and one older" : `… and ${count} older`),
  },
};
