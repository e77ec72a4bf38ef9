import { describe, expect, test } from "vitest";
import { checkLink } from "../../src/articles/check-link.js";
import { isLoopbackAddress, isPublicAddress } from "../../src/articles/safe-address.js";
import { PRIVATE_NOTATIONS } from "./addresses.js";
import { ARTICLE_LINKS, SECRET_LINKS } from "./secret-links.js";

describe("a link is refused before anything is looked up", () => {
  test.each([
    ["not a link", "not_a_web_address"],
    ["", "not_a_web_address"],
    ["javascript:alert(1)", "not_a_web_address"],
    ["file:///etc/passwd", "not_a_web_address"],
    ["ftp://example.com/", "not_a_web_address"],
    ["//example.com/", "not_a_web_address"],
    ["https://", "not_a_web_address"],
    ["https://exa mple.com/", "not_a_web_address"],
    ["https://example.com/a\nb", "not_a_web_address"],
    ["ht\ntps://example.com/", "not_a_web_address"],
    ["https://exam\tple.com/", "not_a_web_address"],
    ["\u0000https://example.com/", "not_a_web_address"],
    [" https://example.com/", "not_a_web_address"],
    ["https:/example.com/", "not_a_web_address"],
    ["https:example.com", "not_a_web_address"],
    ["https:\\\\example.com/", "not_a_web_address"],
    ["https://example.com\\@127.0.0.1/", "not_a_web_address"],
    ["https://example.com/\u202egpj.exe", "not_a_web_address"],
    ["https://example.com/a\u200bb", "not_a_web_address"],
    ["https://exam\u200cple.com/", "not_a_web_address"],
    ["https://example.com/\ud800", "not_a_web_address"],
    ["https://example.com%40evil.example/", "not_a_web_address"],
    ["https://example.com%2f@evil.example/", "credentials_in_link"],
    ["https://:pw@example.com/", "credentials_in_link"],
    ["https://example.com:0/", "port_not_allowed"],
    ["https://example.com:6379/", "port_not_allowed"],
    ["gopher://example.com/", "not_a_web_address"],
    ["ws://example.com/", "not_a_web_address"],
    ["data:text/html,<title>x</title>", "not_a_web_address"],
    ["view-source:https://example.com/", "not_a_web_address"],
    ["<https://example.com|x>", "not_a_web_address"],
    ["https://[::1", "not_a_web_address"],
    ["https://[fe80::1%25eth0]/", "not_a_web_address"],
    ["https://127.0.\n0.1/", "not_a_web_address"],
    ["https://10.3/4", "private_address"],
    [`https://${"a.".repeat(200)}com/`, "too_long"],
    ["https://example.com:99999/", "not_a_web_address"],
    ["https://256.1.1.1/", "not_a_web_address"],
    [`https://example.com/${"a".repeat(2_000)}`, "too_long"],
    ["https://user:pass@example.com/", "credentials_in_link"],
    ["https://user@example.com/", "credentials_in_link"],
    ["https://@example.com/", "credentials_in_link"],
    ["https://example.com:8080/", "port_not_allowed"],
    ["https://example.com:22/", "port_not_allowed"],
  ])("%s is %s", (link, why) => {
    expect(checkLink(link)).toBe(why);
  });

  test.each(SECRET_LINKS)("%s is secret_link", (link) => expect(checkLink(link)).toBe("secret_link"));

  test.each(ARTICLE_LINKS)("%s may be read", (link) => {
    expect(checkLink(link)).toBeNull();
  });

  test("a link with letters like «ü» may be read however often it is suggested", () => {
    const refused = Array.from({ length: 20_000 }, () => checkLink("https://bücher.example/é?q=ü")).filter(
      Boolean,
    );
    expect(refused).toEqual([]);
  });

  test("no notation of a private address passes", () => {
    for (const notation of PRIVATE_NOTATIONS) {
      const link = notation.replace("PORT", "80");
      expect(checkLink(link), link).not.toBeNull();
    }
    expect(PRIVATE_NOTATIONS.length).toBeGreaterThanOrEqual(50);
  });

  test("an allowed host is allowed with its port only, and not with a password", () => {
    const allowed = ["127.0.0.1:4000"];
    expect(checkLink("http://127.0.0.1:4000/a", allowed)).toBeNull();
    expect(checkLink("http://2130706433:4000/a", allowed)).toBeNull();
    expect(checkLink("http://127.0.0.1:4001/a", allowed)).toBe("private_address");
    expect(checkLink("http://localhost:4000/a", allowed)).toBe("private_address");
    expect(checkLink("http://me:pw@127.0.0.1:4000/a", allowed)).toBe("credentials_in_link");
  });
});

describe("an address is public only when it is known to be", () => {
  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "93.184.215.14",
    "172.32.0.1",
    "2606:4700::1111",
    "2001:4860:4860::8888",
    "2a00:1450:4007::200e",
  ])("%s is", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ...[
      "127.0.0.1",
      "10.1.2.3",
      "100.64.0.1",
      "169.254.169.254",
      "168.63.129.16",
      "192.88.99.1",
      "198.51.100.1",
      "0.0.0.0",
    ],
    ...[
      "::1",
      "::",
      "::ffff:8.8.8.8",
      "64:ff9b::808:808",
      "2001::1",
      "2001:1ff::1",
      "2002:808:808::",
      "3fff::1",
      "4000::1",
      "5f00::1",
    ],
    ...["fe80::1%eth0", "2606:4700::1111%lo", "fd12::1", "ff0e::1", "100::1", "2620:4f:8000::1"],
    ...["localhost", "", "0177.0.0.1", "2130706433", "8.8.8", "example.com"],
  ])("«%s» is not", (address) => expect(isPublicAddress(address)).toBe(false));

  test("loopback is told from other private addresses", () => {
    expect(["127.0.0.1", "127.9.9.9", "::1"].every(isLoopbackAddress)).toBe(true);
    expect(["10.0.0.1", "169.254.169.254", "localhost", "8.8.8.8"].some(isLoopbackAddress)).toBe(false);
  });
});
