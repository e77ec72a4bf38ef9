import { describe, expect, test } from "vitest";
import { adviceFor } from "../../src/core/advice.js";
import type { Profile } from "../../src/core/profile.js";

const answered: Profile = {
  subjects: ["Energy"],
  notSubjects: [],
  tone: "dry",
  neverAnswer: "anonymous accounts",
  challenge: "some",
  reproach: "",
  answeredAt: 0,
};
const office = { kind: "weekly", days: [1], from: 480, to: 1200 } as const;
const advised = (given: Partial<Profile>, hours: Parameters<typeof adviceFor>[1] = office) =>
  adviceFor({ ...answered, ...given }, hours);

describe("honest advice", () => {
  test.each<[string, Partial<Profile>, string[]]>([
    [
      "is to stay off, and nothing else, without any challenge and open to reproach",
      { challenge: "none", reproach: "x", subjects: [] },
      ["stay_off"],
    ],
    [
      "is to prepare the answer first, with little challenge and a reproach",
      { challenge: "little", reproach: "x" },
      ["prepare_answer"],
    ],
    ["is the same with some", { challenge: "some", reproach: "x" }, ["prepare_answer"]],
    ["is to say it herself with plenty", { challenge: "plenty", reproach: "x" }, ["answer_openly"]],
    [
      "is to expect replies where she takes none and nobody reproaches her",
      { challenge: "none" },
      ["expect_replies"],
    ],
    ["is to expect replies where she takes little", { challenge: "little" }, ["expect_replies"]],
    ["is to name subjects", { subjects: [] }, ["name_subjects"]],
    ["is to decide whom never to answer", { neverAnswer: "" }, ["name_never_answer"]],
    ["is to say how much challenge", { challenge: null }, ["say_challenge"]],
    [
      "prepares the answer where nothing was said of challenge",
      { challenge: null, reproach: "x" },
      ["prepare_answer", "say_challenge"],
    ],
    ["is that she is ready where nothing is missing", {}, ["ready"]],
  ])("%s", (_, given, advice) => {
    expect(advised(given)).toEqual(advice);
  });
  test("is to choose hours where cards may come at any time", () => {
    expect(advised({}, { kind: "always" })).toEqual(["choose_hours"]);
  });
});
