import { randomInt } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** 20 lower-case letters and digits: 103 random bits. */
export function newId<T extends string>(): T {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join("") as T;
}
