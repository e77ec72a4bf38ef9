import { describe, expect, test } from "vitest";
import type { SlackTeamId, SlackUserId } from "../../src/core/ids.js";
import { mayDecide } from "../../src/core/may-decide.js";
import { aDesk, executive, nadia, team } from "../db/builders.js";

const otherTeam = "T0OTHER" as SlackTeamId;

describe("only the executive of the desk decides", () => {
  test("she does, in her workspace", () => {
    expect(mayDecide(aDesk(), { teamId: team, userId: executive })).toBe(true);
  });
  test.each([
    ["somebody else", team, nadia],
    ["the same id in another workspace", otherTeam, executive],
    ["nobody named", team, null],
    ["no workspace named", null, executive],
    ["neither named", null, null],
    ["an empty name", team, "" as SlackUserId],
    ["an empty workspace", "" as SlackTeamId, executive],
    ["her id in small letters", team, executive.toLowerCase() as SlackUserId],
  ])("not %s", (_, teamId, userId) => {
    expect(mayDecide(aDesk(), { teamId, userId })).toBe(false);
  });
});
