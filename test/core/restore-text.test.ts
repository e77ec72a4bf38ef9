import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreEmojiNames, restoreText } from "../../src/core/restore-text.js";
import { emojiNames } from "../../src/slack/emoji-names.js";

const restored = (raw: string) => restoreText(raw, emojiNames()).text;

describe("restoring typed text", () => {
  it.each([
    ["Bravo :clap: :+1:", "Bravo 👏 👍"],
    ["Salut :wave::skin-tone-3:!", "Salut 👋🏼!"],
    [":woman_in_manual_wheelchair::skin-tone-6:", "👩🏿‍🦽"],
    [":handshake::skin-tone-2-6:", "🫱🏻‍🫲🏿"],
    [":people_holding_hands::skin-tone-4:", "🧑🏽‍🤝‍🧑🏽"],
    [":heart::heart:", "❤️❤️"],
    [":flag-fr: :fr:", "🇫🇷 🇫🇷"],
    ["R&amp;D &lt;3 et &gt; 5", "R&D <3 et > 5"],
    ["A:clap:&amp;:clap:", "A👏&👏"],
    ["10:30:smile:", "10:30😄"],
    ["Note : :tada:", "Note : 🎉"],
    [":100: %", "💯 %"],
  ])("makes «%s» «%s»", (raw, text) => {
    expect(restoreText(raw, emojiNames())).toEqual({ text, changed: true, unknown: [] });
  });

  it.each([
    "10:30:45",
    "2:100:3",
    "à 8:00, puis :",
    "::",
    ": :",
    "Attention : rien",
    "AT&T; &nbsp; &copy;",
    "👏 👋🏼",
    "",
  ])("leaves «%s» as it is", (raw) => {
    expect(restoreText(raw, emojiNames())).toEqual({ text: raw, changed: false, unknown: [] });
  });

  it("restores entities once, and inside links too", () => {
    expect(restored("&amp;lt;")).toBe("&lt;");
    expect(restored("https://example.com/?a=1&amp;b=2")).toBe("https://example.com/?a=1&b=2");
  });

  it("leaves a name inside a link, and says that it may have been an emoji", () => {
    const raw = "See https://example.com/a:clap:b today";
    expect(restoreText(raw, emojiNames())).toEqual({ text: raw, changed: true, unknown: [] });
    const port = "See https://example.com:443/ and http://[::1]:80/";
    expect(restoreText(port, emojiNames())).toEqual({ text: port, changed: false, unknown: [] });
  });

  it("names the workspace's own emoji, once each, and leaves them", () => {
    expect(restoreText("Merci :notre-logo: :clap: :notre-logo: :équipe_2:", emojiNames())).toEqual({
      text: "Merci :notre-logo: 👏 :notre-logo: :équipe_2:",
      changed: true,
      unknown: ["notre-logo", "équipe_2"],
    });
  });

  it("brings back every emoji that was handed over by its name", () => {
    for (const [name, emoji] of emojiNames()) expect(restored(`a :${name}: b`)).toBe(`a ${emoji} b`);
  });

  it("never changes a text without a colon or an ampersand", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (any) => {
        const text = any.replace(/[:&]/g, "");
        expect(restoreText(text, emojiNames())).toEqual({ text, changed: false, unknown: [] });
      }),
    );
  });
});

describe("restoring emoji alone", () => {
  it("leaves entities as they are, and names inside links", () => {
    expect(restoreEmojiNames("&lt;3 :clap: https://a.example/:clap:", emojiNames())).toBe(
      "&lt;3 👏 https://a.example/:clap:",
    );
  });
});

describe("the names of emoji", () => {
  it("are read once, with every skin tone", () => {
    expect(emojiNames()).toBe(emojiNames());
    expect(emojiNames().size).toBeGreaterThan(3_500);
    expect(emojiNames().get("wave::skin-tone-2")).toBe("👋🏻");
    expect(emojiNames().get("wave::skin-tone-7")).toBeUndefined();
  });
});
