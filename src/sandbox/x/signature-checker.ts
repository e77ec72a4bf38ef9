import { timingSafeEqual } from "node:crypto";
import { signRequest } from "./sign-request.js";
import type { XAccount } from "./x-account.js";
import type { XRequest } from "./x-request.js";

const origin = "https://api.x.com";
const toleranceSeconds = 300;

/** Who signed, or why the signature is refused (said in `problems`, never on the wire). */
export type SignatureCheck = { kind: "signed"; account: XAccount } | { kind: "refused"; why: string };

/**
 * Checks OAuth 1.0a signatures as api.x.com does. Timestamps are held against this machine's clock, the one clients
 * sign with. A nonce is remembered for as long as its timestamp could be accepted.
 */
export function signatureChecker(keys: {
  apiKey: string;
  apiKeySecret: string;
  accounts: readonly XAccount[];
}): (request: XRequest) => SignatureCheck {
  const nonces = new Map<string, number>();

  return (request) => {
    const oauth = readAuthorization(request.authorization);
    if (oauth === null) return refused("no readable OAuth 1.0a Authorization header");
    if (oauth.get("oauth_signature_method") !== "HMAC-SHA1")
      return refused("signature method is not HMAC-SHA1");
    if ((oauth.get("oauth_version") ?? "1.0") !== "1.0") return refused("oauth_version is not 1.0");
    if (oauth.get("oauth_consumer_key") !== keys.apiKey) return refused("unknown API key");
    const account = keys.accounts.find(({ accessToken }) => accessToken === oauth.get("oauth_token"));
    if (account === undefined) return refused("unknown access token");

    const timestamp = oauth.get("oauth_timestamp") ?? "";
    const now = Date.now() / 1000;
    if (!/^\d{1,12}$/.test(timestamp)) return refused("no timestamp");
    if (Math.abs(now - Number(timestamp)) > toleranceSeconds)
      return refused("timestamp more than 5 minutes off");

    const form = request.contentType === "application/x-www-form-urlencoded" ? request.body : "";
    const signature = signRequest({
      method: request.method,
      url: `${origin}${request.pathname}`,
      parameters: [
        ...[...oauth].filter(([name]) => name !== "oauth_signature" && name !== "realm"),
        ...request.query,
        ...new URLSearchParams(form),
      ],
      consumerSecret: keys.apiKeySecret,
      tokenSecret: account.accessTokenSecret,
    });
    if (!sameText(signature, oauth.get("oauth_signature") ?? "")) {
      return refused("the signature does not match (a wrong secret, or something else was signed)");
    }

    const nonce = oauth.get("oauth_nonce") ?? "";
    if (nonce === "") return refused("no nonce");
    for (const [old, until] of nonces) if (until < now) nonces.delete(old);
    const used = `${account.id} ${timestamp} ${nonce}`;
    if (nonces.has(used)) return refused("this nonce was used before");
    nonces.set(used, Number(timestamp) + toleranceSeconds);
    return { kind: "signed", account };
  };
}

/** `OAuth a="b", c="d"`, decoded. Null when malformed or when a name comes twice. */
function readAuthorization(header: string): Map<string, string> | null {
  const list = /^OAuth\s+(.+)$/i.exec(header)?.[1];
  if (list === undefined) return null;
  const fields = new Map<string, string>();
  for (const field of list.split(",")) {
    const [, name, value] = /^\s*([A-Za-z_]+)="([^"]*)"\s*$/.exec(field) ?? [];
    if (name === undefined || value === undefined || fields.has(name)) return null;
    try {
      fields.set(name, decodeURIComponent(value));
    } catch {
      return null;
    }
  }
  return fields;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refused(why: string): SignatureCheck {
  return { kind: "refused", why };
}
