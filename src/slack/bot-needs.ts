import type { SealKey } from "../core/approval.js";
import type { LinkRefusal } from "../core/article.js";
import type { SlackChannelId, SlackTeamId } from "../core/ids.js";
import type { CardLimits } from "../core/when-seen.js";
import type { Log, NewId, Now, ReadArticle, ShowNow, Store } from "../flows/ports.js";
import type { Members } from "./membership.js";
import type { People } from "./people.js";
import type { SlackClients } from "./slack-clients.js";

/** What the routes need from the rest of the house; each handler names the part it uses. */
export type BotNeeds = {
  readonly store: Store;
  readonly people: People;
  readonly members: Members;
  readonly slack: SlackClients;
  readonly showNow: ShowNow;
  readonly checkLink: (link: string) => LinkRefusal | null;
  readonly readArticle: ReadArticle;
  /** How long a link in a form rests before it is read; milliseconds. */
  readonly typingRestMs: number;
  readonly limits: CardLimits & { readonly perHour: number };
  readonly ring: readonly [SealKey, ...SealKey[]];
  readonly holdMs: number;
  readonly teamId: SlackTeamId;
  /** Null: Slack did not say. */
  readonly appId: string | null;
  readonly teamChannelId: SlackChannelId;
  /** Where she hands over what belongs on the company account; null: nowhere. */
  readonly corporateChannelId: SlackChannelId | null;
  readonly emojiNames: () => ReadonlyMap<string, string>;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};
