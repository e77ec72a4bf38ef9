import { escapeHtml } from "./escape-html.js";
import type { Publication } from "./news-article.js";

/** A publication's mark: its initial on its colour, as SVG. */
export function drawLogo({ name, colour }: Publication): string {
  const initial = escapeHtml([...name.replace(/^(?:The|Le|La) /, "")][0] ?? "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${colour}"/><text x="32" y="45" font-family="Georgia, serif" font-size="38" text-anchor="middle" fill="#fff">${initial}</text></svg>`;
}
