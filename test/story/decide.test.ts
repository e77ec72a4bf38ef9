import { expect } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { forgePress } from "./forge-press.js";
import { CAMILLE, COMMS, HALL, NADIA, OLGA, TOM } from "./people.js";
import {
  buttonValue,
  creates,
  formOf,
  liveButtons,
  messageAbout,
  openCard,
  said,
  toldPrivately,
} from "./read-screen.js";
import type { House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ env: { HOLD_SECONDS: "600" } });

async function suggested(house: House, name: string, user = NADIA) {
  const link = house.link(name);
  await house.hands.command({ user, channel: COMMS, command: "/suggest", text: `${link} a word on why` });
  const { channel, card } = await openCard(house, link);
  const press = (actionId: string) => house.hands.press({ user: CAMILLE, channel, ts: card.ts, actionId });
  return { link, channel, card, press };
}

const REASONS = ["reason_not_me", "reason_not_now", "reason_seen_enough", "reason_not_sure"];

story(
  "she declines in one press, gives her reasons to the suggester alone, and takes it back",
  async (house) => {
    const { hands } = house;
    const { link, press } = await suggested(house, "decline", TOM);
    await press("decline");
    await house.until("the card is declined", () => {
      const card = messageAbout(house, CAMILLE, "dm", link);
      return card && liveButtons(card).join() === [...REASONS, "add_reason", "take_back"].join();
    });
    const news = () => said(messageAbout(house, TOM, "dm", link) ?? { blocks: [] });
    await house.until("the suggester hears of it", () => news().includes(en.news.declined));

    await press("reason_not_now");
    await house.until("the suggester reads the reason", () =>
      news().includes(en.news.declineReason("not_now")),
    );
    await house.until("the card keeps what is left to say", () => {
      const card = messageAbout(house, CAMILLE, "dm", link);
      return card && liveButtons(card).join() === "add_reason,take_back";
    });

    await press("add_reason");
    const form = await house.until("the form for her own words", () => formOf(house, CAMILLE));
    expect(form.callbackId).toBe("decline");
    const hers = "Le <sujet> est déjà pris & bien tenu";
    await hands.fill({ user: CAMILLE, viewId: form.id, blockId: "reason", actionId: "value", value: hers });
    await hands.submit({ user: CAMILLE, viewId: form.id });
    expect(formOf(house, CAMILLE)).toBeUndefined();
    await house.until("the suggester reads her words", () => news().includes(hers));
    const team = messageAbout(house, NADIA, COMMS, link);
    expect(said(team ?? { blocks: [] })).toContain(fr.news.closed);
    expect(JSON.stringify(house.slack.hands.look(NADIA))).not.toContain("Le <sujet>");

    await press("take_back");
    const { card } = await openCard(house, link);
    expect(liveButtons(card)).toContain("approve");
    await house.until("nothing of the decline is left", () => !news().includes(hers));
    expect(creates(house)).toEqual([]);
  },
);

story("she stops a post in its hold, and may approve it again", async (house) => {
  const { link, press } = await suggested(house, "cancel");
  await press("approve");
  const held = () =>
    house.until("the card can be stopped", () => {
      const card = messageAbout(house, CAMILLE, "dm", link);
      return card && liveButtons(card).join() === "cancel";
    });
  await held();
  await house.until("the suggester hears that it is approved", () =>
    said(messageAbout(house, NADIA, "dm", link) ?? { blocks: [] }).includes(fr.news.approved),
  );
  await press("cancel");
  const { card } = await openCard(house, link);
  expect(said(card)).toContain(fr.card.setback.cancelled);
  expect(liveButtons(card)).toEqual(["rewrite", "approve", "schedule_next", "decline", "more"]);
  await house.until("the suggester hears that it was stopped", () =>
    said(messageAbout(house, NADIA, "dm", link) ?? { blocks: [] }).includes(fr.news.back("cancelled")),
  );
  await press("approve");
  await held();
  expect(creates(house)).toEqual([]);
});

story("nobody else's press decides anything: each is told so privately", async (house) => {
  const { link, card } = await suggested(house, "not-hers");
  const value = buttonValue(card, "approve");
  const presses = ["approve", "rewrite", "schedule", "decline"];
  for (const actionId of presses) {
    await forgePress(house, { user: NADIA, channel: COMMS, ts: card.ts, actionId, value });
    await forgePress(house, { user: OLGA, channel: HALL, ts: card.ts, actionId, value });
  }
  await toldPrivately(house, NADIA, COMMS, fr.answers.onlyHer);
  await toldPrivately(house, OLGA, HALL, en.answers.onlyHer);
  await house.until("each press is answered", () =>
    [NADIA, OLGA].every(
      (user) =>
        house.slack.hands
          .look(user)
          .conversations.flatMap(({ messages }) => messages)
          .filter(
            ({ ephemeral, text }) => ephemeral && [fr, en].some(({ answers }) => answers.onlyHer === text),
          ).length === presses.length,
    ),
  );
  expect(formOf(house, NADIA)).toBeUndefined();
  expect(messageAbout(house, CAMILLE, "dm", link)?.blocks).toEqual(card.blocks);
  expect(creates(house)).toEqual([]);
});

story("a forged press changes nothing, whatever is forged, and her own still counts", async (house) => {
  const { link, channel, card, press } = await suggested(house, "forged");
  const value = buttonValue(card, "approve");
  const parts = value.split(".");
  const [suggestion = "", , digest = ""] = parts;
  const withPart = (at: number, part: string) => parts.with(at, part).join(".");
  const true_ = { user: CAMILLE, channel, ts: card.ts, actionId: "approve", value };
  const forged = {
    "from another workspace": { ...true_, team: "T0ELSEWHERE" },
    "by a namesake of another workspace": { ...true_, userTeam: "T0ELSEWHERE" },
    "by nobody": { ...true_, user: null },
    "by a colleague, on her card": { ...true_, user: NADIA },
    "on another message": { ...true_, ts: "1700000000.000001" },
    "in another channel": { ...true_, channel: COMMS },
    "with another digest": {
      ...true_,
      value: withPart(2, `${digest.startsWith("A") ? "B" : "A"}${digest.slice(1)}`),
    },
    "with another wording": { ...true_, value: withPart(1, "z".repeat(20)) },
    "of another suggestion": { ...true_, value: withPart(0, "z".repeat(20)) },
    "for another account": { ...true_, value: withPart(3, "12345") },
    "with a text as its value": { ...true_, value: "Post this instead" },
    "without a value": { ...true_, value: "" },
  };
  for (const [how, made] of Object.entries(forged)) {
    const { acked } = await forgePress(house, made);
    expect(acked, `the press ${how} is acknowledged`).toBe(true);
  }
  await toldPrivately(house, CAMILLE, "dm", fr.answers.staleCard);
  await toldPrivately(house, CAMILLE, "dm", fr.answers.settledBefore.closed);
  for (const actionId of ["cancel", "it_appeared", "it_did_not", "take_back", "reason_not_me"]) {
    await forgePress(house, { ...true_, actionId, value: suggestion });
    await forgePress(house, { ...true_, user: NADIA, actionId, value: suggestion });
  }
  const after = messageAbout(house, CAMILLE, "dm", link);
  expect(after?.blocks).toEqual(card.blocks);
  expect(creates(house)).toEqual([]);

  await press("approve");
  await house.until("her own press counts", () => {
    const now = messageAbout(house, CAMILLE, "dm", link);
    return now && liveButtons(now).join() === "cancel";
  });
});
