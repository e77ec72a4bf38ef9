import type { LocalPost } from "./keep-posts.js";

/** Posts that stand but that X's timeline does not show yet. */
export type HiddenPosts = {
  /**
   * From now on a new post stays out of its author's timeline: for its first `forReads` readings of it, or, without
   * a number, until released. The function returned shows what this hid, and hides no more.
   */
  hide(forReads?: number): () => void;
  added(post: LocalPost): void;
  /** Is this post left out of the reading going on? */
  has(id: string): boolean;
  /** An account's timeline was read. */
  read(accountId: string): void;
};

/** Delayed timeline visibility: how long X takes after a create is documented nowhere. */
export function hiddenPosts(): HiddenPosts {
  const rules: { forReads: number; readsLeft: Map<string, { accountId: string; reads: number }> }[] = [];

  return {
    hide(forReads = Number.POSITIVE_INFINITY) {
      const rule = { forReads, readsLeft: new Map() };
      rules.push(rule);
      return () => {
        const at = rules.indexOf(rule);
        if (at >= 0) rules.splice(at, 1);
      };
    },
    added(post) {
      for (const rule of rules) {
        rule.readsLeft.set(post.id, { accountId: post.accountId, reads: rule.forReads });
      }
    },
    has: (id) => rules.some((rule) => (rule.readsLeft.get(id)?.reads ?? 0) > 0),
    read(accountId) {
      for (const rule of rules) {
        for (const left of rule.readsLeft.values()) if (left.accountId === accountId) left.reads -= 1;
      }
    },
  };
}
