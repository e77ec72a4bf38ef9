import { type Agreed, type Approval, seal, sealKey } from "../../src/core/approval.js";
import type { Concern } from "../../src/core/concern.js";
import type { Desk } from "../../src/core/desk.js";
import type {
  ApprovalId,
  ConcernId,
  DeliveryKey,
  DeskId,
  MessageId,
  PartId,
  PostId,
  RevisionId,
  SlackChannelId,
  SlackTeamId,
  SlackTs,
  SlackUserId,
  SuggestionId,
  XAccountId,
} from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import type { Part, Post } from "../../src/core/post.js";
import { type Revision, revisionDigest } from "../../src/core/revision.js";
import { type Second, secondId } from "../../src/core/second.js";
import { noSettings } from "../../src/core/settings.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import type { Change, Person } from "../../src/flows/ports.js";

// One lawful value of each noun; a test says only what matters to it.

/** The ring that seals in tests. */
export const ring = [sealKey(Buffer.alloc(32, 7))] as const;

/** Monday 23 November 2026, 9:00 UTC. */
export const morning = Date.UTC(2026, 10, 23, 9);
export const minute = 60_000;

let count = 0;
/** Ids in the shape of ours, in the order they are asked for. */
export function newId<T extends string>(): T {
  count += 1;
  return `id${String(count).padStart(18, "0")}` as T;
}

export const executive = "U0EXEC" as SlackUserId;
export const nadia = "U0NADIA" as SlackUserId;
export const team = "T0TEAM" as SlackTeamId;
export const account = { id: "1900000000000000001" as XAccountId, handle: "camille" };

export function aDesk(given: Partial<Desk> = {}): Desk {
  return {
    id: "desk0000000000000001" as DeskId,
    version: 0,
    teamId: team,
    executiveId: executive,
    channelId: "C0TEAM" as SlackChannelId,
    homeZone: "Europe/Paris",
    locale: "fr-FR",
    account,
    openedAt: morning,
    paused: false,
    frozen: null,
    frozenAt: null,
    witnessedTs: null,
    subjects: [],
    pausedUntil: null,
    settings: noSettings,
    profile: null,
    ...given,
  };
}

export function aPerson(given: Partial<Person> = {}): Person {
  return { userId: nadia, version: 0, locale: "fr-FR", zone: "Europe/Paris", seenAt: morning, ...given };
}

export function aSuggestion(given: Partial<Suggestion> = {}): Suggestion {
  return {
    id: newId<SuggestionId>(),
    version: 0,
    deskId: aDesk().id,
    kind: "suggested",
    state: "reading",
    link: "https://journal.example/article",
    cleanLink: "journal.example/article",
    otherCleanLink: null,
    article: null,
    unreadable: null,
    refusal: null,
    note: "",
    reproach: null,
    subject: null,
    urgency: "any_time",
    seconds: 0,
    teamDraft: null,
    suggestedBy: nadia,
    suggestedAt: morning,
    revisionId: null,
    shownAt: null,
    decidedAt: null,
    declineReason: null,
    declineNote: null,
    setback: null,
    concernAt: null,
    keptRevisionId: null,
    mergedInto: null,
    insistsOn: null,
    snoozedUntil: null,
    handedNote: null,
    offeredWeek: null,
    ...given,
  };
}

export function aSecond(given: Partial<Second> = {}): Second {
  const suggestionId = given.suggestionId ?? newId<SuggestionId>();
  const userId = given.userId ?? ("U0OMAR" as SlackUserId);
  return {
    id: secondId(suggestionId, userId),
    version: 0,
    deskId: aDesk().id,
    suggestionId,
    userId,
    note: "",
    at: morning,
    undoneAt: null,
    ...given,
  };
}

export function aConcern(given: Partial<Concern> = {}): Concern {
  return {
    id: newId<ConcernId>(),
    version: 0,
    deskId: aDesk().id,
    suggestionId: newId<SuggestionId>(),
    userId: "U0OMAR" as SlackUserId,
    reason: "The figures are last year's.",
    at: morning,
    seenAt: null,
    withdrawnAt: null,
    ...given,
  };
}

export function aRevision(suggestion: Pick<Suggestion, "id">, given: Partial<Revision> = {}): Revision {
  const wording = {
    suggestionId: suggestion.id,
    text: "«Les mots» https://journal.example/article",
    media: [],
    ...given,
  };
  return {
    id: newId<RevisionId>(),
    deskId: aDesk().id,
    number: 1,
    source: "team",
    author: nadia,
    createdAt: morning,
    digest: revisionDigest(wording),
    ...wording,
  };
}

export function anApproval(revision: Revision, card: Message, given: Partial<Agreed> = {}): Approval {
  return seal(
    {
      id: newId<ApprovalId>(),
      deskId: revision.deskId,
      suggestionId: revision.suggestionId,
      revisionId: revision.id,
      revisionDigest: revision.digest,
      text: revision.text,
      media: revision.media,
      accountId: account.id,
      postAt: morning + 10_000,
      act: "approve",
      teamId: team,
      approvedBy: executive,
      approvedAt: morning,
      cardChannel: card.channel ?? ("" as SlackChannelId),
      cardTs: card.ts ?? ("" as SlackTs),
      delivery: newId<DeliveryKey>(),
      ...given,
    },
    ring,
  );
}

export function aPost(approval: Approval, given: Partial<Post> = {}): Post {
  return {
    id: newId<PostId>(),
    version: 0,
    deskId: approval.deskId,
    suggestionId: approval.suggestionId,
    approvalId: approval.id,
    state: "scheduled",
    postAt: approval.postAt,
    dueAt: approval.postAt,
    looks: 0,
    settledAt: null,
    ...given,
  };
}

export function aPart(post: Post, approval: Approval, given: Partial<Part> = {}): Part {
  return {
    id: newId<PartId>(),
    version: 0,
    postId: post.id,
    position: 0,
    text: approval.text,
    state: "pending",
    attemptedAt: null,
    xPostId: null,
    publishedAt: null,
    refusal: null,
    detail: null,
    otherText: null,
    takingDownAt: null,
    takenDownAt: null,
    ...given,
  };
}

/** The executive's card as it stands in Slack. */
export function aCard(suggestion: Pick<Suggestion, "id">, given: Partial<Message> = {}): Message {
  return {
    id: newId<MessageId>(),
    version: 0,
    deskId: aDesk().id,
    kind: "card",
    subject: suggestion.id,
    to: { kind: "person", userId: executive },
    channel: "D0EXEC" as SlackChannelId,
    ts: `1795424400.${String(count).padStart(6, "0")}` as SlackTs,
    wanted: 1,
    shown: 1,
    attempts: 0,
    dueAt: morning,
    sendingSince: null,
    shownDigest: null,
    returnedDigest: null,
    ...given,
  };
}

export function aChange(given: Partial<Change>): Change {
  return { expect: [], put: [], show: [], record: [], at: morning, ...given };
}
