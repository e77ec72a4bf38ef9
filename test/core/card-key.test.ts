import { describe, expect, test } from "vitest";
import {
  readCardKey,
  readPostedKey,
  readPostKey,
  readSuggestionKey,
  readTimedKey,
  writeCardKey,
  writePostedKey,
  writeTimedKey,
} from "../../src/core/card-key.js";
import type { Digest, PostId, RevisionId, SuggestionId, XAccountId } from "../../src/core/ids.js";

const key = {
  suggestionId: "a1b2c3d4e5f6g7h8i9j0" as SuggestionId,
  revisionId: "k1l2m3n4o5p6q7r8s9t0" as RevisionId,
  digest: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_9" as Digest,
  accountId: "1729384756102938475" as XAccountId,
};
const written = writeCardKey(key);

describe("what a card's button carries", () => {
  test("is read back as it was written", () => {
    expect(readCardKey(written)).toEqual(key);
    const unconnected = { ...key, accountId: null };
    expect(readCardKey(writeCardKey(unconnected))).toEqual(unconnected);
  });
  test("holds ids and a digest, and nothing else", () => {
    expect(written).toBe(`${key.suggestionId}.${key.revisionId}.${key.digest}.${key.accountId}`);
    expect(written.length).toBeLessThan(2000);
  });
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["an empty value", ""],
    ["a number", 7],
    ["an object", { suggestionId: key.suggestionId }],
    ["a piece missing", `${key.suggestionId}.${key.revisionId}`],
    ["a piece more", `${written}.x`],
    ["a short id", written.slice(1)],
    ["a short digest", written.replace("-_9.", "-_.")],
    ["a long digest", written.replace("-_9.", "-_9A.")],
    ["an account that is none of X's", `${written}0`],
    ["capitals in an id", written.replace("a1b2", "A1B2")],
    ["a line behind it", `${written}\n`],
    ["a space before it", ` ${written}`],
    ["a sign no digest has", written.replace("-_9.", "-_+.")],
  ])("is refused when it is %s", (_, value) => {
    expect(readCardKey(value)).toBeNull();
  });
});

describe("what other buttons carry", () => {
  test.each([
    ["a post", readPostKey],
    ["a suggestion", readSuggestionKey],
  ])("is the id of %s", (_, read) => {
    expect(read(key.suggestionId)).toBe(key.suggestionId);
    for (const value of [
      undefined,
      null,
      "",
      12,
      written,
      `${key.suggestionId}\n`,
      key.suggestionId.slice(1),
    ])
      expect(read(value)).toBeNull();
  });
});

describe("what a button carries besides the card", () => {
  const postId = "u1v2w3x4y5z6a7b8c9d0" as PostId;
  test("is read back as it was written: a time, or the post that waits", () => {
    const at = 1_795_424_400_000;
    expect(readTimedKey(writeTimedKey({ key, at }))).toEqual({ key, at });
    expect(readPostedKey(writePostedKey({ key, postId }))).toEqual({ key, postId });
  });
  test.each([
    ["the card alone", written],
    ["a time of capitals", `${written}.ABC`],
    ["a time beyond all years", `${written}.${"z".repeat(10)}`],
    ["a post of another shape", `${written} short`],
    ["something behind it", `${written} ${postId} x`],
    ["nothing", undefined],
  ])("is refused when it is %s", (_, value) => {
    expect(readTimedKey(value)).toBeNull();
    expect(readPostedKey(value)).toBeNull();
  });
});
