/** Which scopes were granted, and which of them the app has really needed. */
export type ScopeLedger = {
  /** Notes that the scope was needed; answers whether it was granted. */
  use(scope: string): boolean;
  used(): string[];
};

export function makeScopeLedger(granted: readonly string[]): ScopeLedger {
  const used = new Set<string>();
  return {
    use(scope) {
      if (!granted.includes(scope)) return false;
      used.add(scope);
      return true;
    },
    used: () => [...used].sort(),
  };
}
