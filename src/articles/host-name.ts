/** A URL's host without its closing dots: two spellings of one name. By hand, as a pattern would go back over every dot. */
export function nameOf(url: URL): string {
  const host = url.hostname;
  let end = host.length;
  while (host[end - 1] === ".") end -= 1;
  return host.slice(0, end);
}

/** The host as people name a site: without `www`, without the sign of a page for telephones. */
export function siteOf(url: URL): string {
  return nameOf(url).replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, "");
}
