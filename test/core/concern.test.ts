import { describe, expect, test } from "vitest";
import { readConcernKey, toRead, toShow, writeConcernKey } from "../../src/core/concern.js";
import { aConcern, morning, newId } from "../db/builders.js";

const unseen = (count: number) => Array.from({ length: count }, () => aConcern());
const seen = (count: number) => Array.from({ length: count }, () => aConcern({ seenAt: morning }));

describe("what she reads next", () => {
  test("is what she has not seen, the first raised first, three at most", () => {
    const [old, waiting] = [seen(2), unseen(5)];
    expect(toRead([...old, ...waiting])).toEqual(waiting.slice(0, 3));
    expect(toRead(old)).toEqual([]);
  });
  test("stands among what is shown, whatever she has seen since", () => {
    const [waiting, later] = [unseen(2), seen(3)];
    expect(toShow([...waiting, ...later])).toEqual([later[2], ...waiting]);
    expect(toShow([...unseen(1), ...seen(2)])).toHaveLength(3);
    expect(toShow(later)).toEqual(later);
    const many = unseen(4);
    expect(toShow([...later, ...many])).toEqual(toRead(many));
  });
});

describe("what «I have read it» carries", () => {
  test("is read back as it was written", () => {
    for (const count of [1, 2, 3]) {
      const concerns = unseen(count);
      expect(readConcernKey(writeConcernKey(concerns))).toEqual(concerns.map(({ id }) => id));
    }
  });
  test.each([
    ["nothing", ""],
    ["no text", 7],
    ["nothing at all", undefined],
    ["one id too many", writeConcernKey(unseen(4))],
    ["an id in other letters", "A".repeat(20)],
    ["a shorter id", newId<string>().slice(1)],
    ["another sign between", writeConcernKey(unseen(2)).replace(".", " ")],
    ["an id and nothing after the point", `${newId()}.`],
  ])("is nothing of ours where it is %s", (_, value) => {
    expect(readConcernKey(value)).toBeNull();
  });
});
