/** One complaint for every query parameter X does not know here or that comes twice. */
export function strangeParameters(query: URLSearchParams, known: readonly string[]): string[] {
  const names = [...query.keys()];
  return [...new Set(names)].flatMap((name) => {
    if (!known.includes(name)) return [`The query parameter [${name}] is not one of [${known.join(",")}]`];
    if (names.filter((other) => other === name).length > 1)
      return [`The query parameter [${name}] comes twice`];
    return [];
  });
}
