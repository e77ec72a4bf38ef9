import { afterEach, beforeEach, expect, test } from "vitest";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { executive } from "../db/builders.js";
import { waiting } from "../flows/a-desk.js";
import { directMessages, type Office, openOffice } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test("nothing is drawn before her direct message was read; what is owed is drawn once it was", async () => {
  let read = false;
  const outbox = openOutbox({ ...office, slack: office.clients, mayDraw: () => read });
  const { id } = await waiting(office);
  await showNextCards(office);
  await outbox.sendOwed();
  expect(await outbox.showNow("card", id)).toBe(false);
  expect(office.slack.calls.filter(({ method }) => method.startsWith("chat."))).toEqual([]);
  expect(await office.store.message("card", id)).toMatchObject({ ts: null, shown: 0, attempts: 0 });
  read = true;
  await outbox.sendOwed();
  expect(directMessages(office, executive)).toHaveLength(1);
});
