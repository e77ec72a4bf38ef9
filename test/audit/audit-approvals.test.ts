import { describe, expect, test } from "vitest";
import { laidHandsOn } from "./laid-hands-on.js";

const { house, audit, rows, tamper, chainAnew, lineOf, said } = laidHandsOn();

describe("approvals", () => {
  const id = () => house().posts.published.post.approvalId;
  const revision = () => house().posts.published.approval.agreed.revisionId;
  const digest = "d".repeat(43);

  test.each<[string, () => string[], () => string[]]>([
    [
      "its text edited",
      () => [`UPDATE approvals SET text = 'CANARY' WHERE id = '${id()}'`],
      () => [
        `The approval ${id()} is not what was sealed: it was changed, or its seal was.`,
        `The approval ${id()} has another text or other pictures than its revision.`,
        `The part ${house().posts.published.parts[0]?.id} has another text than its approval.`,
      ],
    ],
    [
      "its seal edited",
      () => [`UPDATE approvals SET seal = 'CANARY' WHERE id = '${id()}'`],
      () => [`The approval ${id()} is not what was sealed: it was changed, or its seal was.`],
    ],
    [
      "its digest edited",
      () => [`UPDATE approvals SET revision_digest = '${digest}' WHERE id = '${id()}'`],
      () => [
        `The approval ${id()} is not what was sealed: it was changed, or its seal was.`,
        `The approval ${id()} carries another digest than its revision.`,
        `The approval ${id()} has another digest in the record.`,
      ],
    ],
    [
      "who gave it edited",
      () => [`UPDATE approvals SET approved_by = 'U0CANARY' WHERE id = '${id()}'`],
      () => [
        `The approval ${id()} is not what was sealed: it was changed, or its seal was.`,
        `The approval ${id()} is by somebody else than the record says.`,
        `The approval ${id()} is by somebody who was not the executive when it was given.`,
      ],
    ],
    [
      "its pictures made unreadable",
      () => [`UPDATE approvals SET media = 'CANARY' WHERE id = '${id()}'`],
      () => [
        `The approval ${id()} cannot be read.`,
        `The line ${lineOf("approved", id())} of the record tells of an approval that is not there.`,
        `The post ${house().posts.published.post.id} has no approval.`,
      ],
    ],
    [
      "its revision edited",
      () => [`UPDATE revisions SET text = 'CANARY' WHERE id = '${revision()}'`],
      () => [
        `The revision ${revision()} is not the wording its digest was made of.`,
        `The approval ${id()} has another text or other pictures than its revision.`,
      ],
    ],
    [
      "its line in the record given to somebody else, the chain made whole",
      () => [
        `UPDATE record SET who = (SELECT who FROM record WHERE kind = 'suggested') WHERE kind = 'approved' AND about LIKE '%${id()}%'`,
        "DELETE FROM weekly_heads",
      ],
      () => [`The approval ${id()} is by somebody else than the record says.`],
    ],
  ])("%s", (_, tampering, found) => {
    tamper(...tampering());
    if (tampering().some((statement) => statement.includes("record SET"))) chainAnew();
    expect(said()).toEqual(found());
  });

  test("one removed is found, with the line and the post it leaves behind", () => {
    const line = lineOf("approved", id());
    tamper(`DELETE FROM approvals WHERE id = '${id()}'`);
    expect(said()).toEqual([
      expect.stringMatching(
        /^The database file is damaged: row \d+ of posts points to no row of approvals\.$/,
      ),
      `The line ${line} of the record tells of an approval that is not there.`,
      `The post ${house().posts.published.post.id} has no approval.`,
    ]);
  });
  test("one removed together with its post and part is found by the record alone", () => {
    const { post } = house().posts.published;
    const lines = Number(rows(`SELECT count(*) FROM record WHERE about LIKE '%${post.id}%'`)[0]);
    tamper(
      `DELETE FROM parts WHERE post_id = '${post.id}'`,
      `DELETE FROM posts WHERE id = '${post.id}'`,
      `DELETE FROM approvals WHERE id = '${id()}'`,
    );
    expect(lines).toBe(3);
    expect(audit().map(({ on }) => on)).toEqual(["line", "line", "line"]);
  });
  test("one put in by hand, sealed with a stolen key, is found: the record does not know it", () => {
    tamper(
      `INSERT INTO approvals SELECT 'forged', desk_id, suggestion_id, revision_id, revision_digest, text, media, account_id,
        post_at, act, team_id, approved_by, approved_at, card_channel, card_ts, 'again', key_id, seal
        FROM approvals WHERE id = '${id()}'`,
    );
    expect(said()).toEqual([
      "The approval forged is not what was sealed: it was changed, or its seal was.",
      "The approval forged has no post.",
      "The approval forged has no line in the record.",
    ]);
  });
});
