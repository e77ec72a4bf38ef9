import { expect } from "vitest";
import type { House } from "./start-house.js";
import { whereSecretsStand } from "./where-secrets-stand.js";

const ACK_MS = 3000;

/** What must be so after every story, whatever it told. */
export function houseInOrder(house: House): void {
  const { slack, x } = house;
  expect(slack.problems, "breaches of Slack's rules").toEqual([]);
  expect(x.problems, "requests X should never have got").toEqual([]);
  for (const { act, acted } of house.heard) {
    expect(acted.slackError, `what Slack said to the person after ${act}`).toBeNull();
    expect(acted.ackMs, `how long ${act} waited for its acknowledgement`).toBeLessThan(ACK_MS);
  }
  expect(whereSecretsStand(house), "places where a secret stands").toEqual([]);
}
