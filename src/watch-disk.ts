import { diskTrouble, hasRoom, tryWriting } from "./db/disk-trouble.js";
import type { OpenDatabase } from "./db/open-database.js";
import type { Log, Now, Store } from "./flows/ports.js";
import { notOftenerThan } from "./not-oftener-than.js";

export type DiskWatch = {
  failing(): boolean;
  /** Looks whether it works again, or has no room left. */
  look(): Promise<void>;
  /** The same store; a commit that fails for the disk's sake is said, and thrown as `DiskTrouble`. */
  guard(store: Store): Store;
};

type Needs = {
  readonly database: OpenDatabase;
  readonly path: string;
  readonly tellHer: (what: "disk_fails" | "disk_works") => Promise<void>;
  readonly now: Now;
  readonly log: Log;
};

/** While it fails it is tried again this often. */
const againMs = 5_000;

/** Whether the disk takes what is written, with room for what follows a call to X. */
export function watchDisk({ database, path, tellHer, now, log }: Needs): DiskWatch {
  let failing = false;
  const again = notOftenerThan(againMs, now);

  async function turned(trouble: string | null): Promise<void> {
    const changed = failing !== (trouble !== null);
    failing = trouble !== null;
    if (!changed) return;
    log(failing ? "disk_failed" : "disk_works", { code: trouble });
    await tellHer(failing ? "disk_fails" : "disk_works");
  }

  function troubleNow(): string | null {
    if (!hasRoom(path)) return "no room left";
    try {
      if (failing) tryWriting(database, path);
      return null;
    } catch (error) {
      return diskTrouble(error) ?? "unknown";
    }
  }

  return {
    failing: () => failing,
    async look() {
      if (!failing || again()) await turned(troubleNow());
    },
    guard: (store) => ({
      ...store,
      async commit(change) {
        try {
          return await store.commit(change);
        } catch (error) {
          const code = diskTrouble(error);
          if (code === null) throw error;
          void turned(code);
          throw Object.assign(new Error("the disk cannot be written"), { name: "DiskTrouble" });
        }
      },
    }),
  };
}
