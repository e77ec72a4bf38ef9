/** Whoever holds such an address can act with it or read what is private: webhooks, private files, invitations. */
const SECRET_PLACES: readonly RegExp[] = [
  /^(hooks|files|join)\.slack(-gov)?\.com\//,
  /^slack-files\.com\//,
  /^(canary\.|ptb\.)?discord(app)?\.com\/api\/(v\d+\/)?webhooks\//,
  /^([^/]+\.)?webhook\.office\.com\//,
  /^outlook\.office(365)?\.com\/webhook/,
  /^hooks\.zapier\.com\//,
  /^hook\.([^/]+\.)?(make|integromat)\.com\//,
  /^maker\.ifttt\.com\//,
  /^api\.telegram\.org\/bot/,
];

const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  ...["x-amz-signature", "x-amz-credential", "x-amz-security-token", "x-goog-signature", "x-goog-credential"],
  ...["sig", "signature", "hmac", "hdnts", "hdnea", "awsaccesskeyid"],
  ...["token", "access_token", "accesstoken", "refresh_token", "id_token", "auth_token", "authtoken"],
  ...["api_key", "apikey", "api-key", "authkey", "secret", "client_secret", "private_key"],
  ...["password", "passwd", "pwd", "sessionid", "phpsessid", "jsessionid"],
]);

/** Values that are credentials whatever they are called: a JWT, and keys that carry their maker's mark. */
const SECRET_VALUES: readonly RegExp[] = [
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./,
  /\bxox[abeoprs]-\w/,
  /\bxapp-\d/,
  /\bgh[opsur]_\w{30}/,
  /\bgithub_pat_\w{20}/,
  /\b[rs]k_live_\w/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{30}/,
];

/** Whether fetching this address would itself use a secret. Held against every hop. */
export function isSecretPlace(url: URL): boolean {
  const place = `${url.hostname.replace(/\.+$/, "")}${url.pathname}`;
  return SECRET_PLACES.some((pattern) => pattern.test(place));
}

/** Whether handing this link on would hand on a secret: a secret place, a signed address, a credential in a parameter. */
export function isSecretLink(url: URL): boolean {
  return (
    isSecretPlace(url) ||
    carriesSecret(url) ||
    wrapped(url).some((inner) => isSecretPlace(inner) || carriesSecret(inner))
  );
}

function carriesSecret(url: URL): boolean {
  if (/;jsessionid=\w/i.test(url.pathname)) return true;
  return (
    [...parameters(url.search), ...parameters(url.hash)].some(
      ([name, value]) => value !== "" && SECRET_PARAMETERS.has(name.toLowerCase()),
    ) || SECRET_VALUES.some((pattern) => pattern.test(url.href))
  );
}

function parameters(part: string): [string, string][] {
  return [...new URLSearchParams(part.slice(1))];
}

/** The addresses a link carries in its parameters, as redirecting links do. */
function wrapped(url: URL): URL[] {
  return parameters(url.search)
    .filter(([, value]) => /^https?:\/\//i.test(value) && URL.canParse(value))
    .map(([, value]) => new URL(value));
}
