import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Digest, SuggestionId } from "../../src/core/ids.js";
import { revisionDigest } from "../../src/core/revision.js";

const suggestionId = "a1b2c3d4e5f6g7h8i9j0" as SuggestionId;
const wording = { suggestionId, text: "Déjà vu", media: [] as Digest[] };

describe("the digest of a wording", () => {
  test("is 43 characters of base64url, the same every time", () => {
    expect(revisionDigest(wording)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(revisionDigest({ ...wording })).toBe(revisionDigest(wording));
  });
  test("keeps its format: stored digests must hold for years", () => {
    expect(revisionDigest(wording)).toBe("CVs6YHE6hlz0wLjNq952QDbExXVDFruPzlgx9_P1osU");
  });
  test("differs for another suggestion, another picture, another order of pictures", () => {
    const [one, other] = ["A".repeat(43) as Digest, "B".repeat(43) as Digest];
    const all = [
      wording,
      { ...wording, suggestionId: "b1b2c3d4e5f6g7h8i9j0" as SuggestionId },
      { ...wording, media: [one] },
      { ...wording, media: [one, other] },
      { ...wording, media: [other, one] },
    ].map(revisionDigest);
    expect(new Set(all).size).toBe(all.length);
  });
  test("differs for every other spelling, also where the eye sees none", () => {
    const spellings = [
      "Déjà vu",
      "De\u0301ja\u0300 vu",
      "Déjà vu ",
      "Déjà\u00a0vu",
      "Déjà vu\n",
      "Déjà vu\r\n",
    ];
    const digests = spellings.map((text) => revisionDigest({ ...wording, text }));
    expect(new Set(digests).size).toBe(spellings.length);
  });
  test("differs whenever the text differs", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const same =
          revisionDigest({ ...wording, text: one }) === revisionDigest({ ...wording, text: other });
        expect(same).toBe(one === other);
      }),
      { numRuns: 40 },
    );
  });
});
