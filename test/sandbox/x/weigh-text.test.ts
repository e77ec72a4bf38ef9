import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { weighText } from "../../../src/sandbox/x/weigh-text.js";

const emojis = createRequire(import.meta.url)("emoji-datasource/emoji.json") as { unified: string }[];

describe("what a text weighs on X", () => {
  test("every emoji is 2, however many code points it is made of", () => {
    const wrong = emojis
      .map(({ unified }) =>
        String.fromCodePoint(...unified.split("-").map((hex) => Number.parseInt(hex, 16))),
      )
      .filter((emoji) => weighText(emoji) !== 2);
    expect(emojis.length).toBeGreaterThan(1800);
    expect(wrong).toEqual([]);
  });

  test.each([
    ["é œ « »", 7],
    ["cafe\u0301", 4],
    ["l’été", 5],
    ["€ … →", 8],
    ["\u00a0\u202f", 3],
    ["ก한", 3],
    ["https://exemple.fr/un/tres/long/chemin?avec=beaucoup&de=choses", 23],
    ["voir exemple.fr", 28],
    ["http://127.0.0.1/x", 18],
  ])("%j weighs as documented", (text, weight) => {
    expect(weighText(text)).toBe(weight);
  });
});
