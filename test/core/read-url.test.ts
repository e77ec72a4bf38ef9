import { describe, expect, it } from "vitest";
import { readUrl } from "../../src/core/read-url.js";

describe("an address is read", () => {
  it.each(["https://bücher.example/é?q=ü", "https://例え.jp/", "http://a"])("%s, however often", (text) => {
    const wrong = Array.from({ length: 20_000 }, () => readUrl(text)).filter((url) => url === null);
    expect(wrong).toEqual([]);
  });
  it("as it stands on its page", () => {
    expect(readUrl("../b?c", "https://a.example/d/e")?.href).toBe("https://a.example/b?c");
  });
  it.each(["", "a", "https://", "http://[", "//a.example"])("«%s» is none", (text) => {
    expect(readUrl(text)).toBeNull();
  });
});
