import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { ApiResponseError } from "twitter-api-v2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { signRequest } from "../../../src/sandbox/x/sign-request.js";
import type { LocalX } from "../../../src/sandbox/x/start-local-x.js";
import { apiKeys, camille, clientOf, twoAccounts } from "./x-client.js";

let x: LocalX;
beforeEach(async () => {
  x = await twoAccounts();
});
afterEach(() => x.close());

/** A hand-signed request, for what the real client would never send. */
function send(
  path: string,
  change: { oauth?: Record<string, string>; host?: string; header?: string; signedPath?: string } = {},
): Promise<{ status: number | undefined; body: string }> {
  const [pathname = "", search = ""] = (change.signedPath ?? path).split("?");
  const oauth: Record<string, string> = {
    oauth_consumer_key: apiKeys.apiKey,
    oauth_nonce: randomUUID(),
    oauth_signature_method: "HMAC-SHA1",
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_token: camille.accessToken,
    oauth_version: "1.0",
    ...change.oauth,
  };
  const oauth_signature = signRequest({
    method: "GET",
    url: `https://api.x.com${pathname}`,
    parameters: [...Object.entries(oauth), ...new URLSearchParams(search)],
    consumerSecret: apiKeys.apiKeySecret,
    tokenSecret: camille.accessTokenSecret,
  });
  const fields = Object.entries({ ...oauth, oauth_signature })
    .map(([name, value]) => `${name}="${encodeURIComponent(value)}"`)
    .join(", ");
  const headers = { host: change.host ?? "api.x.com", authorization: change.header ?? `OAuth ${fields}` };
  return new Promise((resolve, reject) => {
    request(`${x.url}${path}`, { headers }, async (answer) => {
      let body = "";
      for await (const chunk of answer) body += String(chunk);
      resolve({ status: answer.statusCode, body });
    })
      .once("error", reject)
      .end();
  });
}

describe("a signature", () => {
  test("is the one of X's own worked example", () => {
    // docs.x.com, «Creating a signature»: the published keys, parameters and result.
    const signature = signRequest({
      method: "post",
      url: "https://api.x.com/1.1/statuses/update.json",
      parameters: [
        ["status", "Hello Ladies + Gentlemen, a signed OAuth request!"],
        ["include_entities", "true"],
        ["oauth_consumer_key", "xvz1evFS4wEEPTGEFPHBog"],
        ["oauth_nonce", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg"],
        ["oauth_signature_method", "HMAC-SHA1"],
        ["oauth_timestamp", "1318622958"],
        ["oauth_token", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"],
        ["oauth_version", "1.0"],
      ],
      consumerSecret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
      tokenSecret: "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
    });
    expect(signature).toBe("Ls93hJiZbQ3akF3HF3x1Bz8/zU4=");
  });

  test.each([
    ["the app's secret", { appSecret: "wrong" }],
    ["the token's secret", { accessSecret: "wrong" }],
    ["the app's key", { appKey: "wrong" }],
    ["the token", { accessToken: "wrong" }],
  ])("is refused when %s is wrong, for a create too, and no secret is noted", async (_, wrong) => {
    const client = clientOf(x, camille, wrong);
    for (const attempt of [client.v2.me(), client.v2.tweet("Bonjour")]) {
      const error = await attempt.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ApiResponseError);
      expect((error as ApiResponseError).code).toBe(401);
      expect((error as ApiResponseError).data).toMatchObject({ title: "Unauthorized", status: 401 });
    }
    expect(x.posts).toEqual([]);
    expect(x.problems).toHaveLength(2);
    const noted = JSON.stringify([x.problems, x.calls]);
    for (const secret of [apiKeys.apiKeySecret, camille.accessTokenSecret, camille.accessToken, "oauth_"]) {
      expect(noted).not.toContain(secret);
    }
  });

  test("is accepted with awkward parameters in the query", async () => {
    const path = "/2/users/4201/tweets?exclude=replies%2Cretweets&start_time=2026-01-01T00%3A00%3A00Z";
    expect((await send(path)).status).toBe(200);
  });

  test.each([
    ["older than five minutes", { oauth: { oauth_timestamp: String(Math.floor(Date.now() / 1000) - 310) } }],
    ["from five minutes ahead", { oauth: { oauth_timestamp: String(Math.floor(Date.now() / 1000) + 310) } }],
    ["of another query", { signedPath: "/2/users/me?user.fields=name" }],
    ["of another path", { signedPath: "/2/users/4201/tweets" }],
    ["of another method", { oauth: { oauth_signature_method: "PLAINTEXT" } }],
    ["without a nonce", { oauth: { oauth_nonce: "" } }],
    ["replaced by a bearer token", { header: "Bearer abc" }],
    ["with a broken escape", { header: 'OAuth oauth_token="%zz"' }],
    ["missing", { header: "" }],
  ])("is refused when it is %s", async (_, change) => {
    const { status, body } = await send("/2/users/me", change);
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ title: "Unauthorized", type: "about:blank", status: 401 });
    expect(x.problems).toHaveLength(1);
  });

  test("is refused when its nonce was used before", async () => {
    const oauth = { oauth_nonce: "once", oauth_timestamp: String(Math.floor(Date.now() / 1000)) };
    expect((await send("/2/users/me", { oauth })).status).toBe(200);
    expect((await send("/2/users/me", { oauth })).status).toBe(401);
    expect(x.problems).toEqual(["401 GET /2/users/me: this nonce was used before"]);
  });

  test("does not help a request that is not for api.x.com, or for a path X does not know", async () => {
    expect(await send("/2/users/me", { host: new URL(x.url).host })).toEqual({ status: 404, body: "" });
    expect(await send("/1.1/statuses/update.json")).toEqual({ status: 404, body: "" });
    expect(x.problems).toHaveLength(2);
  });
});
