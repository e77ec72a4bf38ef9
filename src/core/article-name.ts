import { readUrl } from "./read-url.js";

/** Whether the last piece of a path looks like an article's own name: «le-titre_6123», «story.html», not «news». */
export function isArticleName(segment: string): boolean {
  return /[-_\d]|\.html?$/.test(segment);
}

/** Whether a link ends in a folder that is named like none of its articles: «/», «/news/». */
export function leadsToSection(link: string): boolean {
  const url = readUrl(link);
  if (url === null || url.search !== "" || !url.pathname.endsWith("/")) return false;
  return !isArticleName(url.pathname.split("/").at(-2) ?? "");
}
