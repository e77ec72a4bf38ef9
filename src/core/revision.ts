import { createHash } from "node:crypto";
import type { DeskId, Digest, Instant, RevisionId, SlackUserId, SuggestionId } from "./ids.js";

/** Who found the words. The team never sees which. */
export const revisionSources = ["headline", "team", "executive"] as const;
export type RevisionSource = (typeof revisionSources)[number];

/** One wording of a suggestion: never changed, only followed by another. */
export type Revision = {
  readonly id: RevisionId;
  readonly deskId: DeskId;
  readonly suggestionId: SuggestionId;
  /** 1, 2, 3 … within its suggestion. */
  readonly number: number;
  /** Exactly what X would get. Never trimmed, never normalised. */
  readonly text: string;
  /** SHA-256 of each picture, in order. */
  readonly media: readonly Digest[];
  readonly source: RevisionSource;
  readonly author: SlackUserId | null;
  readonly createdAt: Instant;
  readonly digest: Digest;
};

/** Names a wording by its content: two revisions of one suggestion with one text share it, and may. */
export function revisionDigest(wording: Pick<Revision, "suggestionId" | "text" | "media">): Digest {
  const content = JSON.stringify(["firsthand revision 1", wording.suggestionId, wording.text, wording.media]);
  return createHash("sha256").update(content, "utf8").digest("base64url") as Digest;
}

/** A wording of text alone, named by its digest. */
export function textRevision(wording: Omit<Revision, "digest" | "media">): Revision {
  const whole = { ...wording, media: [] };
  return { ...whole, digest: revisionDigest(whole) };
}
