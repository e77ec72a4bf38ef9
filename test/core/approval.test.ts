import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agreed, seal, sealKey, unseal } from "../../src/core/approval.js";
import { aCard, anApproval, aRevision, aSuggestion } from "../db/builders.js";

const current = sealKey(Buffer.alloc(32, 1));
const older = sealKey(Buffer.alloc(32, 2));
const stranger = sealKey(Buffer.alloc(32, 3));

function agreed(): Agreed {
  const suggestion = aSuggestion();
  const { keyId: _, seal: __, ...all } = anApproval(aRevision(suggestion), aCard(suggestion));
  return all;
}

describe("a seal", () => {
  test("unseals over exactly what was sealed", () => {
    const all = agreed();
    const approval = seal(all, [current]);
    expect(unseal(all, approval, [current])).toEqual(approval);
    expect(approval).toMatchObject(all);
  });
  test("holds when the approval comes back from storage with its fields in another order", () => {
    const all = agreed();
    const approval = seal(all, [current]);
    const turned = Object.fromEntries(Object.entries(all).reverse()) as unknown as Agreed;
    expect(unseal(turned, approval, [current])).not.toBeNull();
  });
  test("covers every field: there is none that could be changed unnoticed", () => {
    const all = agreed();
    const approval = seal(all, [current]);
    for (const name of Object.keys(all) as (keyof Agreed)[]) {
      const changed = { ...all, [name]: other(all[name]) };
      expect(unseal(changed, approval, [current]), name).toBeNull();
    }
  });
  test("breaks with any other text, time or picture", () => {
    const all = agreed();
    const approval = seal(all, [current]);
    const change = fc.oneof(
      fc.record({ text: fc.string({ unit: "binary" }) }),
      fc.record({ postAt: fc.integer() }),
      fc.record({ media: fc.array(fc.string(), { minLength: 1 }) }),
      fc.record({ accountId: fc.string(), approvedBy: fc.string() }),
    );
    fc.assert(
      fc.property(change, (fields) => {
        fc.pre(Object.entries(fields).some(([name, value]) => value !== all[name as keyof Agreed]));
        expect(unseal({ ...all, ...fields } as Agreed, approval, [current])).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
  test("does not let text move from one field to the next", () => {
    const all = { ...agreed(), text: 'a","b' };
    const approval = seal(all, [current]);
    expect(unseal({ ...all, text: "a" }, approval, [current])).toBeNull();
    expect(unseal({ ...all, media: [], text: 'a","b ' }, approval, [current])).toBeNull();
  });
  test("tells apart texts that only look the same", () => {
    const all = { ...agreed(), text: "é" };
    expect(unseal({ ...all, text: "e\u0301" }, seal(all, [current]), [current])).toBeNull();
  });
  test("keeps its format: approvals already stored must unseal after an update", () => {
    const fixed = { ...agreed(), ...fixedIds } as Agreed;
    expect(seal(fixed, [current])).toMatchObject({
      keyId: "cNEwtNRW",
      seal: "PXMi8g5PecAFt5ZjVg6zdXg7X40U_ArWnZG2Fa4t0zI",
    });
  });
});

const fixedIds = {
  id: "a",
  suggestionId: "s",
  revisionId: "r",
  revisionDigest: "d",
  text: "Déjà\n",
  cardTs: "1.2",
  delivery: "p",
};

describe("the key ring", () => {
  test("seals with the current key and still unseals what an older one sealed", () => {
    const all = agreed();
    const before = seal(all, [older]);
    expect(unseal(all, before, [current, older])).toEqual(before);
    expect(seal(all, [current, older]).keyId).toBe(current.id);
  });
  test("unseals nothing whose key it does not hold", () => {
    const all = agreed();
    expect(unseal(all, seal(all, [stranger]), [current, older])).toBeNull();
    expect(unseal(all, seal(all, [current]), [])).toBeNull();
  });
  test("is not fooled by a strange seal under a known key's name", () => {
    const all = agreed();
    const forged = seal(all, [stranger]).seal;
    expect(unseal(all, { keyId: current.id, seal: forged }, [current])).toBeNull();
  });
  test.each(["", "x", "A".repeat(43), "é".repeat(43)])("refuses the seal «%s»", (made) => {
    expect(unseal(agreed(), { keyId: current.id, seal: made }, [current])).toBeNull();
  });
  test("names a key by an id that tells nothing of it, and is not the root itself", () => {
    const root = Buffer.alloc(32, 1);
    expect(current).toEqual(sealKey(root));
    expect(current.id).toMatch(/^[A-Za-z0-9_-]{8}$/);
    expect(new Set([current.id, older.id, stranger.id]).size).toBe(3);
    expect(current.key.equals(root)).toBe(false);
    expect(current.key.toString("base64url")).not.toContain(current.id);
  });
});

function other(value: Agreed[keyof Agreed]): unknown {
  if (typeof value === "number") return value + 1;
  return typeof value === "string" ? `${value}x` : [...value, "x"];
}
