import { setTimeout as passed } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { XAccountId, XPostId } from "../../src/core/ids.js";
import { type Answer, type FarEnd, farEnd, xAt } from "./far-end.js";

const ends: FarEnd[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.close();
});

const silent: Answer = () => undefined;
const beginsOnly: Answer = (response) =>
  response.writeHead(200, { "content-type": "application/json" }).write('{"data":');
const calls = {
  create: { call: (url: string) => xAt(url, 200).create("Bravo", "19" as XAccountId), kind: "unknown" },
  remove: { call: (url: string) => xAt(url, 200).remove("19" as XPostId), kind: "answer" },
  timeline: { call: (url: string) => xAt(url, 200).timeline("19" as XAccountId, 0), kind: "not_seen" },
  whoAmI: { call: (url: string) => xAt(url, 200).whoAmI(), kind: "failed" },
};

it.each(
  Object.entries(calls).flatMap(([name, { call, kind }]) => [
    { name, call, kind, says: "says nothing", answer: silent },
    { name, call, kind, says: "only begins to answer", answer: beginsOnly },
  ]),
)("$name ends in its time though X $says", async ({ call, kind, answer }) => {
  const end = await farEnd(answer);
  ends.push(end);
  const waiting = new AbortController();
  const late = passed(5_000, { kind: "still waiting" }, { signal: waiting.signal });
  const told = await Promise.race([call(end.url), late.catch(() => ({ kind: "stopped" }))]);
  waiting.abort();
  expect(told.kind).toContain(kind);
});
