import type { Agreed, Approval } from "../core/approval.js";
import type { ArticleRead } from "../core/article.js";
import type { Concern } from "../core/concern.js";
import type { Desk } from "../core/desk.js";
import type {
  ApprovalId,
  ConcernId,
  DeliveryKey,
  DeskId,
  Instant,
  MessageId,
  NoticeId,
  PartId,
  PostId,
  ReminderId,
  RevisionId,
  SlackChannelId,
  SlackTs,
  SlackUserId,
  SuggestionId,
  XAccountId,
  XPostId,
} from "../core/ids.js";
import type { Message, MessageKind } from "../core/message.js";
import type { Notice } from "../core/notice.js";
import type { Stop } from "../core/open-time.js";
import type { Part, Post } from "../core/post.js";
import type { RecordHead } from "../core/record.js";
import type { Reminder, ReminderKind } from "../core/reminder.js";
import type { Revision } from "../core/revision.js";
import type { Second } from "../core/second.js";
import type { PostRefusal, Suggestion, SuggestionState } from "../core/suggestion.js";
import type { Trouble } from "../core/trouble.js";
import type { Unfinished } from "../core/unfinished.js";
import type { Change, Committed, Person } from "./change.js";

/** An approval as stored: whoever uses it unseals it first. */
export type StoredApproval = { readonly agreed: Agreed; readonly keyId: string; readonly seal: string };

export type PostWhole = {
  readonly post: Post;
  readonly parts: readonly Part[];
  readonly approval: StoredApproval;
};

/** What a week came to: suggestions by what happened to them between two instants. */
export type WeekFacts = {
  readonly suggested: readonly Suggestion[];
  readonly declined: readonly Suggestion[];
  readonly posted: readonly {
    readonly suggestion: Suggestion;
    /** Null where only she saw that it stands. */
    readonly xPostId: XPostId | null;
    readonly at: Instant;
    readonly takenDown: boolean;
  }[];
  /** At the second instant: waiting or before her. */
  readonly waiting: readonly Suggestion[];
};

/** A post that went out, whatever became of it later, and the draft it was made from. */
export type PostDone = {
  readonly post: PostId;
  readonly at: Instant;
  readonly posted: string;
  /** The newest wording that was not hers, a headline included; null: nobody gave her one. */
  readonly given: string | null;
  /** The language of the article, where its page says it. */
  readonly language: string | null;
};

/** Everything the house remembers. Reads see only committed changes. */
export type Store = {
  commit(change: Change): Promise<Committed>;
  desk(): Promise<Desk | null>;
  person(userId: SlackUserId): Promise<Person | null>;
  suggestion(id: SuggestionId): Promise<Suggestion | null>;
  /** Her own words included, oldest first. */
  suggestionsIn(state: SuggestionState): Promise<readonly Suggestion[]>;
  countIn(state: SuggestionState): Promise<number>;
  /** The team's suggestions that stand before her. */
  undecided(): Promise<number>;
  /** What she put off, the first to come back first. */
  snoozed(): Promise<readonly Suggestion[]>;
  /** The line as it stands, without what she put off, the next first: by urgency, seconds and age (rule 6). */
  inLine(most: number): Promise<readonly Suggestion[]>;
  /** How many stand before this one in the line, those being read included. */
  aheadInLine(suggestion: Suggestion): Promise<number>;
  /** The newest suggestion of an article, by its cleaned links; not those refused, merged or withdrawn. */
  newestLinked(links: readonly string[]): Promise<Suggestion | null>;
  /** The same besides one of them, and only of those whose article has been read. */
  otherRead(links: readonly string[], besides: SuggestionId): Promise<Suggestion | null>;
  /** Who seconds it now, the first first. */
  secondsOf(id: SuggestionId): Promise<readonly Second[]>;
  second(id: Second["id"]): Promise<Second | null>;
  concern(id: ConcernId): Promise<Concern | null>;
  /** Every concern of a person since then, withdrawn or not, the first first. */
  concernsBy(person: SlackUserId, from: Instant): Promise<readonly Concern[]>;
  /** What was raised about it and not withdrawn, the first first. */
  concernsOf(id: SuggestionId): Promise<readonly Concern[]>;
  /** When the desk stood still, from this instant on. */
  stopsSince(from: Instant): Promise<readonly Stop[]>;
  /** Undecided and without a concern she has not seen: what came before her at or before this instant, the longest ago first. */
  beenShown(until: Instant): Promise<readonly Suggestion[]>;
  /** What expired from this instant on and was never offered to her again. */
  unofferedSince(from: Instant): Promise<readonly Suggestion[]>;
  /** What expired and was offered again in this week's message to her, the oldest first. */
  offeredIn(week: string): Promise<readonly Suggestion[]>;
  /** Cards first sent at or after this instant. */
  cardsSince(from: Instant): Promise<number>;
  suggestionsBy(person: SlackUserId, from: Instant): Promise<readonly Suggestion[]>;
  reminder(id: ReminderId): Promise<Reminder | null>;
  reminderAbout(kind: ReminderKind, subject: string): Promise<Reminder | null>;
  /** Not said yet and due, the longest due first. */
  remindersDue(now: Instant): Promise<readonly Reminder[]>;
  wasHandled(key: DeliveryKey): Promise<boolean>;
  unfinished(subject: Unfinished["subject"]): Promise<Unfinished | null>;
  revision(id: RevisionId): Promise<Revision | null>;
  /** The newest wording of a suggestion that is not hers: the draft she was given. */
  draftGiven(id: SuggestionId): Promise<Revision | null>;
  approval(id: ApprovalId): Promise<StoredApproval | null>;
  post(id: PostId): Promise<PostWhole | null>;
  /** The newest post of a suggestion, whatever became of it. */
  latestPost(suggestion: SuggestionId): Promise<PostWhole | null>;
  /** Since when another post's attempt with exactly this text, which nobody has seen on X, may stand there. */
  unclearSince(text: string, except: PostId): Promise<Instant | null>;
  postsIn(state: Post["state"]): Promise<readonly PostWhole[]>;
  /** Those of a state whose next step is due. */
  postsDue(state: Post["state"], now: Instant): Promise<readonly PostWhole[]>;
  /** What this person posted, the newest first: for her alone (rule 7). */
  postsDone(by: SlackUserId, most: number): Promise<readonly PostDone[]>;
  part(id: PartId): Promise<Part | null>;
  message(kind: MessageKind, subject: string): Promise<Message | null>;
  messageById(id: MessageId): Promise<Message | null>;
  messageAt(channel: SlackChannelId, ts: SlackTs): Promise<Message | null>;
  notice(id: NoticeId): Promise<Notice | null>;
  /** What was told and is not over. */
  noticesOpen(): Promise<readonly Notice[]>;
  /** The head of the record that the week's message tells; null for weeks before there were heads. */
  weeklyHead(week: string): Promise<RecordHead | null>;
  /** Wanted beyond what is shown, and due; the longest due first. */
  messagesOwed(now: Instant, most: number): Promise<readonly Message[]>;
  /** The earliest instant at which a post, an owed message, a reminder, a snoozed card or the end of a pause is due. */
  nextDue(): Promise<Instant | null>;
  week(from: Instant, to: Instant): Promise<WeekFacts>;
};

export type ReadArticle = (link: string) => Promise<ArticleRead>;

/** X's answer to one create. Only an id is success, only X's own refusal is refusal, all else is unknown. */
export type CreateAnswer =
  | { readonly kind: "published"; readonly xPostId: XPostId; readonly storedText: string }
  | { readonly kind: "refused"; readonly refusal: PostRefusal; readonly detail: string }
  | { readonly kind: "rate_limited"; readonly resetsAt: Instant | null; readonly detail: string }
  /** Surely nothing was sent: no connection came about. */
  | { readonly kind: "not_sent"; readonly detail: string }
  | { readonly kind: "unknown"; readonly detail: string };

/** The one way to X. It takes a sealed approval: a plain string cannot be posted. */
export type Publish = (approval: Approval, part: Part) => Promise<CreateAnswer>;

/** What X answered to creates and could not be written down yet, by post. Lives as long as the process. */
export type AnswersHeard = Map<PostId, CreateAnswer>;

/** A post on her timeline, as she would read it: t.co expanded, HTML unescaped. */
export type TimelinePost = { readonly id: XPostId; readonly text: string; readonly at: Instant };

export type Look =
  /** `whole`: every post since then was read. Only then is a post that is not among these not there to be seen. */
  | { readonly kind: "seen"; readonly posts: readonly TimelinePost[]; readonly whole: boolean }
  | { readonly kind: "not_seen"; readonly detail: string };

/** Reads her own newest posts since an instant. A positive match proves; its absence proves nothing. */
export type LookAtTimeline = (account: XAccountId, since: Instant) => Promise<Look>;

/** X's answer to one delete. Deleting again is safe, so what proves nothing is simply tried again. */
export type DeleteAnswer =
  | { readonly kind: "deleted" }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "not_sure"; readonly detail: string };

/** Takes one post of hers off X, by the id X gave it. */
export type TakeDown = (xPostId: XPostId) => Promise<DeleteAnswer>;

/** One of our messages as Slack shows it in her direct message: what was drawn there, by which desk's database. */
export type Witnessed = {
  readonly messageId: MessageId;
  readonly deskId: DeskId;
  /** The version that was drawn. */
  readonly version: number;
  readonly channel: SlackChannelId;
  readonly ts: SlackTs;
};

/**
 * Reads direct messages: the executive's newest messages, those of whoever decided before, and what stands at these
 * places. Throws when Slack does not say.
 */
export type ReadWitness = (
  executives: readonly SlackUserId[],
  places: readonly Place[],
) => Promise<readonly Witnessed[]>;
export type Place = { readonly channel: SlackChannelId; readonly ts: SlackTs };

/** What keeps posts from going out at this moment. */
export type Troubles = () => ReadonlySet<Trouble>;

/** Brings one Slack message up to date at once. True only when Slack said so: the witness before the call to X. */
export type ShowNow = (kind: MessageKind, subject: string) => Promise<boolean>;

export type Now = () => Instant;
/** A new random id of our own: 20 lower-case letters and digits. */
export type NewId = <T extends string>() => T;

export type { Change, Committed, Person, Ref, Row } from "./change.js";
export type { Log, LogEvent } from "./log-events.js";
