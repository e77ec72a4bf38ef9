import { readUrl } from "../core/read-url.js";
import { isSecretParameter, isSecretValue, parametersOf } from "./secret-parameters.js";
import { isSecretPlace, isTokenLike } from "./secret-places.js";

/** How many links inside links are opened. */
const DEEPEST = 3;

/** One use of these signs somebody in, or lets somebody in: what follows is what proves it. */
const ENTRANCE =
  /\/(magic[-_]?(link|login|auth)?|(reset|set|change|forgot)[-_]?password|password[-_]?reset|(verify|confirm)([-_]?e?mail)?|e?mail[-_]?(verification|confirmation)|passwordless|(one[-_]?time|token)[-_]?login|login|sign[-_]?in|auth|accept[-_]?invit(e|ation)|invit(e|ation)s?|unsubscribe)\/([^/?#]+)/gi;

/** Whether handing this link on would hand on a secret: a secret place, a signed address, a credential in a parameter, here or in a link it carries. */
export function isSecretLink(url: URL, depth = 0): boolean {
  if (isSecretPlace(url)) return true;
  const parameters = parametersOf(url);
  if (parameters.some(isSecretParameter) || isSecretValue(url.pathname) || isEntrance(url)) return true;
  return depth < DEEPEST && wrapped(url, parameters).some((inner) => isSecretLink(inner, depth + 1));
}

function isEntrance(url: URL): boolean {
  return [...url.pathname.matchAll(ENTRANCE)].some((found) => isTokenLike(found.at(-1) ?? ""));
}

/** The addresses a link carries in its parameters, as redirecting links do, and in its path, as archives do. */
function wrapped(url: URL, parameters: readonly (readonly [string, string])[]): URL[] {
  const inPath = /.\/(https?:\/{1,2}[^/].*)$/i.exec(url.pathname)?.[1]?.replace(/^(https?:)\/+/i, "$1//");
  const carried = inPath === undefined ? [] : [`${inPath}${url.search}`];
  // A way within the same site: `next=/reset?token=…`.
  const values = parameters
    .map(([, value]) => value)
    .filter((value) => /^(https?:\/\/|\/[^?]*\?)/i.test(value));
  return [...carried, ...values].map((link) => readUrl(link, url.origin)).filter((inner) => inner !== null);
}
