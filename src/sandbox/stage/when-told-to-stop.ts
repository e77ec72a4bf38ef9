const LOOK_EVERY_MS = 500;

/**
 * Resolves at the first Ctrl-C, SIGTERM or SIGHUP; later ones change nothing, for npm hands the same Ctrl-C on a second
 * time. Under `npm run` a SIGTERM ends only the shell between npm and us, so its going is a sign too.
 */
export function whenToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    const looking = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(looking);
      resolve();
    }, LOOK_EVERY_MS);
    looking.unref();
  });
}
