import type { Button, KnownBlock } from "@slack/types";
import { waitsForATime } from "../../core/approval.js";
import { type Concern, toRead, writeConcernKey } from "../../core/concern.js";
import type { Desk } from "../../core/desk.js";
import type { PostId } from "../../core/ids.js";
import type { Part } from "../../core/post.js";
import type { Revision } from "../../core/revision.js";
import { declineReasons, type Suggestion } from "../../core/suggestion.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { actions, button, linkButton, quote, section, verbatim } from "./block-parts.js";
import { plain } from "./form-parts.js";
import { escapeMrkdwn, mention } from "./mrkdwn.js";
import { type HandedTo, handedOver, putOff } from "./put-aside.js";
import { sayTimeInZone } from "./say-time.js";
import { scheduledButtons } from "./scheduled-buttons.js";
import { postLink, profileLink } from "./x-links.js";

type Facts = {
  readonly desk: Desk;
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly latest: PostWhole | null;
  /** The zone she is in, where Slack says another than her home zone. */
  readonly here?: string | undefined;
  readonly concerns: readonly Concern[];
  readonly words: Words;
  readonly handedTo: HandedTo | null;
};

/** What a decided card says, with only the buttons that still mean something. */
export function cardState(facts: Facts): KnownBlock[] {
  const { suggestion, words } = facts;
  switch (suggestion.state) {
    case "approved":
      return postState(facts);
    case "declined":
      return declined(suggestion, words);
    case "withdrawn":
      return [section(words.card.withdrawn)];
    case "expired":
      return [section(words.card.expired)];
    case "handed_over":
      return handedOver(suggestion, facts.handedTo, words);
    case "reading":
    case "rejected":
    case "merged":
    case "shown":
      return [];
    case "waiting":
      return putOff(suggestion, facts.desk, words);
    default:
      return suggestion.state satisfies never;
  }
}

function postState(facts: Facts): KnownBlock[] {
  const { desk, suggestion, revision, latest, concerns, words } = facts;
  const { card: say, dates } = words;
  if (!latest || !desk.account) return [];
  const { post, parts, approval } = latest;
  const profile = profileLink(desk.account);
  switch (post.state) {
    case "scheduled": {
      const waits = waitsForATime(approval.agreed);
      const zones = { home: desk.homeZone, here: facts.here ?? desk.homeZone };
      const line = desk.paused
        ? words.pause.heldOnCard
        : waits
          ? say.scheduled(sayTimeInZone(post.postAt, zones, words))
          : say.holding(dates.clock(post.dueAt ?? post.postAt, desk.homeZone));
      const stop = button("cancel", say.cancel, post.id, "danger");
      const key = {
        suggestionId: suggestion.id,
        revisionId: revision.id,
        digest: revision.digest,
        accountId: desk.account.id,
      };
      const buttons = waits ? scheduledButtons(post, key, words) : [stop];
      if (suggestion.concernAt === null) return [section(line), actions(buttons)];
      const { readFirstOrStop, haveRead } = words.team;
      const seen = button("concern_seen", haveRead, writeConcernKey(toRead(concerns)), "primary");
      return [section(`${line}\n${readFirstOrStop}`), actions([seen, stop])];
    }
    case "running":
      return [section(say.posting)];
    case "asking":
      return post.looks === 0 ? [section(say.looking)] : asking(post.id, profile, words);
    case "done": {
      const [part] = parts;
      if (!part?.xPostId) return [section(say.postedUnseen(profile))];
      return standing(post.id, part, postLink(desk.account, part.xPostId), words);
    }
    case "partial":
    case "cancelled":
    case "missed":
    case "refused":
    case "absent":
      return [];
    default:
      return post.state satisfies never;
  }
}

/** A post on X, or what is left of it: X's own words where they are not hers, and the way to take it down. */
function standing(postId: PostId, part: Part, link: string, words: Words): KnownBlock[] {
  const { card: say } = words;
  if (part.state === "taken_down") return [section(say.takenDown)];
  if (part.state === "taking_down") return [section(say.takingDown)];
  const { title, text, yes, no } = say.undoAsk;
  const undo: Button = {
    ...button("undo", say.undo, postId, "danger"),
    confirm: {
      title: plain(title),
      text: plain(text),
      confirm: plain(yes),
      deny: plain(no),
      style: "danger",
    },
  };
  const stands = part.otherText === null ? say.posted(link) : say.otherText(link);
  return [
    section([part.takingDownAt === null ? [] : notDown(part, words), stands].flat().join("\n")),
    ...(part.otherText === null ? [] : verbatim(part.otherText)),
    actions([linkButton("open_post", say.openPost, link), undo]),
  ];
}

function notDown({ refusal, detail }: Part, { card: say }: Words): string {
  const why = escapeMrkdwn(detail ?? "");
  return refusal ? say.notTakenDown(why) : say.perhapsTakenDown(why);
}

function asking(postId: string, profile: string, { card: say }: Words): KnownBlock[] {
  return [
    section(say.asking(profile)),
    actions([
      button("it_appeared", say.itAppeared, postId),
      button("it_did_not", say.itDidNot, postId),
      button("look_again", say.lookAgain, postId),
    ]),
  ];
}

function declined(suggestion: Suggestion, { card: say }: Words): KnownBlock[] {
  const who = mention(suggestion.suggestedBy);
  const reasons: Button[] = suggestion.declineReason
    ? []
    : declineReasons.map((reason) => button(`reason_${reason}`, say.reasons[reason], suggestion.id));
  const line = suggestion.declineReason
    ? say.reasonTold(who, say.reasons[suggestion.declineReason])
    : say.reasonGoesTo(who);
  return [
    section(`${say.declined}\n${line}`),
    ...(suggestion.declineNote ? [quote(suggestion.declineNote)] : []),
    actions([
      ...reasons,
      ...(suggestion.declineNote ? [] : [button("add_reason", say.addReason, suggestion.id)]),
      button("take_back", say.takeBack, suggestion.id),
    ]),
  ];
}
