import type { Unreadable } from "../core/article.js";
import type { PageMetadata } from "./page-metadata.js";
import { plainText } from "./plain-text.js";

/** What stands where a title should, while a page is loaded or its reader looked over. */
const WAITING =
  /^(loading|chargement( en cours)?|please wait|veuillez patienter|redirecting|redirection( en cours)?|react app|vite app|vite \+ \w+( \+ ts)?|next\.?js( app)?|create next app|document|untitled( document| page)?|index|home|app)?[\s.…!-]*$/i;
const LOOKED_OVER =
  /^(just a moment|un instant|one moment,? please|attention required|access (to this page has been )?denied|accès refusé|are you (a robot|human)|robot (check|or human)|security (check|checkpoint|verification)|verif(y|ying) (you|your|that you)|checking your browser|pardon our interruption|human verification|vérification (de sécurité|en cours)|ddos-guard|bot verification|client challenge|request (blocked|rejected)|403 forbidden|forbidden$|401 unauthorized|unauthorized$)/i;
const MISSING =
  /^((error |erreur )?404( ?[-–|:]? ?(error|erreur|(page )?not found|page introuvable))?|(page )?not found|page introuvable)[\s.!]*$/i;
const BROKEN =
  /^(50\d )?(internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out)$/i;
const WANTS_SCRIPTS =
  /(java ?script|js)\b.{0,60}\b(enable|require|need|turn|activ|désactiv|disabled|necess|nécess)|(enable|require|need|turn on|activ|switch on).{0,60}\bjava ?script/i;

/** Letters a page shows at most when all it has to say comes from its scripts. */
const HARDLY_ANY = 60;

/**
 * Why a page that arrived is not the article but what a site shows in its place: a gate against robots, an error with
 * the status of success, a frame its scripts would fill. Null for a page that speaks for itself in its metadata.
 */
export function standInPage(page: PageMetadata): Unreadable | null {
  if (["og:title", "twitter:title", "headline", "citation_title"].some((name) => page.metas.has(name)))
    return null;
  if (page.structured.length > 0) return null;
  const title = plainText(page.title);
  if (LOOKED_OVER.test(title)) return "not_allowed";
  if (MISSING.test(title)) return "not_found";
  if (BROKEN.test(title)) return "server_error";
  const bare = page.scripts && page.shown <= HARDLY_ANY;
  const waits = WAITING.test(title) && (title !== "" || !page.metas.has("description"));
  if (bare && (waits || WANTS_SCRIPTS.test(plainText(page.noscript)))) return "needs_scripts";
  return /^(loading|chargement|please wait|redirecting|redirection)\b[\s.…]*$/i.test(title)
    ? "empty_page"
    : null;
}

/** The last step of a way that ends before a door: the site asks who one is, and says nothing of the article. */
export function isDoor(asked: URL, found: URL): boolean {
  return found.pathname !== asked.pathname &&
    (DOOR_PATH.test(found.pathname) || DOOR_HOST.test(found.hostname))
    ? !DOOR_PATH.test(asked.pathname)
    : false;
}

const DOOR_PATH =
  /(^|\/)(log-?in|log_in|sign-?in|sign_in|signup|authwall|sso|saml2?|oauth2?|connexion|se-connecter|anmelden|paywall|consent|captcha|challenge|checkpoint|validate(captcha|perfdrive)?)([./?]|$)/i;
const DOOR_HOST = /^(login|signin|auth|accounts?|sso|consent)\./i;
