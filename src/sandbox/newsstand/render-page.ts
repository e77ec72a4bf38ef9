import { escapeHtml } from "./escape-html.js";
import type { NewsArticle, Publication } from "./news-article.js";
import { newsstand } from "./publications.js";
import { type Published, renderMetadata } from "./render-metadata.js";

/** The page of an article, in HTML, before it is encoded. */
export function renderPage(article: NewsArticle, published: Published): string {
  const charset =
    article.charset === undefined
      ? '<meta charset="utf-8">'
      : `<meta http-equiv="Content-Type" content="text/html; charset=${article.charset}">`;
  const head = `${charset}\n${renderMetadata(article, published)}`;
  if (article.metadata === "script") return document(article, head, scriptedBody(article));
  const date = new Intl.DateTimeFormat(article.language, { dateStyle: "long", timeZone: "UTC" });
  const picture = published.picture === null ? "" : `<img src="${escapeHtml(published.picture)}" alt="">`;
  const body = `${masthead(article.publication)}
<article>
<h1>${escapeHtml(article.title)}</h1>
<p class="lead">${escapeHtml(article.description)}</p>
<p class="by">${escapeHtml(article.author)} · <time datetime="${published.at.toISOString()}">${escapeHtml(date.format(published.at))}</time></p>
${picture}
${article.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n")}
</article>`;
  return document(article, head, body);
}

/** The front page: everything on the shelf, for a person who opens the address. */
export function renderShelf(entries: readonly { path: string; title: string; about: string }[]): string {
  const items = entries.map(
    ({ path, title, about }) =>
      `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a><br><small>${escapeHtml(about)}</small></li>`,
  );
  return document(
    { language: "en", publication: newsstand },
    '<meta charset="utf-8">\n<title>The newsstand</title>',
    `${masthead(newsstand)}\n<ul>${items.join("\n")}</ul>`,
  );
}

function masthead({ id, name, motto }: Publication): string {
  return `<header><img src="/logos/${id}.svg" alt=""><strong>${escapeHtml(name)}</strong><span>${escapeHtml(motto)}</span></header>`;
}

/** The text comes from the script alone, as many pages have it. */
function scriptedBody(article: NewsArticle): string {
  const content = JSON.stringify({ title: article.title, lead: article.description }).replace(
    /</g,
    "\\u003c",
  );
  return `<div id="app"></div>
<script>
const content = ${content};
document.title = content.title;
document.getElementById("app").append(Object.assign(document.createElement("h1"), { textContent: content.title }));
</script>`;
}

function document(
  { language, publication }: Pick<NewsArticle, "language" | "publication">,
  head: string,
  body: string,
): string {
  const direction = language === "ar" ? ' dir="rtl"' : "";
  return `<!doctype html>
<html lang="${language}"${direction}>
<head>
${head}
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 18px/1.6 Georgia, serif; max-width: 40em; margin: 0 auto; padding: 0 1em 4em; color: #1c1c1c }
header { border-bottom: 4px solid ${publication.colour}; padding: 1em 0 .4em; margin-bottom: 1.5em }
header strong { color: ${publication.colour}; font-size: 1.5em; display: block }
header span, .by, small { color: #666; font-size: .85em }
h1 { line-height: 1.2; overflow-wrap: anywhere } .lead { font-size: 1.15em } article img { width: 100%; height: auto }
header img { float: inline-start; width: 3.6em; margin-inline-end: .8em }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
