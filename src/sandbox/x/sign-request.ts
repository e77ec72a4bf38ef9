import { createHmac } from "node:crypto";

/** RFC 3986 percent-encoding as OAuth 1.0a wants it: only letters, digits and `-._~` stay. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The OAuth 1.0a HMAC-SHA1 signature (RFC 5849 section 3.4), base64. `url` is the address without its query;
 * `parameters` are all that is signed, decoded: `oauth_*` without the signature, the query, a form body. A JSON body
 * is not signed.
 */
export function signRequest(request: {
  method: string;
  url: string;
  parameters: readonly (readonly [name: string, value: string])[];
  consumerSecret: string;
  tokenSecret: string;
}): string {
  const encoded = request.parameters
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const base = [request.method.toUpperCase(), request.url, encoded].map(percentEncode).join("&");
  const key = `${percentEncode(request.consumerSecret)}&${percentEncode(request.tokenSecret)}`;
  return createHmac("sha1", key).update(base).digest("base64");
}

/** By code units, as the RFC's byte order is for encoded (ASCII) text. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
