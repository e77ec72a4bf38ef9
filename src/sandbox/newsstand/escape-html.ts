const named: Record<string, string> = {
  é: "&eacute;",
  è: "&egrave;",
  à: "&agrave;",
  ê: "&ecirc;",
  É: "&Eacute;",
  "«": "&laquo;",
  "»": "&raquo;",
  "’": "&rsquo;",
  "\u00a0": "&nbsp;",
};

/** Text for a place in HTML, attributes in double quotes included. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** HTML in ASCII alone: everything else as a character reference, by name where it commonly has one. */
export function referenceHtml(html: string): string {
  return html.replace(/\P{ASCII}/gu, (character) => named[character] ?? `&#${character.codePointAt(0)};`);
}
