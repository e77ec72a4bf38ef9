import { type SealKey, unseal } from "../core/approval.js";
import { revisionDigest } from "../core/revision.js";
import type { HouseRead } from "../db/read-house.js";
import type { Finding, RowFinding } from "./finding.js";

/** Each revision is what its digest says, and each approval is what was sealed, of exactly the revision it names. */
export function checkSeals(
  { approvals, revisions }: Pick<HouseRead, "approvals" | "revisions">,
  ring: readonly SealKey[],
): readonly Finding[] {
  const findings: Finding[] = [];
  const known = new Set(ring.map(({ id }) => id));
  const unknown = new Map<string, number>();
  for (const revision of revisions) {
    if (revisionDigest(revision) !== revision.digest)
      findings.push({ on: "revision", id: revision.id, wrong: "other_digest" });
  }
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  for (const { agreed, keyId, seal } of approvals) {
    const { id } = agreed;
    const wrong = (what: Extract<RowFinding, { on: "approval" }>["wrong"]) =>
      findings.push({ on: "approval", id, wrong: what });
    if (!known.has(keyId)) unknown.set(keyId, (unknown.get(keyId) ?? 0) + 1);
    else if (!unseal(agreed, { keyId, seal }, ring)) wrong("seal_broken");
    const revision = byId.get(agreed.revisionId);
    if (!revision || revision.suggestionId !== agreed.suggestionId) {
      wrong("no_revision");
      continue;
    }
    if (revision.digest !== agreed.revisionDigest) wrong("other_digest");
    if (revision.text !== agreed.text || JSON.stringify(revision.media) !== JSON.stringify(agreed.media))
      wrong("other_text");
  }
  for (const [keyId, count] of unknown) findings.push({ on: "key", keyId, approvals: count });
  return findings;
}
