/**
 * An address, whole or as it stands on the page `base`; null for what is none. Not by `URL.canParse`: on Node 20 that
 * begins to deny addresses with letters like «ü» once it has been called some thousand times.
 */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
