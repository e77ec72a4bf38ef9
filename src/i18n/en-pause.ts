/** Pausing everything, and going on. `when` is written already. */
export const enPause = {
  /** The suggester's message. */
  heldUntil: (when: string) => `:double_vertical_bar: Cards held until ${when}; it waits until then.`,
  /** The answer to a suggestion. */
  seenHeldUntil: (when: string) => `Her cards are held until ${when}; it waits until then.`,
  choose: {
    tomorrow: "*Pause until tomorrow*: no cards and no posts until your hours next open on a later day.",
    monday: "*Pause until Monday*: no cards and no posts until your hours open on Monday or after.",
    i_say: "*Pause until you say so*: no cards and no posts until you press «Resume».",
  },
  press: {
    tomorrow: "Pause until tomorrow",
    monday: "Pause until Monday",
    i_say: "Pause until I say",
  },
  paused: (when: string) =>
    `:double_vertical_bar: *Paused until ${when}.* No card comes and nothing is posted; then it goes on by itself.`,
  pausedUntilSaid:
    ":double_vertical_bar: *Paused until you say so.* No card comes and nothing is posted until you press «Resume».",
  holds: (cards: number, posts: number) => {
    const held = [
      ...(cards > 0 ? [cards === 1 ? "1 suggestion in the line" : `${cards} suggestions in the line`] : []),
      ...(posts > 0 ? [posts === 1 ? "1 scheduled post" : `${posts} scheduled posts`] : []),
    ];
    return held.length > 0 ? `It holds ${held.join(" and ")}.` : "It holds nothing at the moment.";
  },
  notSentLate:
    "What becomes due meanwhile, a post in its short wait too, is not sent afterwards by itself: its card asks you again.",
  morePosts: (others: number) => `… and ${others} more`,
  heldOnCard:
    ":double_vertical_bar: *Approved, and held by your pause.* It is not sent while the pause lasts; if its time passes meanwhile, this card asks you again.",
  resume: "Resume",
  byHer: ":white_check_mark: *Resumed.* Cards come and posts go out again.",
  byItself: ":white_check_mark: *The pause is over.* Cards come and posts go out again.",
  replaced: ":double_vertical_bar: This pause was replaced: the newest message about it says until when.",
  overdue: (posts: number) =>
    posts === 1
      ? "One post became due meanwhile and was not sent. Its card asks you again:"
      : `${posts} posts became due meanwhile and were not sent. Their cards ask you again:`,
  nothingOverdue: "Nothing became due meanwhile.",
  pausedBefore: "It is paused like that already. Nothing has changed.",
  pausedNow:
    ":double_vertical_bar: Paused. The message in the conversation says what it holds; «Resume» is there.",
  stillFrozen:
    "The pause is over, but nothing is posted yet: press «Resume» in the message about the older copy of the database, too.",
  stillPaused:
    "Your presses count again, but you had paused as well: press «Resume» in the message about the pause, too.",
  frozenAtHome: "Nothing was resumed: please press «Resume» in the message that says why it stands still.",
};
