import { useEffect, useState } from "react";
import type { Changed } from "../stage/stage-api.js";
import { onChange } from "./changes.js";

/** What is at `path` now, fetched again whenever `kind` changes; null until the first answer. */
export function useLive<T>(path: string | null, kind: Changed | null): T | null {
  const [held, setHeld] = useState<{ path: string; value: T } | null>(null);

  useEffect(() => {
    if (path === null) return;
    let gone = false;
    let busy = false;
    let again = false;

    async function refresh(): Promise<void> {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      do {
        again = false;
        try {
          const response = await fetch(path ?? "");
          if (response.ok && !gone) setHeld({ path: path ?? "", value: (await response.json()) as T });
        } catch {
          // The line is down: the change stream says so to the person and asks again when it is back.
        }
      } while (again && !gone);
      busy = false;
    }

    void refresh();
    const stop = onChange((what) => {
      if (what === kind || what === "connection") void refresh();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [path, kind]);

  return held !== null && held.path === path ? held.value : null;
}
