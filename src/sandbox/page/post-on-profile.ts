/** A post the reader asked to see; null: the profile itself. A new object asks anew. */
export type Spotlight = { postId: string | null };

/** What a link to X leads to on this profile; null when it leads elsewhere. Nothing of the sandbox is on X itself. */
export function postOnProfile(url: string, handle: string): Spotlight | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  if (hostname !== "x.com") return null;
  const [, name, kind, id] = pathname.split("/");
  if (name?.toLowerCase() !== handle.toLowerCase()) return null;
  return { postId: kind === "status" && id ? id : null };
}
