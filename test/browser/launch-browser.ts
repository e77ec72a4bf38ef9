import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.js";

const executablePath = findChromium(process.env);
const mustRun = process.env.REQUIRE_BROWSER === "1";
const HOW = "no Chromium was found: apt-get install chromium fonts-noto-color-emoji, or set CHROMIUM_PATH";

/** Why there is nothing to look with, for the name of what is skipped; null where there is, or must be. */
export const noBrowser = executablePath === null && !mustRun ? ` (${HOW})` : null;

const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error(`REQUIRE_BROWSER=1, and ${HOW}.`);
  return chromium.launch({ executablePath, args: ARGS });
}
