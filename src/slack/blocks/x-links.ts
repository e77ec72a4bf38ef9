import type { XAccount } from "../../core/desk.js";
import type { XPostId } from "../../core/ids.js";

/** Where a post stands, for people to open. */
export function postLink(account: XAccount, post: XPostId): string {
  return `https://x.com/${account.handle}/status/${post}`;
}

export function profileLink(account: XAccount): string {
  return `https://x.com/${account.handle}`;
}
