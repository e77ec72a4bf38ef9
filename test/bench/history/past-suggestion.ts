import { type Approval, seal } from "../../../src/core/approval.js";
import { cleanLink } from "../../../src/core/clean-link.js";
import type { Desk, XAccount } from "../../../src/core/desk.js";
import type {
  ApprovalId,
  DeliveryKey,
  Digest,
  Instant,
  MessageId,
  RevisionId,
  SlackChannelId,
  SlackTs,
  SlackUserId,
  SuggestionId,
  XPostId,
} from "../../../src/core/ids.js";
import type { Message, MessageWanted } from "../../../src/core/message.js";
import type { Part, Post } from "../../../src/core/post.js";
import type { AuditEntry } from "../../../src/core/record.js";
import { type Revision, textRevision } from "../../../src/core/revision.js";
import { declineReasons, type Suggestion } from "../../../src/core/suggestion.js";
import { cardOf, linesOf, newsOf } from "../../../src/flows/messages-wanted.js";
import type { NewId } from "../../../src/flows/ports.js";
import { postOf } from "../../../src/flows/post-of.js";
import { ring } from "../../db/builders.js";

/** Everything the product would have stored of one suggestion that was decided on long ago. */
export type PastSuggestion = {
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly posted: { readonly approval: Approval; readonly post: Post; readonly part: Part } | null;
  readonly messages: readonly Message[];
  readonly record: readonly AuditEntry[];
  readonly deliveries: readonly DeliveryKey[];
};

type Facts = {
  readonly number: number;
  readonly at: Instant;
  readonly desk: Desk & { readonly account: XAccount };
  readonly by: SlackUserId;
  readonly newId: NewId;
};

const hourMs = 3_600_000;
const subjects = ["night trains", "a grid that holds", "the four-day week", "batteries", "open wages"];

export function pastLink(number: number): string {
  return `https://journal-${number % 300}.example/${number}/what-moves-us`;
}

/** Of five she posted two and declined three; she decides within a day. */
export function pastSuggestion({ number, at, desk, by, newId }: Facts): PastSuggestion {
  const link = pastLink(number);
  const title = `What ${subjects[number % subjects.length]} changed, and for whom (part ${number})`;
  const site = `Journal ${number % 300}`;
  const shownAt = at + hourMs;
  const decidedAt = shownAt + (number % 20) * hourMs;
  const isPosted = number % 5 < 2;
  const id = newId<SuggestionId>();
  const revision = textRevision({
    id: newId<RevisionId>(),
    deskId: desk.id,
    suggestionId: id,
    number: 1,
    text: `“${title}” (${site})\n${link}`,
    source: "headline",
    author: null,
    createdAt: at + 1_000,
  });
  const suggestion: Suggestion = {
    id,
    version: 4,
    deskId: desk.id,
    kind: "suggested",
    state: isPosted ? "approved" : "declined",
    link,
    cleanLink: cleanLink(link),
    otherCleanLink: null,
    article: {
      title,
      site,
      author: "A. Journalist",
      publishedAt: at - hourMs,
      language: "en",
      description: "What happened, who said so, and what it may come to in the years that follow.",
      picture: `${link}/picture.jpg`,
      canonicalLink: link,
    },
    unreadable: null,
    refusal: null,
    note: "She spoke about this in spring, and it is in all the papers now.",
    teamDraft: null,
    suggestedBy: by,
    suggestedAt: at,
    revisionId: revision.id,
    shownAt,
    decidedAt,
    declineReason: isPosted ? null : (declineReasons[number % declineReasons.length] ?? null),
    declineNote: null,
    setback: null,
    concernAt: null,
    keptRevisionId: null,
    mergedInto: null,
    insistsOn: null,
    snoozedUntil: null,
    handedNote: null,
    offeredWeek: null,
    reproach: null,
    subject: null,
    urgency: "any_time",
    seconds: 0,
  };
  const [asked, decided] = [newId<DeliveryKey>(), newId<DeliveryKey>()];
  const shownMessage = messageOf({ number, at: decidedAt, newId, desk });
  const [card, ...news] = [cardOf(suggestion, desk), ...newsOf(suggestion, desk)].map(shownMessage);
  const begun: AuditEntry[] = [
    { kind: "suggested", at, who: by, about: { suggestion: id } },
    {
      kind: "revised",
      at: at + 1_000,
      who: null,
      about: { suggestion: id, revision: revision.id, digest: revision.digest },
    },
  ];
  const told = { suggestion, revision, deliveries: [asked, decided] };
  const who = desk.executiveId;
  if (!isPosted || !card) {
    const declined: AuditEntry = { kind: "declined", at: decidedAt, who, about: { suggestion: id } };
    return {
      ...told,
      posted: null,
      messages: [...(card ? [card] : []), ...news],
      record: [...begun, declined],
    };
  }
  const approval = seal(
    {
      id: newId<ApprovalId>(),
      deskId: desk.id,
      suggestionId: id,
      revisionId: revision.id,
      revisionDigest: revision.digest,
      text: revision.text,
      media: [],
      accountId: desk.account.id,
      postAt: decidedAt,
      act: "approve",
      teamId: desk.teamId,
      approvedBy: who,
      approvedAt: decidedAt,
      cardChannel: card.channel ?? ("" as SlackChannelId),
      cardTs: card.ts ?? ("" as SlackTs),
      delivery: decided,
    },
    ring,
  );
  const fresh = postOf(approval, newId);
  const post: Post = { ...fresh.post, version: 3, state: "done", dueAt: null, settledAt: decidedAt + 800 };
  const part: Part = {
    ...fresh.part,
    version: 3,
    state: "published",
    attemptedAt: decidedAt + 300,
    xPostId: `15${String(number).padStart(17, "0")}` as XPostId,
    publishedAt: decidedAt + 800,
  };
  const about = { suggestion: id, approval: approval.id, digest: revision.digest, post: post.id };
  return {
    ...told,
    posted: { approval, post, part },
    messages: [card, ...news, ...linesOf(post.id, "line", desk).map(shownMessage)],
    record: [
      ...begun,
      { kind: "approved", at: decidedAt, who, about: { ...about, postAt: decidedAt, act: "approve" } },
      {
        kind: "attempted",
        at: decidedAt + 300,
        who: null,
        about: { post: post.id, part: part.id, approval: approval.id },
      },
      {
        kind: "outcome",
        at: decidedAt + 800,
        who: null,
        about: { post: post.id, outcome: "published", xPost: part.xPostId },
      },
    ],
  };
}

/** A message as it stands in Slack after everything was told. */
function messageOf({ number, at, newId, desk }: Pick<Facts, "number" | "at" | "newId" | "desk">) {
  return ({ kind, subject, to }: MessageWanted, place: number): Message => ({
    id: newId<MessageId>(),
    version: 6,
    deskId: desk.id,
    kind,
    subject,
    to,
    channel: (to.kind === "channel" ? to.channelId : `D${to.userId.slice(1)}`) as SlackChannelId,
    ts: `${Math.floor(at / 1000) + place}.${kind.includes("_") ? 5 : 1}${String(number % 100_000).padStart(5, "0")}` as SlackTs,
    wanted: 3,
    shown: 3,
    attempts: 0,
    dueAt: at,
    sendingSince: null,
    shownDigest: `${newId()}${newId()}abc`,
    returnedDigest: `${newId()}${newId()}abc` as Digest,
  });
}
