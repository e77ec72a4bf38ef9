/** Her own words: the form, the card, what is told of them. `who` and `channel` are mentions, `when` a date already written. */
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
  form: {
    title: "In your own words",
    submit: "Approve and post",
    text: "Your post",
  },
  onCard:
    "Your words are on a card in your direct message with Firsthand. Nothing is posted before your press there.",
  notPostedYet:
    "*Not posted yet.* Your words are kept on the card in this conversation: one press there posts them.",
  notPosted: (why: string) => `*Not posted.* ${why} Your words are kept on the card in this conversation.`,
  tooLong: (most: number) =>
    `That is longer than ${most} characters, far more than a post can hold. Nothing was kept and nothing is posted; your message stands as you wrote it.`,
  unknownEmoji: (names: string) =>
    `X cannot show emoji that only your workspace has: ${names}. Please take them out.`,
  onlyHer:
    "Only the executive posts here in her own words, as herself; the company’s accounts speak for the company. Nothing was kept and nothing is posted.",
  pictures:
    "Pictures cannot be posted from here yet. Your words are on the card; the picture stays in this conversation only.",
  onlyPictures:
    "Pictures cannot be posted from here yet, and there were no words with it. Nothing was kept and nothing is posted.",
  howToSuggest: (channel: string) =>
    `Thank you for writing. Here only the executive is read, and what you wrote was not kept. If you are in ${channel}, suggest an article to her anywhere in Slack: \`/suggest https://… why it matters to her\`.`,
  /** What only she reads of her posts. */
  measured: {
    title: "Your own words",
    none: "Nothing is posted yet. How much of your posts is in your own words stands here, for you alone.",
    kinds: {
      as_suggested: "as suggested",
      edited: "edited",
      rewritten: "rewritten",
      own_idea: "your own idea",
    },
    share: (percent: number) => `about ${percent} % of the words are yours`,
    direction: {
      more_hers: "Lately more of the words are yours.",
      less_hers: "Lately fewer of the words are yours.",
      as_before: "It stays much as it was.",
    },
    onlyYou: "You alone can see this.",
  },
  fiveAsSuggested:
    "Your last five posts went out exactly as they were suggested. That is fine; if one of the next calls for a line of yours, «Rewrite» is there. Only you read this, and it is said once.",
};
