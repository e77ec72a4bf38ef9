import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine: CHROMIUM_PATH, else where Debian and Google put theirs; null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") return given;
  return PLACES.find((place) => existsSync(place)) ?? null;
}
