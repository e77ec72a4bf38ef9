/** What the local X can be asked for. */
export type XOperation = "create" | "delete" | "timeline" | "lookup" | "me";

/** The operation and the id in its path; null where X knows no such path. */
export function readOperation(
  method: string,
  pathname: string,
): { operation: XOperation; id: string } | null {
  if (method === "POST" && pathname === "/2/tweets") return { operation: "create", id: "" };
  if (method === "GET" && pathname === "/2/users/me") return { operation: "me", id: "" };
  const post = /^\/2\/tweets\/([0-9]{1,19})$/.exec(pathname)?.[1];
  if (post !== undefined && method === "DELETE") return { operation: "delete", id: post };
  if (post !== undefined && method === "GET") return { operation: "lookup", id: post };
  const user = /^\/2\/users\/([0-9]{1,19})\/tweets$/.exec(pathname)?.[1];
  if (user !== undefined && method === "GET") return { operation: "timeline", id: user };
  return null;
}
