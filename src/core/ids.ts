declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Ids of our own are 20 lower-case letters and digits: 100 random bits, safe in a button's value. */
export type DeskId = Branded<string, "DeskId">;
export type SuggestionId = Branded<string, "SuggestionId">;
export type RevisionId = Branded<string, "RevisionId">;
export type ApprovalId = Branded<string, "ApprovalId">;
export type PostId = Branded<string, "PostId">;
export type PartId = Branded<string, "PartId">;
export type MessageId = Branded<string, "MessageId">;
export type ConcernId = Branded<string, "ConcernId">;
export type ReminderId = Branded<string, "ReminderId">;
export type NoticeId = Branded<string, "NoticeId">;

/** Slack's own ids, as Slack gives them. */
export type SlackUserId = Branded<string, "SlackUserId">;
export type SlackTeamId = Branded<string, "SlackTeamId">;
export type SlackChannelId = Branded<string, "SlackChannelId">;
/** A message's timestamp, Slack's name for it within a channel. A string: it does not fit a number. */
export type SlackTs = Branded<string, "SlackTs">;

/** X's ids are up to 19 digits: strings, always. */
export type XAccountId = Branded<string, "XAccountId">;
export type XPostId = Branded<string, "XPostId">;

/** SHA-256, base64url, 43 characters. */
export type Digest = Branded<string, "Digest">;

/** What makes one delivery from Slack itself and no other (a trigger id, an event id). Taken once. */
export type DeliveryKey = Branded<string, "DeliveryKey">;

/** Epoch milliseconds, UTC. */
export type Instant = number;
