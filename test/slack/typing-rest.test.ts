import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import { previewLinks } from "../../src/slack/link-preview.js";
import { nadia } from "../db/builders.js";
import { type ADesk, openADesk } from "../flows/a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  desk.close();
});

test("a link is read once it has rested, and not at every letter of it", async () => {
  const asked: string[] = [];
  const needs = {
    ...desk,
    people: { find: async () => ({ locale: "en-GB", zone: "UTC" }) },
    typingRestMs: 600,
    readArticle: async (link: string) => {
      asked.push(link);
      return { kind: "unreadable", why: "not_found" } as const;
    },
  };
  const preview = previewLinks(needs, { seen: () => undefined, put: async () => undefined });
  const types = (link: string, user: SlackUserId = nadia) => preview.look("V1", user, link, 600);
  for (const link of ["https://a", "https://a.ex", "https://a.example"]) {
    types(link);
    await vi.advanceTimersByTimeAsync(599);
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(["https://a.example"]);
  types("https://b.example");
  preview.look("V2", nadia, "https://c.example", 0);
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toEqual(["https://a.example", "https://c.example", "https://b.example"]);
});
