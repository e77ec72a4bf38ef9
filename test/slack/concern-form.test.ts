import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { decline } from "../../src/flows/decline.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { channelMention } from "../../src/slack/blocks/mrkdwn.js";
import { executive, newId, team } from "../db/builders.js";
import { pressOn, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { ines, omar, raisedBy } from "../flows/colleagues.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  type Office,
  olga,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
  teamMessage,
  whisperedTo,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const { team: say } = en;
const reason = "The figures are last year's <b>& worse</b>.";
const inLine = (text: string) => JSON.stringify(text).slice(1, -1);
const form = (user: string = omar) => office.slack.hands.look(user).views.at(-1);
const told = async () => {
  const { id } = await waiting(office);
  await sendAll(office);
  return { id, ...(await teamMessage(office, id)) };
};
const concerns = (id: SuggestionId) => office.store.concernsOf(id);
const inHerDm = () => directMessages(office, executive).filter(({ ephemeral }) => !ephemeral);

async function opened(press: (user: string, actionId: string) => Promise<unknown>, user: string = omar) {
  await press(user, "concern");
  await expect.poll(() => form(user)?.id).toBeDefined();
  return form(user)?.id ?? "";
}
async function handsIn(viewId: string, text: string | null, user: string = omar) {
  if (text !== null)
    await office.slack.hands.fill({ user, viewId, blockId: "reason", actionId: "value", value: text });
  return office.slack.hands.submit({ user, viewId });
}
/** A form as Slack hands it in, made by hand. */
async function forged(metadata: string, values: object, user: string = omar, from: string = team) {
  const { body } = await office.slack.faults.deliverRaw("interactive", {
    type: "view_submission",
    api_app_id: office.options.appId,
    team: { id: team },
    user: { id: user, team_id: from },
    trigger_id: newId(),
    view: {
      id: newId(),
      type: "modal",
      app_id: office.options.appId,
      callback_id: "concern",
      private_metadata: metadata,
      blocks: [],
      state: { values },
      hash: "1.forged",
    },
  });
  return JSON.stringify(body);
}
const typed = (value: string) => ({ reason: { value: { type: "plain_text_input", value } } });

describe("«Concern…» in the channel", () => {
  test("opens a form that says what a concern does; handed in, it stands with its reason and stops it", async () => {
    const { id, press, message } = await told();
    const viewId = await opened(press);
    expect(readable(form())).toContain(inLine(say.concernForm.lead));
    await handsIn(viewId, reason);
    expect(readable(form())).toContain(inLine(say.concernRaised));
    expect(await concerns(id)).toMatchObject([{ userId: omar, reason }]);
    expect((await suggestionNow(office, id)).concernAt).not.toBeNull();
    const before = channelMessages(office).length;
    await sendAll(office);
    expect(channelMessages(office)).toHaveLength(before);
    expect(readable(message())).toContain(inLine(reason));
  });
  test("pressed again opens the form that withdraws it, which does", async () => {
    const { id, press, message } = await told();
    await handsIn(await opened(press), reason);
    await office.slack.hands.closeView({ user: omar, viewId: form()?.id ?? "" });
    const viewId = await opened(press);
    expect(readable(form())).toContain(inLine(say.withdrawForm.lead));
    expect(readable(form())).toContain(inLine(reason));
    await handsIn(viewId, null);
    expect(readable(form())).toContain(inLine(say.concernWithdrawn));
    expect(await concerns(id)).toEqual([]);
    await sendAll(office);
    expect(readable(message())).not.toContain(inLine(reason));
    expect(inHerDm().map(readable).join()).toContain(inLine(fr.team.concernWithdrawnBy(`<@${omar}>`)));
  });
  test("wants a reason, and spaces are none", async () => {
    const { id } = await told();
    expect(await forged(id, typed(" \u00a0\n"))).toContain(inLine(say.concernForm.noReason));
    expect(await concerns(id)).toEqual([]);
    expect(await forged(id, typed(` ${reason} `))).toContain(inLine(say.concernRaised));
    expect(await concerns(id)).toMatchObject([{ reason }]);
  });
  test("that came twice from Slack opens one form", async () => {
    const { press } = await told();
    office.slack.faults.deliverTwice = 1;
    await opened(press);
    await expect.poll(() => office.slack.faults.deliverTwice).toBe(0);
    await press(omar, "second");
    await expect.poll(() => whisperedTo(office, omar)).toContain(inLine(say.seconded));
    expect(office.slack.hands.look(omar).views).toHaveLength(1);
  });
  test("on what is over is answered with that, without a form", async () => {
    const { id, press } = await told();
    await showNextCards(office);
    await sendAll(office);
    await decline(pressOn(await cardInSlack(office, id)), office);
    await press(omar, "concern");
    await expect.poll(() => whisperedTo(office, omar)).toContain(inLine(say.concernTooLate));
    expect(form()).toBeUndefined();
  });
  test("where Slack opens no form is answered: press again", async () => {
    const { press } = await told();
    office.slack.faults.next("views.open", { kind: "http", status: 503 });
    await press(omar, "concern");
    await expect.poll(() => whisperedTo(office, omar)).toContain(inLine(en.answers.pressAgain));
  });
});

describe("what was typed is given back", () => {
  test("where she decided meanwhile", async () => {
    const { id, press } = await told();
    await showNextCards(office);
    await sendAll(office);
    const viewId = await opened(press);
    await decline(pressOn(await cardInSlack(office, id)), office);
    await handsIn(viewId, reason);
    expect(readable(form())).toContain(inLine(say.concernTooLate));
    expect(readable(form())).toContain(inLine(reason));
  });
  test("where this person's concern stands already", async () => {
    const { id, press } = await told();
    const viewId = await opened(press);
    await raisedBy(office, omar, id, "Raised from the phone.");
    await handsIn(viewId, reason);
    expect(readable(form())).toContain(inLine(say.concernStands));
    expect(readable(form())).toContain(inLine(reason));
    expect(await concerns(id)).toMatchObject([{ reason: "Raised from the phone." }]);
  });
  test("in its field where the person has left the team meanwhile", async () => {
    const { id, press } = await told();
    const viewId = await opened(press);
    await office.slack.hands.leave({ user: omar, channel: teamChannel });
    const { fieldErrors } = await handsIn(viewId, reason);
    expect(fieldErrors).toEqual({ reason: say.onlyMembers(channelMention(teamChannel)) });
    expect(form()?.values.reason?.value).toBe(reason);
    expect(await concerns(id)).toEqual([]);
  });
});

describe("a concern form made by hand", () => {
  test.each([
    ["by a stranger", olga, team],
    ["by her, who is not of the team", executive, team],
    ["under a member's id of another workspace", omar, "T0OTHER"],
  ])("(%s) raises and withdraws nothing", async (_, user, from) => {
    const { id } = await told();
    await raisedBy(office, omar, id);
    const before = rowsOf(office, "concerns", "suggestions");
    await forged(id, typed(reason), user, from);
    await forged(id, {}, user, from);
    expect(rowsOf(office, "concerns", "suggestions")).toEqual(before);
  });
  test("withdraws nobody else's", async () => {
    const { id } = await told();
    await raisedBy(office, ines, id);
    expect(await forged(id, {})).toContain(inLine(say.concernNone));
    expect(await concerns(id)).toHaveLength(1);
  });
  test.each(["", "x", "A".repeat(20), `${newId()} ${newId()}`])(
    "about «%s» is about nothing",
    async (metadata) => {
      await told();
      expect(await forged(metadata, typed(reason))).toContain(inLine(en.answers.settledBefore.closed));
      expect(rowsOf(office, "concerns")).toEqual([[]]);
    },
  );
});
