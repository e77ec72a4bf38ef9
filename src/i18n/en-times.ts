/** Times she is offered, chose, or is reminded of. */
export const enTimes = {
  /** The offset of a time that the wall shows twice that night. */
  offset: (utc: string) => `(UTC${utc})`,
  inZone: (when: string, zone: string) => `${when} (${zone})`,
  /** She travels: the same instant where she is. */
  andThere: (home: string, there: string) => `${home}, where you are ${there}`,
  moved: (meant: string) => `${meant} does not exist that night`,
  quick: "Time",
  pickedBelow: "The time picked below",
  nowOrBelow: "Now, or at the time below if you pick one",
  nextSlot: (when: string) => `Next free time: ${when}`,
  tonight: (when: string) => `Tonight: ${when}`,
  tomorrow: (when: string) => `Tomorrow: ${when}`,
  monday: (when: string) => `Monday: ${when}`,
  picked: "Or pick a time",
  reschedule: "Another time",
  postNow: "Post now",
  insteadOf: (when: string) => `It is approved for ${when}. The new time takes its place.`,
  passed:
    "The time on that button has passed, so nothing was approved. The card offers the next one; please press again.",
  linkKept: "Link",
  keepLink: "Keep the link to the article",
  theirDraft: "*The draft you were given*, to compare:",
  unfinished: "You were writing this when you closed the form. Nothing of it has been posted.",
  ownEmoji: (names: string) =>
    `${names} is your workspace’s own, X cannot show it. Please take it out or choose another.`,
  /** Under a form where a time can be chosen: its button says the same whichever it is. */
  nowOrThen: (handle: string, seconds: number) =>
    seconds === 0
      ? `«Approve and post» posts exactly this as *@${handle}*: at once, or at the time you chose.`
      : `«Approve and post» posts exactly this as *@${handle}*: now, after ${seconds === 1 ? "a second" : `${seconds} seconds`} in which you can stop it, or at the time you chose.`,
  goesAt: (handle: string, when: string) => `Goes out as *@${handle}* on *${when}*.`,
  leftUnposted: (title: string) =>
    `:warning: *NOT posted: one press left.* You closed the form before its last press. Your words stand on the card: ${title}`,
  stillUnposted: (title: string) =>
    `:warning: *Still NOT posted: one press left.* Your words have stood on the card for ten minutes: ${title}`,
  goesSoon: (when: string, title: string) =>
    `:bell: *Goes out by itself on ${when}*: ${title}. You can still stop it or change its time on the card.`,
  settled: "Settled since: the card says how.",
};
