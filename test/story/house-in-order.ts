import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { holdsCanary } from "./canary.js";
import { PEOPLE } from "./people.js";
import type { House } from "./start-house.js";

const ACK_MS = 3000;

/** What must be so after every story, whatever it told. */
export function houseInOrder(house: House): void {
  const { slack, x, secrets } = house;
  expect(slack.problems, "breaches of Slack's rules").toEqual([]);
  expect(x.problems, "requests X should never have got").toEqual([]);
  for (const { act, acted } of house.heard) {
    expect(acted.slackError, `what Slack said to the person after ${act}`).toBeNull();
    expect(acted.ackMs, `how long ${act} waited for its acknowledgement`).toBeLessThan(ACK_MS);
  }
  const places: [string, string][] = [
    ["the bot's output", house.runs.map((run) => run.output()).join("\n")],
    ["the calls of Slack's API", JSON.stringify(slack.calls)],
    ["the calls of X's API", JSON.stringify(x.calls)],
    ["what people see", JSON.stringify(PEOPLE.map(({ id }) => slack.hands.look(id)))],
    ...readdirSync(house.folder).map((file): [string, string] => [
      `the file ${file}`,
      readFileSync(join(house.folder, file), "latin1"),
    ]),
  ];
  for (const [place, text] of places) expect(holdsCanary(text, secrets), `a secret in ${place}`).toBe(false);
}
