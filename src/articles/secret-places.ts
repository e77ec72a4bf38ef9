import { nameOf } from "./host-name.js";

/** Whoever holds such an address can act with it or read what is private: webhooks, private files, invitations. */
const SECRET_PLACES: readonly RegExp[] = [
  // Slack
  /^(hooks|files|join)\.slack(-gov)?\.com\//,
  /^slack-files\.com\//,
  /^([^/]+\.)?slack(-gov)?\.com\/(files-(pri|tmb)|join\/shared_invite|z-app|services\/T|api\/)/,
  // Other chats
  /^(canary\.|ptb\.)?discord(app)?\.com\/api\/(v\d+\/)?webhooks\//,
  /^discord\.gg\//,
  /^(canary\.|ptb\.)?discord(app)?\.com\/invite\//,
  /^chat\.whatsapp\.com\//,
  /^(t|telegram)\.me\/(\+|joinchat\/)/,
  /^teams\.(microsoft|live)\.com\/(l\/meetup-join|meet)\//,
  /^([^/]+\.)?webhook\.office(365)?\.com\//,
  /^outlook\.office(365)?\.com\/(webhook|owa\/calendar\/)/,
  /^chat\.googleapis\.com\//,
  /^api\.telegram\.org\/(file\/)?bot/,
  /^webexapis\.com\/v\d+\/webhooks\//,
  /^open\.(feishu\.cn|larksuite\.com)\/open-apis\/bot\//,
  /^oapi\.dingtalk\.com\/robot\//,
  /^qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\//,
  /\/hooks\/[a-z0-9]{24,26}(\/|$)/, // Mattermost
  /\/hooks\/[A-Za-z0-9]{17,24}\/[A-Za-z0-9]{40,}/, // Rocket.Chat
  // Automation
  /^hooks\.([^/]+\.)?(zapier|airtable|workato)\.com\//,
  /^hook\.([^/]+\.)?(make|integromat)\.com\//,
  /^maker\.ifttt\.com\//,
  /^([^/]+\.)?logic\.azure\.com\/(workflows|.*triggers)\//,
  /^([^/]+\.)?api\.powerplatform\.com\/powerautomate\//,
  /^script\.google\.com\/macros\//,
  /^([^/]+\.)?(m\.pipedream\.net|webhook\.site|app\.n8n\.cloud\/webhook)/,
  // Deployment and watching
  /^api\.netlify\.com\/build_hooks\//,
  /^api\.vercel\.com\/v\d+\/integrations\/deploy\//,
  /^api\.cloudflare\.com\/client\/v\d+\/pages\/webhooks\//,
  /^api\.render\.com\/deploy\//,
  /^hc-ping\.com\//,
  /^events\.(eu\.)?pagerduty\.com\/(integration|generic)\//,
  // Private calendars
  /^calendar\.google\.com\/calendar\/ical\/.*\/private-/,
];

/** Whether fetching this address would itself use a secret. Held against every hop. */
export function isSecretPlace(url: URL): boolean {
  const place = `${nameOf(url)}${url.pathname}`;
  return SECRET_PLACES.some((pattern) => pattern.test(place));
}

/** Whether a text was drawn by a machine, to be guessed by nobody: long, of letters and figures, and no words between hyphens. */
export function isTokenLike(text: string): boolean {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return true;
  if (text.length < 16 || !/^[\w.~=+/-]+$/.test(text) || !/\d/.test(text) || !/[a-z]/i.test(text))
    return false;
  const words = text.split(/[-_.]/);
  if (words.length > 2 && words.every((word) => /^([a-z]+|\d+)$/i.test(word))) return false;
  return (/[a-z]/.test(text) && /[A-Z]/.test(text)) || /^[a-z\d]{20,}$/i.test(text);
}
