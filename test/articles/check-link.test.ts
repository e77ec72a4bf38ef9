import { describe, expect, test } from "vitest";
import { checkLink } from "../../src/articles/check-link.js";
import { isLoopbackAddress, isPublicAddress } from "../../src/articles/safe-address.js";
import { PRIVATE_NOTATIONS } from "./addresses.js";

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
    ["https://example.com:99999/", "not_a_web_address"],
    ["https://256.1.1.1/", "not_a_web_address"],
    [`https://example.com/${"a".repeat(2_000)}`, "too_long"],
    ["https://user:pass@example.com/", "credentials_in_link"],
    ["https://user@example.com/", "credentials_in_link"],
    ["https://@example.com/", "credentials_in_link"],
    ["https://example.com:8080/", "port_not_allowed"],
    ["https://example.com:22/", "port_not_allowed"],
    ["https://hooks.slack.com/services/T0/B0/XXXX", "secret_link"],
    ["https://HOOKS.slack.com./services/T0/B0/XXXX", "secret_link"],
    ["https://files.slack.com/files-pri/T0-F0/plan.pdf", "secret_link"],
    ["https://slack-files.com/T0-F0-abc", "secret_link"],
    ["https://discord.com/api/webhooks/1/abc", "secret_link"],
    ["https://acme.webhook.office.com/webhookb2/x", "secret_link"],
    ["https://api.telegram.org/bot1:abc/sendMessage", "secret_link"],
    ["https://b.s3.amazonaws.com/k?X-Amz-Algorithm=a&X-Amz-Signature=abc", "secret_link"],
    ["https://b.s3.amazonaws.com/k?x-amz-signature=abc", "secret_link"],
    ["https://storage.googleapis.com/b/k?X-Goog-Signature=abc", "secret_link"],
    ["https://a.blob.core.windows.net/c/b?sv=2024&se=2026&sig=abc%3D", "secret_link"],
    ["https://d1.cloudfront.net/x?Expires=1&Signature=abc&Key-Pair-Id=K", "secret_link"],
    ["https://example.com/reset?token=abc", "secret_link"],
    ["https://example.com/#access_token=abc", "secret_link"],
    ["https://example.com/a;jsessionid=ABC", "secret_link"],
    ["https://example.com/?x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", "secret_link"],
    ["https://example.com/?next=https%3A%2F%2Fhooks.slack.com%2Fservices%2FT0%2FB0%2FX", "secret_link"],
  ])("%s is %s", (link, why) => {
    expect(checkLink(link)).toBe(why);
  });

  test.each([
    "https://www.lemonde.fr/article.html",
    "http://example.com",
    "HTTPS://EXAMPLE.COM/A",
    "https://example.com:443/",
    "http://example.com:80/",
    "https://example.com./",
    "https://8.8.8.8/",
    "https://[2606:4700::1111]/",
    "https://bücher.example/é?q=ü#fragment",
    "https://x.com/@someone/status/1",
    "https://example.com/?token=",
    "https://example.com/?tokens=3&design=1&signatures=5",
    "https://example.com/how-to-sign-a-token",
    "https://slack.com/blog",
    "https://localhost.example.com/",
    `https://example.com/${"a".repeat(1_980)}`,
  ])("%s may be read", (link) => {
    expect(checkLink(link)).toBeNull();
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
