import { z } from "zod";
import type { Article, LinkRefusal, Unreadable } from "../core/article.js";
import type { DeskId, RevisionId, SlackUserId, SuggestionId } from "../core/ids.js";
import {
  type DeclineReason,
  declineReasons,
  postRefusals,
  type Setback,
  type Suggestion,
  suggestionKinds,
  suggestionStates,
  urgencies,
} from "../core/suggestion.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";

const article: z.ZodType<Article> = z.object({
  title: z.string(),
  site: z.string(),
  author: z.string().nullable(),
  publishedAt: z.number().nullable(),
  language: z.string().nullable(),
  description: z.string().nullable(),
  picture: z.string().nullable(),
  canonicalLink: z.string().nullable(),
  paywalled: z.boolean().optional(),
});

const setback: z.ZodType<Setback> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("restored") }),
  z.object({ kind: z.literal("cancelled") }),
  z.object({ kind: z.literal("missed") }),
  z.object({ kind: z.literal("lapsed") }),
  z.object({ kind: z.literal("absent") }),
  z.object({ kind: z.literal("concern") }),
  z.object({
    kind: z.literal("refused"),
    refusal: z.enum(postRefusals),
    detail: z.string(),
    liftsAt: z.number().optional(),
  }),
]);

const unreadable: Record<Unreadable, true> = {
  not_found: true,
  no_such_host: true,
  unreachable: true,
  too_slow: true,
  too_large: true,
  too_many_redirects: true,
  not_html: true,
  not_allowed: true,
  server_error: true,
  empty_page: true,
  needs_scripts: true,
  needs_sign_in: true,
  not_secure: true,
  too_busy: true,
};

const refusal: Record<LinkRefusal, true> = {
  not_a_web_address: true,
  too_long: true,
  credentials_in_link: true,
  port_not_allowed: true,
  private_address: true,
  secret_link: true,
};

/** Row → suggestion. */
export const decodeSuggestion = rowDecoder<Suggestion>(
  "suggestions",
  z.object({
    id: textAs<SuggestionId>(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    kind: z.enum(suggestionKinds),
    state: z.enum(suggestionStates),
    link: z.string(),
    cleanLink: z.string(),
    otherCleanLink: z.string().nullable(),
    article: jsonText(article).nullable(),
    unreadable: oneOf(unreadable).nullable(),
    refusal: oneOf(refusal).nullable(),
    note: z.string(),
    reproach: z.string().nullable(),
    subject: z.string().nullable(),
    urgency: z.enum(urgencies),
    seconds: z.number(),
    teamDraft: z.string().nullable(),
    suggestedBy: textAs<SlackUserId>(),
    suggestedAt: z.number(),
    revisionId: textAs<RevisionId>().nullable(),
    shownAt: z.number().nullable(),
    decidedAt: z.number().nullable(),
    declineReason: z.enum(declineReasons).nullable() satisfies z.ZodType<DeclineReason | null>,
    declineNote: z.string().nullable(),
    setback: jsonText(setback).nullable(),
    concernAt: z.number().nullable(),
    keptRevisionId: textAs<RevisionId>().nullable(),
    mergedInto: textAs<SuggestionId>().nullable(),
    insistsOn: textAs<SuggestionId>().nullable(),
    snoozedUntil: z.number().nullable(),
    handedNote: z.string().nullable(),
    offeredWeek: z.string().nullable(),
  }),
);

/** For the core's unions that have no list: the compiler sees to it that none is missing. */
function oneOf<T extends string>(all: Record<T, true>): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === "string" && Object.hasOwn(all, value));
}
