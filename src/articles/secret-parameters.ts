import { isTokenLike } from "./secret-places.js";

/** Names of credentials and signatures, bare: lower case, without what stands between their words. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  ...["xamzsignature", "xamzcredential", "xgoogsignature", "xgoogcredential", "googleaccessid"],
  ...["awsaccesskeyid", "ossaccesskeyid", "qsignature", "sig", "hmac", "keypairid"],
  ...["hdnts", "hdnea", "hdntl", "gda", "xossecuritytoken", "sas", "sastoken"],
  ...["jwt", "bearer", "authorization", "apikey", "authkey", "appkey", "hapikey", "zapikey", "rlkey"],
  ...["resourcekey", "accesskeyid", "privatekey", "subscriptionkey", "sharekey", "oobcode", "devicecode"],
  ...["samlresponse", "samlrequest", "oauthverifier", "codeverifier", "clientassertion"],
  ...["otp", "passcode", "pwd", "passwd", "verificationcode", "clerkticket"],
  ...["phpsessid", "jsessionid", "aspnetsessionid", "cftoken", "connectsid"],
]);

/** The same at the end of a longer name: `reset_token`, `data[client_secret]`. */
const SECRET_ENDINGS =
  /(token|secret|password|signature|apikey|accesskey|secretkey|sessionid|sessionkey|webhook)$/;

/** Places in a list, not keys to a door. */
const HARMLESS = /(page|next|prev|continuation|cursor|sync)token$/;

/** Secret only when the value was drawn by a machine: most `key`s and `code`s are not. */
const PERHAPS_SECRET: ReadonlySet<string> = new Set([
  ...["key", "code", "auth", "session", "sid", "ticket", "credential", "credentials", "invite", "invitation"],
  ...["access", "login", "magic", "magiclink", "pass", "k", "hm", "verify", "md5"],
]);

/** A subscriber's gift of one article is made to be handed on. */
const GIFTS: ReadonlySet<string> = new Set(["pwapitoken", "unlockedarticlecode"]);

/** Values that are credentials whatever they are called: a JWT, and keys that carry their maker's mark. */
const SECRET_VALUES: readonly RegExp[] = [
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /\bxox[a-eoprs]-\w/,
  /\bxapp-\d/,
  /\bgh[oprsu]_\w{30}/,
  /\bgithub_pat_\w{20}/,
  /\bglpat-[\w-]{20}/,
  /\b[rs]k_(live|test)_\w/,
  /\bwhsec_\w/,
  /\bsk-(ant|proj|svcacct|or)-\w/,
  /\bsk-[A-Za-z\d]{32}/,
  /\b(npm|hf)_[A-Za-z\d]{30}/,
  /\bshp(at|ca|pa|ss)_[\da-f]{32}/,
  /\bdop_v1_[\da-f]{64}/,
  /\bSG\.[\w-]{20,24}\.[\w-]{40}/,
  /\bya29\.[\w-]{20}/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{30}/,
];

/** Whether a name and its value hand on what only their holder should have. */
export function isSecretParameter([written, value]: readonly [string, string]): boolean {
  const name = written.toLowerCase().replace(/[^a-z\d]/g, "");
  if (value === "" || GIFTS.has(name)) return false;
  if (isSecretValue(value) || SECRET_NAMES.has(name)) return true;
  if (SECRET_ENDINGS.test(name)) return !HARMLESS.test(name);
  return PERHAPS_SECRET.has(name) && isTokenLike(value);
}

export function isSecretValue(text: string): boolean {
  return SECRET_VALUES.some((pattern) => pattern.test(text));
}

/**
 * Every name with a value in a link: of the query, of what follows the sign, and of the path (`;jsessionid=…`), whether
 * parted by `&` or `;`.
 */
export function parametersOf(url: URL): [string, string][] {
  const inPath = url.pathname.split(";").slice(1).join("&");
  // Single-page sites keep a query of their own behind the sign.
  const behindSign = url.hash.slice(1).replaceAll("?", "&");
  return [url.search.slice(1), behindSign, inPath].flatMap((part) => [
    ...new URLSearchParams(part.replaceAll(";", "&")),
  ]);
}
