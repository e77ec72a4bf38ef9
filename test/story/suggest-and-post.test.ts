import { expect } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { forgePress } from "./forge-press.js";
import { CAMILLE, COMMS, NADIA, OLGA, TOM, X_ACCOUNT } from "./people.js";
import {
  buttonValue,
  creates,
  formOf,
  liveButtons,
  messageAbout,
  messagesAbout,
  openCard,
  plainTexts,
  postShown,
  privateAnswers,
  repliesTo,
  said,
  toldPrivately,
} from "./read-screen.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ env: { HOLD_SECONDS: "2" } });

story(
  "an article suggested by command is posted as shown after one press, and everyone is told",
  async (house) => {
    const { hands, x } = house;
    const link = house.link("whole-sentence");
    const before = creates(house).length;
    await hands.command({
      user: NADIA,
      channel: COMMS,
      command: "/suggest",
      text: `${link} Nos clients y étaient`,
    });
    const answer = privateAnswers(house, NADIA, COMMS).at(-1);
    expect(answer?.text).toBe(`${fr.answers.takenIn} ${fr.answers.seenNow} ${fr.answers.followInDm}`);
    expect(privateAnswers(house, TOM, COMMS)).toEqual([]);

    const { channel, card } = await openCard(house, link);
    expect(liveButtons(card)).toEqual(["rewrite", "approve", "schedule_next", "decline", "more"]);
    expect(said(card)).toContain(fr.card.draftUnwritten);
    expect(said(card)).toContain("Nos clients y étaient");
    const shown = postShown(card);
    expect(shown).toBe(
      `«\u00a0Les trains de nuit retrouvent leurs voyageurs d’affaires\u00a0» (Le Fil du Rail)\n${link}`,
    );
    expect(said(card)).toContain(`@${X_ACCOUNT.handle}`);
    const value = buttonValue(card, "approve");
    expect(Buffer.byteLength(value)).toBeLessThan(2000);
    expect(value).not.toContain("http");

    await hands.press({ user: CAMILLE, channel, ts: card.ts, actionId: "approve" });
    const holding = await house.until("the card says that it waits", () => {
      const now = messageAbout(house, CAMILLE, "dm", link);
      return now && liveButtons(now).join() === "cancel" && now;
    });
    expect(postShown(holding)).toBe(shown);
    expect(creates(house)).toHaveLength(before);

    const post = await house.until("the post at X", () => x.posts.find(({ text }) => text === shown));
    expect(Buffer.from(post.text)).toEqual(Buffer.from(shown));
    expect(
      creates(house)
        .slice(before)
        .map(({ body }) => body),
    ).toEqual([{ text: shown }]);

    const where = `https://x.com/${X_ACCOUNT.handle}/status/${post.id}`;
    const told = await house.until("everyone is told", () => {
      const settled = messageAbout(house, CAMILLE, "dm", link);
      const suggester = messageAbout(house, NADIA, "dm", link);
      const team = messageAbout(house, TOM, COMMS, link);
      if (!settled || !suggester || !team) return null;
      const line = repliesTo(house, CAMILLE, "dm", settled)[0];
      const teamLine = repliesTo(house, TOM, COMMS, team)[0];
      const all = [settled, suggester, team].every((message) => said(message).includes(where));
      return all && line && teamLine && { settled, suggester, team, line, teamLine };
    });
    expect(liveButtons(told.settled)).toEqual(["undo"]);
    expect(said(told.settled)).toContain(fr.card.posted(where));
    expect(postShown(told.settled)).toBe(shown);
    expect(told.line.text).toBe(fr.card.lines.posted(where));
    expect(said(told.suggester)).toContain(fr.news.posted(where));
    expect(told.teamLine).toMatchObject({ text: fr.news.line.posted(where), broadcast: true });
    expect(said(told.team)).not.toContain("Nos clients y étaient");
    expect(messagesAbout(house, CAMILLE, "dm", link)).toHaveLength(1);
    expect(messagesAbout(house, TOM, COMMS, link)).toHaveLength(1);

    // A phone that still shows the old card: the press is answered with what is so now, and nothing else happens.
    await forgePress(house, { user: CAMILLE, channel, ts: card.ts, actionId: "approve", value });
    await toldPrivately(house, CAMILLE, "dm", fr.answers.settledBefore.posted(where));
    expect(creates(house)).toHaveLength(before + 1);
  },
);

story(
  "a draft written in the form, with its live count, is posted as the colleague wrote it",
  async (house) => {
    const { hands, x } = house;
    const link = house.link("form");
    await hands.command({ user: TOM, channel: COMMS, command: "/suggest", text: "" });
    const form = await house.until("the form", () => formOf(house, TOM));
    expect(form).toMatchObject({ callbackId: "suggest", title: en.forms.suggest.title });
    expect(said(form)).toContain(en.forms.count(0, 280));
    const draft = "Trains de nuit : enfin ! 🚆 R&D <3";
    const fill = (blockId: string, value: string) =>
      hands.fill({ user: TOM, viewId: form.id, blockId, actionId: "value", value });
    await fill("url", link);
    await fill("note", "Half of our board travels by night");
    await fill("draft", `${draft} ${"x".repeat(300)}`);
    await house.until("the count of a draft too long", () =>
      said(formOf(house, TOM) ?? { blocks: [] }).includes("335"),
    );
    const refused = await hands.submit({ user: TOM, viewId: form.id });
    expect(refused.fieldErrors).toEqual({ draft: en.answers.textProblem.too_long(335, 280) });
    await fill("draft", draft);
    await house.until("the count of the draft", () =>
      said(formOf(house, TOM) ?? { blocks: [] }).includes(en.forms.count(34, 280)),
    );
    const submitted = await hands.submit({ user: TOM, viewId: form.id });
    expect(submitted.fieldErrors).toBeNull();
    expect(formOf(house, TOM)).toBeUndefined();

    const { channel, card } = await openCard(house, link);
    expect(liveButtons(card)[0]).toBe("approve");
    expect(said(card)).toContain(fr.card.draftByTeam);
    expect(postShown(card)).toBe(draft);
    await hands.press({ user: CAMILLE, channel, ts: card.ts, actionId: "approve" });
    await house.until("the post at X", () => x.posts.find(({ text }) => text === draft));
    await house.until("the suggester reads it in English", () => {
      const news = messageAbout(house, TOM, "dm", link);
      return news && said(news).includes(":white_check_mark: Posted: https://x.com/");
    });
  },
);

story(
  "the global shortcut opens the form for a member of the team, and tells anyone else why not",
  async (house) => {
    const { hands } = house;
    await hands.globalShortcut({ user: NADIA, callbackId: "suggest" });
    const form = await house.until("the form", () => formOf(house, NADIA));
    expect(form).toMatchObject({ callbackId: "suggest", title: fr.forms.suggest.title });
    const link = house.link("shortcut");
    await hands.fill({ user: NADIA, viewId: form.id, blockId: "url", actionId: "value", value: link });
    await hands.submit({ user: NADIA, viewId: form.id });
    expect(plainTexts((await openCard(house, link)).card)[1]).toContain(link);

    await hands.globalShortcut({ user: OLGA, callbackId: "suggest" });
    await house.until("the outsider is told in her DM", () =>
      house.slack.hands
        .look(OLGA)
        .conversations.find(({ kind }) => kind === "dm")
        ?.messages.some(({ text }) => text === en.answers.notAMember(`<#${COMMS}>`)),
    );
    expect(formOf(house, OLGA)).toBeUndefined();
  },
);

story(
  "a colleague's message becomes a suggestion by its shortcut, with its link and its words",
  async (house) => {
    const { hands } = house;
    const link = house.link("from-message");
    await hands.say({ user: TOM, channel: COMMS, text: `Seen today: ${link} R&D at its best` });
    const message = await house.until("the message", () =>
      hands
        .look(NADIA)
        .conversations.find(({ id }) => id === COMMS)
        ?.messages.find(({ text }) => text.includes("Seen today")),
    );
    const chosen = { channel: COMMS, ts: message.ts, callbackId: "suggest_message" };
    await hands.messageShortcut({ user: NADIA, ...chosen });
    const form = await house.until("the form", () => formOf(house, NADIA));
    expect(form).toMatchObject({ callbackId: "suggest", title: fr.forms.suggest.title });
    await hands.submit({ user: NADIA, viewId: form.id });
    const { card } = await openCard(house, link);
    expect(said(card)).toContain("Seen today: R&D at its best");
    expect(plainTexts(card)[1]).toContain(link);

    await hands.messageShortcut({ user: OLGA, ...chosen }).catch(() => undefined);
    expect(formOf(house, OLGA)).toBeUndefined();
  },
);

story(
  "two presses on the same card make one post, and the second is told that it is on its way",
  async (house) => {
    const { hands, x } = house;
    const link = house.link("two-presses");
    await hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
    const { channel, card } = await openCard(house, link);
    const press = { user: CAMILLE, channel, ts: card.ts, actionId: "approve" };
    await Promise.all([hands.press(press), hands.press(press)]);
    await toldPrivately(house, CAMILLE, "dm", /^C’est déjà approuvé et part à \d\d:\d\d:\d\d\.$/);
    await house.until("the post at X", () => x.posts.some(({ text }) => text.includes(link)));
    await house.until("the card is settled", () => {
      const now = messageAbout(house, CAMILLE, "dm", link);
      return now && liveButtons(now).length === 0 && now.blocks.length > 0;
    });
    expect(creates(house).filter(({ body }) => JSON.stringify(body).includes(link))).toHaveLength(1);
  },
);
