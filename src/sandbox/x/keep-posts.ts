/** A post as the local X keeps it. */
export type LocalPost = {
  /** A snowflake: its time and order can be read from it. */
  readonly id: string;
  readonly accountId: string;
  /** Exactly as sent, before X trims, shortens and escapes it. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds; null while it stands. */
  readonly deletedAt: number | null;
  readonly inReplyTo: string | null;
};

type Kept = { -readonly [field in keyof LocalPost]: LocalPost[field] };

export type PostKeeper = {
  /** Oldest first, deleted ones included. */
  readonly posts: readonly LocalPost[];
  add(post: { accountId: string; text: string; inReplyTo: string | null }): LocalPost;
  /** A post that stands, by id. */
  find(id: string): LocalPost | undefined;
  remove(id: string): void;
};

/** 4 November 2010, the first millisecond of X's ids. */
const snowflakeEpoch = 1_288_834_974_657n;

/** Keeps posts in memory. `now` dates them, in epoch milliseconds; ids grow even when it stands still or goes back. */
export function keepPosts(
  now: () => number,
  on: { added: (post: LocalPost) => void; changed: () => void },
): PostKeeper {
  const posts: Kept[] = [];
  let lastId = 0n;

  function nextId(at: number): string {
    const first = (BigInt(at) - snowflakeEpoch) << 22n;
    lastId = first > lastId ? first : lastId + 1n;
    return lastId.toString();
  }

  return {
    posts,
    add(post) {
      const createdAt = Math.trunc(now());
      const kept: Kept = { id: nextId(createdAt), ...post, createdAt, deletedAt: null };
      posts.push(kept);
      on.added(kept);
      on.changed();
      return kept;
    },
    find: (id) => posts.find((post) => post.id === id && post.deletedAt === null),
    remove(id) {
      const post = posts.find((kept) => kept.id === id && kept.deletedAt === null);
      if (post === undefined) return;
      post.deletedAt = Math.trunc(now());
      on.changed();
    },
  };
}
