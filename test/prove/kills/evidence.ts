/** Her card as Slack showed it at one moment. */
export type Face = {
  readonly kind:
    | "offered"
    | "waiting"
    | "posting"
    | "looking"
    | "asking"
    | "posted"
    | "declined"
    | "something else";
  /** The post's text as the card showed it. */
  readonly text: string;
  /** What the `approve` button carried; null without one. */
  readonly value: string | null;
  /** Why an offered card came back, in the card's own words; null for one that was never decided. */
  readonly setback: "absent" | "other" | null;
  /** The id in the link of a posted card; null when she said herself that it stands. */
  readonly xPost: string | null;
  /** The message it stood on. */
  readonly ts: string;
  readonly at: number;
};

/** One approving press of hers. */
export type Press = {
  readonly act: "approve" | "rewrite" | "schedule" | "post_now";
  /** What stood before her eyes as the post when she pressed. */
  readonly text: string;
  /** Which of the card's faces was the newest then. */
  readonly face: number;
  readonly at: number;
  /** `unheard`: Slack told her that the app did not answer. */
  heard: "pending" | "acknowledged" | "unheard";
  /** She was told in the form that it did not count. */
  refused: boolean;
};

/** Her answer to «Did it appear?», as her profile on X showed it then. */
export type Word = { readonly appeared: boolean; readonly text: string; readonly at: number };

/** One article, from the outside: every face of its card, and every press of hers on it. */
export type CardStory = {
  readonly name: string;
  readonly faces: Face[];
  readonly presses: Press[];
  readonly words: Word[];
};

/** A request for a post as it reached X. `status`: null when X broke the connection instead of answering. */
export type Create = {
  readonly text: string;
  readonly at: number;
  readonly status: number | null;
  /** Her card said «Posting…» about this text when the request arrived. */
  readonly witnessed: boolean;
};

export type StandingPost = { readonly id: string; readonly text: string; readonly at: number };

/** What can be seen from the outside. Times are epoch milliseconds. */
export type Evidence = {
  readonly stories: readonly CardStory[];
  readonly creates: readonly Create[];
  readonly posts: readonly StandingPost[];
  /** When she read a private answer under her cards. */
  readonly answeredAt: readonly number[];
  /** How many presses on a suggestion the record says were refused: the one thing the bot itself is asked. */
  readonly refusedPresses: ReadonlyMap<string, number>;
};
