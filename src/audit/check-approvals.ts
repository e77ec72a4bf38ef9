import type { HouseRead } from "../db/read-house.js";
import type { StoredApproval } from "../flows/ports.js";
import type { RowFinding } from "./finding.js";
import { groupBy } from "./group-by.js";
import type { RecordedApproval, RecordedSteps } from "./recorded-steps.js";

type ApprovalWrong = Extract<RowFinding, { on: "approval" }>["wrong"];

/** Each approval has one line in the record and one post, and the record tells of none that is not there. */
export function checkApprovals(house: HouseRead, recorded: RecordedSteps): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  const lines = groupBy(recorded.approvals, ({ approval }) => approval);
  const posts = groupBy(house.posts, ({ approvalId }) => approvalId);
  for (const { agreed } of house.approvals) {
    const { id } = agreed;
    const own = posts.get(id) ?? [];
    const told = lines.get(id) ?? [];
    const [post] = own;
    const [line] = told;
    const wrong: ApprovalWrong[] = [];
    if (!post) wrong.push("no_post");
    if (own.length > 1) wrong.push("several_posts");
    if (!line) wrong.push("unrecorded");
    if (told.length > 1) wrong.push("recorded_twice");
    if (line) wrong.push(...againstLine(agreed, line, house.people));
    if (line && own.length > 0 && !own.some((made) => made.id === line.post))
      wrong.push("other_post_recorded");
    findings.push(...wrong.map((what): RowFinding => ({ on: "approval", id, wrong: what })));
  }
  return [...findings, ...linesOfNothing(house, recorded)];
}

function againstLine(
  agreed: StoredApproval["agreed"],
  line: RecordedApproval,
  people: HouseRead["people"],
): ApprovalWrong[] {
  const wrong: ApprovalWrong[] = [];
  // Who was forgotten is nobody here: only two names that are both still known can differ.
  const presser = line.who === null ? null : people.get(line.who);
  const executive = line.hands?.who ? people.get(line.hands.who) : undefined;
  if (line.digest !== agreed.revisionDigest) wrong.push("other_digest_recorded");
  if (presser !== undefined && presser !== agreed.approvedBy) wrong.push("other_approver");
  if (executive !== undefined && executive !== agreed.approvedBy) wrong.push("not_executive");
  if (line.hands?.account && line.hands.account !== agreed.accountId) wrong.push("other_account");
  return wrong;
}

function linesOfNothing(house: HouseRead, recorded: RecordedSteps): RowFinding[] {
  const approvals = new Set<string>(house.approvals.map(({ agreed }) => agreed.id));
  const digests = new Map<string, string>(house.revisions.map(({ id, digest }) => [id, digest]));
  const gone = recorded.approvals
    .filter(({ approval }) => !approvals.has(approval))
    .map(({ seq }): RowFinding => ({ on: "line", id: String(seq), wrong: "approval_gone" }));
  const revised = recorded.revisions.flatMap(({ seq, revision, digest }): RowFinding[] => {
    const found = digests.get(revision);
    if (found === undefined) return [{ on: "line", id: String(seq), wrong: "revision_gone" }];
    return found === digest ? [] : [{ on: "revision", id: revision, wrong: "other_digest_recorded" }];
  });
  return [...gone, ...revised];
}
