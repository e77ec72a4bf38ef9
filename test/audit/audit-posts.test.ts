import { describe, expect, test } from "vitest";
import { laidHandsOn } from "./laid-hands-on.js";

const { house, tamper, chainAnew, lineOf, said } = laidHandsOn();

describe("posts and parts", () => {
  const post = () => house().posts.published.post;
  const part = () => house().posts.published.parts[0]?.id;

  test("a post duplicated by hand is found, with the index that had to go", () => {
    tamper(
      "DROP INDEX posts_approval",
      "DROP INDEX posts_one_live",
      `INSERT INTO posts SELECT 'twice', version, desk_id, suggestion_id, approval_id, 'scheduled', post_at, due_at, looks, NULL
        FROM posts WHERE id = '${post().id}'`,
    );
    expect(said()).toEqual([
      "The index posts_approval of the database is missing.",
      "The index posts_one_live of the database is missing.",
      `The approval ${post().approvalId} has more than one post.`,
      "The post twice has no part.",
    ]);
  });
  test("a second part under one post is found", () => {
    tamper(
      `INSERT INTO parts (id, version, post_id, position, text, state)
        SELECT 'second', 1, post_id, 1, 'CANARY', 'pending' FROM parts WHERE id = '${part()}'`,
    );
    expect(said()).toEqual([
      `The post ${post().id} has more parts than its approval has texts.`,
      "The part second stands otherwise than the last line of its post in the record says.",
      "The part second has another X id than the record says.",
      "The part second has another text than its approval.",
    ]);
  });
  test("a part's text edited is found", () => {
    tamper(`UPDATE parts SET text = 'CANARY' WHERE id = '${part()}'`);
    expect(said()).toEqual([`The part ${part()} has another text than its approval.`]);
  });
  test("a post put back to be sent once more is found", () => {
    tamper(
      `UPDATE parts SET state = 'pending', x_post_id = NULL, published_at = NULL, attempted_at = NULL WHERE id = '${part()}'`,
      `UPDATE posts SET state = 'scheduled' WHERE id = '${post().id}'`,
    );
    expect(said()).toEqual([
      `The post ${post().id} stands otherwise than its last line in the record says.`,
      `The part ${part()} stands otherwise than the last line of its post in the record says.`,
      `The part ${part()} has another X id than the record says.`,
    ]);
  });
  test("a post said to be out that was never sent is found", () => {
    const { waiting } = house().posts;
    const [own] = waiting.parts;
    tamper(
      `UPDATE parts SET state = 'published', x_post_id = '1900000000000009999', published_at = 1 WHERE id = '${own?.id}'`,
      `UPDATE posts SET state = 'done' WHERE id = '${waiting.post.id}'`,
    );
    expect(said()).toEqual([
      `The post ${waiting.post.id} has ended, and the record holds no outcome of it.`,
      `The part ${own?.id} was sent, and the record holds no attempt of it.`,
    ]);
  });
  test("two parts under one X id are found", () => {
    const [own] = house().posts.takenDown.parts;
    const xPostId = house().posts.published.parts[0]?.xPostId;
    tamper(`UPDATE parts SET x_post_id = '${xPostId}' WHERE id = '${own?.id}'`);
    expect(said()).toEqual([
      `The part ${own?.id} has another X id than the record says.`,
      `The X id ${xPostId} stands at 2 parts: one post on X cannot be two of ours.`,
    ]);
  });
  test("another time than approved is found", () => {
    tamper(`UPDATE posts SET post_at = post_at + 1 WHERE id = '${house().posts.waiting.post.id}'`);
    expect(said()).toEqual([
      `The post ${house().posts.waiting.post.id} has another suggestion or time than its approval.`,
    ]);
  });

  describe("when the record was made whole again behind it", () => {
    const anew = (statement: string) => {
      tamper(statement, "DELETE FROM weekly_heads");
      chainAnew();
    };
    const ofPost = (kind: string) => `FROM record WHERE kind = '${kind}' AND about LIKE '%${post().id}%'`;

    test("an attempt missing is found", () => {
      anew(`DELETE ${ofPost("attempted")}`);
      expect(said()).toEqual([`The part ${part()} was sent, and the record holds no attempt of it.`]);
    });
    test("an outcome missing is found", () => {
      anew(`DELETE ${ofPost("outcome")}`);
      expect(said()).toEqual([
        `The post ${post().id} has ended, and the record holds no outcome of it.`,
        `The part ${part()} stands otherwise than the last line of its post in the record says.`,
      ]);
    });
    test("an approval missing is found", () => {
      anew(`DELETE ${ofPost("approved")}`);
      expect(said()).toEqual([`The approval ${post().approvalId} has no line in the record.`]);
    });
    test("an approval told twice is found", () => {
      anew(`INSERT INTO record SELECT 9999, desk_id, at, kind, who, about, 'x', 'y' ${ofPost("approved")}`);
      expect(said()).toEqual([`The approval ${post().approvalId} has more than one line in the record.`]);
    });
    test("an attempt after what may have succeeded is found", () => {
      anew(`INSERT INTO record SELECT 9999, desk_id, at, kind, who, about, 'x', 'y' ${ofPost("attempted")}`);
      expect(said()).toContain(`The part ${part()} was sent again, though it may have stood on X already.`);
    });
    test("a take-down she did not ask for is found", () => {
      const [own] = house().posts.takenDown.parts;
      anew("DELETE FROM record WHERE kind = 'taking_down'");
      expect(said()).toEqual([
        `The part ${own?.id} is taken down, and the record does not say that she asked for it.`,
      ]);
    });
    test("a line that does not say what it should is found", () => {
      const seq = lineOf("outcome", house().posts.refused.post.id);
      anew(`UPDATE record SET about = 'CANARY' WHERE seq = ${seq}`);
      expect(said()[0]).toBe(`The line ${seq} of the record does not say what a line of its kind says.`);
    });
    test("an attempt for another approval is found", () => {
      const seq = lineOf("attempted", post().id);
      anew(`UPDATE record SET about = replace(about, '${post().approvalId}', 'other') WHERE seq = ${seq}`);
      expect(said()).toEqual([
        `The line ${seq} of the record tells of an attempt whose post, part and approval do not belong together.`,
      ]);
    });
  });
});
