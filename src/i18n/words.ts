import type { en } from "./en.js";

/** A missing key or argument in any language is a compile error. */
export type Words = typeof en;
