import type { PartState, PostState } from "../../../src/core/post.js";
import type { SuggestionState } from "../../../src/core/suggestion.js";

// One state of the world, small enough to be visited exhaustively: the database, an old copy of it, her card in
// Slack, what stands on X, and the process. One suggestion; an approval and its post share a number: 1, 2 …

export type Executive = "A" | "B";
export type Account = "p" | "q";

/** A wording by its number: two are the same words exactly when they have one number. */
export type Wording = number;
/** Harmless words a stolen bot token put on a message. */
export const fakeWords: Wording = 0;
/** Words a stray script put into the rows behind an approval. */
export const slippedIn: Wording = 9;

export type PostRow = {
  readonly approval: number;
  readonly state: PostState;
  readonly part: PartState;
  /** Whose create this post's id at X comes from; 0: no id is known. */
  readonly xPost: number;
};

/** What a restored copy takes back to an earlier moment. */
export type Database = {
  readonly suggestion: SuggestionState;
  readonly newest: Wording;
  readonly executive: Executive;
  readonly account: Account;
  readonly frozen: boolean;
  /** She paused everything. */
  readonly paused: boolean;
  /** It has been frozen once: `desk.frozenAt`. */
  readonly frozeOnce: boolean;
  /** Her card has changed since it was last shown. */
  readonly owed: boolean;
  /** In whose direct message the recorded card stands; null: not sent yet. */
  readonly placed: Executive | null;
  readonly posts: readonly PostRow[];
};

/** `changed`: her card changed after the copy was made; `ahead`: and Slack has shown it since. */
export type Backup = { readonly db: Database; readonly changed: boolean; readonly ahead: boolean };

export const allViews = ["approve", "cancel", "posting", "ask", "undo", "plain"] as const;
export type CardView = (typeof allViews)[number];

/** Her card as Slack shows it, however old. */
export type Card = {
  readonly to: Executive;
  readonly view: CardView;
  readonly wording: Wording;
  readonly about: number;
  readonly account: Account;
  /** The approval her press on this very showing made; 0: not pressed yet. */
  readonly pressed: number;
  /** Its words were replaced, its buttons are genuine. */
  readonly faked: boolean;
};

export const allTampered = ["no", "part", "rows"] as const;
export const allStopped = ["no", "yes", "told"] as const;
export const allOnX = ["nothing", "lagging", "visible", "deleted"] as const;

/** What no copy takes back: what she pressed on, and what became of it outside. */
export type Approval = {
  readonly by: Executive | "team";
  /** The words on the message that was pressed. */
  readonly seen: Wording;
  readonly text: Wording;
  readonly account: Account;
  /** The first approval made from the same showing of the card: presses on one showing are one decision. */
  readonly decision: number;
  readonly tampered: (typeof allTampered)[number];
  /** More than ten minutes past its time. */
  readonly overdue: boolean;
  /** Pressed after the desk was frozen. */
  readonly sinceFreeze: boolean;
  /** She cancelled it, or it lapsed; `told` once her card said so. */
  readonly stopped: (typeof allStopped)[number];
  /** She pressed `undo` and nothing has answered that yet. */
  readonly undone: boolean;
  readonly onX: (typeof allOnX)[number];
  /** X has the request and may still act on it. */
  readonly coming: boolean;
};

export const allStages = [
  "down",
  "started",
  "idle",
  "deciding",
  "claimed",
  "witnessed",
  "answered",
  "undoing",
  "deleted",
] as const;
export type Stage = (typeof allStages)[number];

export const allHeard = [
  "nothing",
  "id",
  "refused",
  "duplicate",
  "not_sent",
  "unclear",
  "gone",
  "not_gone",
  "not_sure",
] as const;
export type Heard = (typeof allHeard)[number];

export type Process = {
  readonly stage: Stage;
  readonly post: number;
  /** The words it read from the rows and is about to send. */
  readonly sends: Wording;
  /** Slack has not said since its start what her direct message shows. */
  readonly unread: boolean;
  /** X has not said since its start whose tokens these are. */
  readonly unmet: boolean;
  /** X has taken its tokens for nobody's when asked last. */
  readonly rejected: boolean;
  /** What it decided on has changed since it was read. */
  readonly stale: boolean;
  /** The same words stood visibly on her timeline when it began. */
  readonly stoodBefore: boolean;
  readonly heard: Heard;
  /** Whose post a look found. */
  readonly found: number;
};

export type State = {
  readonly faults: number;
  readonly db: Database;
  readonly backup: Backup | null;
  /** An old copy was restored once. */
  readonly restored: boolean;
  /** Slack shows more than this database knows. */
  readonly ahead: boolean;
  readonly card: Card | null;
  readonly approvals: readonly Approval[];
  readonly processes: readonly Process[];
  /** What the environment says, read at each start. */
  readonly env: { readonly executive: Executive; readonly account: Account };
};

export const asleep = {
  post: 0,
  sends: 0,
  unread: false,
  unmet: false,
  rejected: false,
  stale: false,
  stoodBefore: false,
  heard: "nothing",
  found: 0,
} as const satisfies Omit<Process, "stage">;
export const idle: Process = { stage: "idle", ...asleep };

/** A suggestion with one wording waits in line; the bot is up. */
export const beginning: State = {
  faults: 0,
  db: {
    suggestion: "waiting",
    newest: 1,
    executive: "A",
    account: "p",
    frozen: false,
    paused: false,
    frozeOnce: false,
    owed: false,
    placed: null,
    posts: [],
  },
  backup: null,
  restored: false,
  ahead: false,
  card: null,
  approvals: [],
  processes: [idle],
  env: { executive: "A", account: "p" },
};
