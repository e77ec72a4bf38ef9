import type { SealKey } from "../core/approval.js";
import type { RecordHead } from "../core/record.js";
import { compareSchema } from "../db/compare-schema.js";
import { findDamage, isDamage } from "../db/find-damage.js";
import { keptHeads } from "../db/kept-heads.js";
import type { OpenDatabase } from "../db/open-database.js";
import { type HouseRead, readHouse } from "../db/read-house.js";
import { verifyRecord } from "../db/verify-record.js";
import { checkApprovals } from "./check-approvals.js";
import { checkHeads, rememberedHeads } from "./check-heads.js";
import { checkPosts } from "./check-posts.js";
import { checkSeals } from "./check-seals.js";
import type { Finding } from "./finding.js";
import { groupBy } from "./group-by.js";
import { gatherSteps } from "./recorded-steps.js";

export type Audited = {
  /** What was looked at, one line each, with counts. */
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
};

/** Checks everything that must hold between the record, the approvals and the posts. Changes nothing. */
export function auditHouse(
  database: OpenDatabase,
  asked: { readonly ring: readonly SealKey[]; readonly heads: readonly RecordHead[] },
): Audited {
  const all = [auditFile, auditFences, auditTables].map((check) => orDamage(() => check(database, asked)));
  return {
    checked: all.flatMap(({ checked }) => checked),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/** A file that is damaged stops one check, not the audit. */
function orDamage(check: () => Audited): Audited {
  try {
    return check();
  } catch (error) {
    if (!isDamage(error)) throw error;
    const says = `some of it could not be read (${error.code}), and what hangs on it was not checked`;
    return { checked: [], findings: [{ on: "file", says }] };
  }
}

function auditFile(database: OpenDatabase): Audited {
  const damage = findDamage(database);
  return {
    checked: ["File: its pages, indexes and references."],
    findings: damage.map((says) => ({ on: "file", says })),
  };
}

function auditFences(database: OpenDatabase): Audited {
  const { expected, differences } = compareSchema(database);
  return {
    checked: [`Fences: ${expected} tables, indexes, triggers and arrows.`],
    findings: differences.map((difference) => ({ on: "fence", ...difference })),
  };
}

function auditTables(database: OpenDatabase, asked: Parameters<typeof auditHouse>[1]): Audited {
  const remembered = rememberedHeads(keptHeads(database), asked.heads);
  const recorded = gatherSteps();
  const verdict = verifyRecord(database, remembered, recorded.read);
  const house = readHouse(database);
  const { head, lines } = verdict;
  const weekly = remembered.filter(({ of }) => of.kind === "weekly").length;
  return {
    checked: [
      `Record: ${lines} lines, the last ${head ? `${head.seq}:${head.hash}` : "none"}.`,
      `Heads: ${remembered.length}, of which ${weekly} told in weekly messages and ${asked.heads.length} given here.`,
      `Approvals: ${house.approvals.length}, with ${house.revisions.length} revisions and ${recorded.approvals.length} lines in the record.`,
      `Posts: ${house.posts.length}, with ${house.parts.length} parts.`,
    ],
    findings: [
      ...verdict.breaks.map((broken) => ({ on: "record" as const, broken })),
      ...checkHeads(remembered, verdict),
      ...house.unreadable.map((row) => ({ ...row, wrong: "unreadable" as const })),
      ...recorded.findings,
      ...checkSeals(house, asked.ring),
      ...checkApprovals(house, recorded),
      ...checkPosts(house, recorded),
      ...sharedXPosts(house),
    ],
  };
}

function sharedXPosts({ parts }: HouseRead): Finding[] {
  const sent = parts.filter(({ xPostId }) => xPostId !== null);
  return [...groupBy(sent, ({ xPostId }) => xPostId ?? "")]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([xPostId, sharing]) => ({ on: "x_post", xPostId, parts: sharing.length }));
}
