import { escapeHtml } from "./escape-html.js";
import type { NewsArticle } from "./news-article.js";

/** Where an article and its picture are, absolute, and when it was published. */
export type Published = { url: string; picture: string | null; at: Date };

/** What belongs in the page's head, as its publication tells it. */
export function renderMetadata(article: NewsArticle, published: Published): string {
  switch (article.metadata) {
    case "rich":
      return [title(article), ...openGraph(article, published), jsonLd(article, published)].join("\n");
    case "twitter_card":
      return [title(article), ...twitterCard(article, published)].join("\n");
    case "title_only":
      return title(article);
    case "script":
      return "<title></title>";
    default:
      return article.metadata satisfies never;
  }
}

function title({ title: headline, publication }: NewsArticle): string {
  return `<title>${escapeHtml(`${headline} | ${publication.name}`)}</title>`;
}

function openGraph(article: NewsArticle, { url, picture, at }: Published): string[] {
  const properties: [string, string][] = [
    ["og:type", "article"],
    ["og:site_name", article.publication.name],
    ["og:title", article.title],
    ["og:description", article.description],
    ["og:url", url],
    ["og:locale", article.language.replace("-", "_")],
    ["article:published_time", at.toISOString()],
    ["article:author", article.author],
  ];
  if (picture !== null) {
    properties.push(["og:image", picture], ["og:image:width", "1200"], ["og:image:height", "630"]);
  }
  return [
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    `<meta name="description" content="${escapeHtml(article.description)}">`,
    ...properties.map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`),
  ];
}

function twitterCard(article: NewsArticle, { picture }: Published): string[] {
  const names: [string, string][] = [
    ["twitter:card", "summary_large_image"],
    ["twitter:title", article.title],
    ["twitter:description", article.description],
  ];
  if (picture !== null) names.push(["twitter:image", picture]);
  return names.map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`);
}

function jsonLd(article: NewsArticle, { url, picture, at }: Published): string {
  const content = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.title,
    description: article.description,
    inLanguage: article.language,
    datePublished: at.toISOString(),
    mainEntityOfPage: url,
    ...(picture !== null && { image: [picture] }),
    author: [{ "@type": "Person", name: article.author }],
    publisher: { "@type": "Organization", name: article.publication.name },
  };
  // A «</script>» in a title must not end the script.
  return `<script type="application/ld+json">${JSON.stringify(content).replace(/</g, "\\u003c")}</script>`;
}
