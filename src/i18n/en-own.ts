/** Her own words. `who` is a mention, `when` a date already written. */
export const enOwn = {
  /** Where other things have a headline. */
  title: "Own words",
  card: {
    fallback: "Your own words on a card. Nothing is posted before your press.",
    written: (when: string) => `Written by you · ${when}`,
    discard: "Discard",
    discarded: ":wastebasket: *Discarded.* Nothing was posted. For ten minutes you can take that back.",
    putAway: "*Put away*, not posted: somebody else decides here now, and these words were yours alone.",
  },
  news: {
    wrote: (who: string) => `${who} posted in her own words.`,
    posted: (who: string, link: string) => `:white_check_mark: ${who} posted in her own words: ${link}`,
    postedUnseen: (who: string, profile: string) =>
      `:white_check_mark: ${who} posted in her own words. It stands on ${profile}.`,
  },
};
