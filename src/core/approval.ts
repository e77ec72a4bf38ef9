import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type {
  ApprovalId,
  DeliveryKey,
  DeskId,
  Digest,
  Instant,
  RevisionId,
  SlackChannelId,
  SlackTeamId,
  SlackTs,
  SlackUserId,
  SuggestionId,
  XAccountId,
} from "./ids.js";

/** Her acts that approve (CONTRACT: «The acts that approve»). */
export const approvingActs = [
  "approve",
  "rewrite",
  "schedule",
  "schedule_next",
  "post_now",
  "own_post",
] as const;
export type ApprovingAct = (typeof approvingActs)[number];

/** What the executive agreed to with one press: everything that may not change afterwards. */
export type Agreed = {
  readonly id: ApprovalId;
  readonly deskId: DeskId;
  readonly suggestionId: SuggestionId;
  readonly revisionId: RevisionId;
  readonly revisionDigest: Digest;
  readonly text: string;
  readonly media: readonly Digest[];
  readonly accountId: XAccountId;
  readonly postAt: Instant;
  readonly act: ApprovingAct;
  readonly teamId: SlackTeamId;
  readonly approvedBy: SlackUserId;
  readonly approvedAt: Instant;
  /** The card she pressed on. */
  readonly cardChannel: SlackChannelId;
  readonly cardTs: SlackTs;
  readonly delivery: DeliveryKey;
};

/** The longest breath an approved post may take (`HOLD_SECONDS`). */
export const longestHoldMs = 10 * 60_000;

/** Whether it waits for a time she chose, and not for its breath alone. */
export function waitsForATime({
  act,
  postAt,
  approvedAt,
}: Pick<Agreed, "act" | "postAt" | "approvedAt">): boolean {
  return act === "schedule" || act === "schedule_next" || postAt - approvedAt > longestHoldMs;
}

declare const sealed: unique symbol;

/** Proof that the executive pressed on exactly this. Only `seal` and `unseal` make one. */
export type Approval = Agreed & { readonly keyId: string; readonly seal: string; readonly [sealed]: true };

/** A key of the ring: its id is public (it stands beside each seal), the key itself never leaves the process. */
export type SealKey = { readonly id: string; readonly key: Buffer };

/** One seal key out of one 32-byte root. HKDF keeps it apart from whatever else the root is used for. */
export function sealKey(root: Buffer): SealKey {
  const key = Buffer.from(hkdfSync("sha256", root, "", "firsthand approval seal 1", 32));
  const id = Buffer.from(hkdfSync("sha256", root, "", "firsthand key id 1", 6)).toString("base64url");
  return { id, key };
}

/** @param ring the current key first. */
export function seal(agreed: Agreed, ring: readonly [SealKey, ...SealKey[]]): Approval {
  const [current] = ring;
  return { ...agreed, keyId: current.id, seal: hmac(agreed, current) } as Approval;
}

/** Reads a stored approval back; null when no key of the ring made this seal over exactly this. */
export function unseal(
  agreed: Agreed,
  stamp: { keyId: string; seal: string },
  ring: readonly SealKey[],
): Approval | null {
  const key = ring.find((candidate) => candidate.id === stamp.keyId);
  if (!key) return null;
  const expected = Buffer.from(hmac(agreed, key));
  const found = Buffer.from(stamp.seal);
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) return null;
  return { ...agreed, keyId: stamp.keyId, seal: stamp.seal } as Approval;
}

/** The order and number of these fields are the format: a new field means a new format name. */
function hmac(agreed: Agreed, key: SealKey): string {
  const content = JSON.stringify([
    "firsthand approval 1",
    agreed.id,
    agreed.deskId,
    agreed.suggestionId,
    agreed.revisionId,
    agreed.revisionDigest,
    agreed.text,
    agreed.media,
    agreed.accountId,
    agreed.postAt,
    agreed.act,
    agreed.teamId,
    agreed.approvedBy,
    agreed.approvedAt,
    agreed.cardChannel,
    agreed.cardTs,
    agreed.delivery,
  ]);
  return createHmac("sha256", key.key).update(content, "utf8").digest("base64url");
}
