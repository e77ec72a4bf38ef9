import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import { forgeForm } from "./forge-press.js";
import { CAMILLE, COMMS, EXECUTIVE, NADIA, X_ACCOUNT } from "./people.js";
import {
  buttonValue,
  creates,
  formOf,
  liveButtons,
  messageAbout,
  openCard,
  plainTexts,
  postShown,
  pressOn,
  said,
} from "./read-screen.js";
import type { House } from "./start-house.js";
import type { Story } from "./story-telling.js";

/** Suggests an article, and opens one of her card's forms on it. */
async function openForm(house: House, name: string, actionId: "rewrite" | "schedule") {
  const { hands } = house;
  const link = house.link(name);
  await hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: link });
  const { channel, card } = await openCard(house, link);
  await hands.press({ user: CAMILLE, channel, ts: card.ts, ...pressOn(card, actionId) });
  const form = await house.until(`the ${actionId} form`, () => formOf(house, CAMILLE));
  return { link, channel, card, form };
}

const write = (house: House, viewId: string, value: string) =>
  house.hands.fill({ user: CAMILLE, viewId, blockId: "text", actionId: "value", value });

/** Her card, once it says what X got. */
const posted = (house: House, link: string) =>
  house.until("the card says that it is posted", () => {
    const card = messageAbout(house, CAMILLE, "dm", link);
    return card && said(card).includes(`https://x.com/${X_ACCOUNT.handle}/status/`) && card;
  });

export function rewriteAndSchedule(story: Story): void {
  story("what she writes is posted byte for byte", async (house) => {
    const { hands, x } = house;
    const { link, card, form } = await openForm(house, "rewrite", "rewrite");
    expect(form).toMatchObject({ callbackId: "rewrite", submit: fr.forms.rewrite.submit });
    expect(form.values.text?.value).toBe(postShown(card));
    // Composed and decomposed accents, a joined emoji, signs Slack writes as entities, spaces and a line break at the end.
    const hers = "  Été à l'heure, cafe\u0301 : R&D < tout ✅ 👩🏽‍🚀\n\nÀ lundi\u00a0! \n";
    await write(house, form.id, hers);
    const submitted = await hands.submit({ user: CAMILLE, viewId: form.id });
    expect(submitted.fieldErrors).toBeNull();
    expect(formOf(house, CAMILLE)).toBeUndefined();
    const post = await house.until("the post at X", () =>
      x.posts.find(({ text }) => text.includes("Été à l'heure")),
    );
    expect(Buffer.from(post.text)).toEqual(Buffer.from(hers));
    expect(postShown(await posted(house, link))).toBe(hers);
  });

  story(
    "where Slack hands her text over altered, she sees once more what X will get before it goes",
    async (house) => {
      const { hands, slack, x } = house;
      slack.faults.alterText = "as_slack";
      const { link, form } = await openForm(house, "altered", "rewrite");
      const hers = "Bravo 👏🏽 à l’équipe R&D :train: et 1 < 2";
      await write(house, form.id, hers);
      const before = creates(house).length;
      await hands.submit({ user: CAMILLE, viewId: form.id });
      const again = formOf(house, CAMILLE);
      expect(again).toMatchObject({
        title: fr.forms.confirm.title,
        submit: fr.forms.confirm.submit,
        values: {},
      });
      const exact = "Bravo 👏🏽 à l’équipe R&D 🚋 et 1 < 2";
      expect(plainTexts(again ?? { blocks: [] }).join("")).toBe(exact);
      await house.until("the card keeps her words", () => {
        const card = messageAbout(house, CAMILLE, "dm", link);
        return card && postShown(card) === exact && liveButtons(card).includes("approve");
      });
      expect(creates(house)).toHaveLength(before);
      await hands.submit({ user: CAMILLE, viewId: again?.id ?? "" });
      slack.faults.alterText = "none";
      const post = await house.until("the post at X", () =>
        x.posts.find(({ text }) => text.startsWith("Bravo")),
      );
      expect(Buffer.from(post.text)).toEqual(Buffer.from(exact));
      await posted(house, link);
      expect(creates(house)).toHaveLength(before + 1);
    },
  );

  story("what she wrote comes back when the card was decided elsewhere meanwhile", async (house) => {
    const { hands } = house;
    const { channel, card, form } = await openForm(house, "decided-meanwhile", "rewrite");
    await write(house, form.id, "Written on the phone, declined on the laptop");
    const before = creates(house).length;
    await hands.press({ user: CAMILLE, channel, ts: card.ts, actionId: "decline" });
    await hands.submit({ user: CAMILLE, viewId: form.id });
    const answer = formOf(house, CAMILLE);
    expect(answer).toMatchObject({ callbackId: "answer", submit: null });
    expect(plainTexts(answer ?? { blocks: [] })).toContain("Written on the phone, declined on the laptop");
    expect(creates(house)).toHaveLength(before);
    await hands.closeView({ user: CAMILLE, viewId: answer?.id ?? "" });
  });

  story("a text X would not take stays in the form, with a word on what is wrong", async (house) => {
    const { hands } = house;
    const { form } = await openForm(house, "too-long", "rewrite");
    await write(house, form.id, "é".repeat(281));
    const long = await hands.submit({ user: CAMILLE, viewId: form.id });
    expect(long.fieldErrors).toEqual({ text: fr.answers.textProblem.too_long(281, 280) });
    await write(house, form.id, "gratuit\u202etxt.exe");
    const hidden = await hands.submit({ user: CAMILLE, viewId: form.id });
    expect(hidden.fieldErrors).toEqual({ text: fr.answers.textProblem.hidden_characters });
    expect(formOf(house, CAMILLE)?.values.text?.value).toBe("gratuit\u202etxt.exe");
    await hands.closeView({ user: CAMILLE, viewId: form.id });
  });

  story(
    "the schedule is preset to tomorrow 8:00 in her zone, and refuses a time that has passed",
    async (house) => {
      const { hands } = house;
      const days = [tomorrow()];
      const { form, card } = await openForm(house, "preset", "schedule");
      days.push(tomorrow());
      const preset = form.values.when?.value;
      expect(days.map((day) => `${day} 08:00`)).toContain(wall(Number(preset) * 1000));
      expect(plainTexts(form).join("")).toBe(postShown(card));
      const when = { user: CAMILLE, viewId: form.id, blockId: "when", actionId: "value" };
      await hands.fill({ ...when, value: Math.trunc(Date.now() / 1000) - 60 });
      const past = await hands.submit({ user: CAMILLE, viewId: form.id });
      expect(past.fieldErrors).toEqual({ when: fr.answers.timePast });
      await hands.fill({ ...when, value: Math.trunc(Date.now() / 1000) + 121 * 86_400 });
      const far = await hands.submit({ user: CAMILLE, viewId: form.id });
      expect(far.fieldErrors).toEqual({ when: fr.answers.timeTooFar });
      await hands.closeView({ user: CAMILLE, viewId: form.id });
    },
  );

  story(
    "a scheduled post waits for its time, goes by itself, and the suggester hears both",
    async (house) => {
      const { hands, x } = house;
      const { link, card, form } = await openForm(house, "scheduled", "schedule");
      const shown = postShown(card);
      const when = Math.trunc(Date.now() / 1000) + 3;
      await hands.fill({ user: CAMILLE, viewId: form.id, blockId: "when", actionId: "value", value: when });
      await hands.submit({ user: CAMILLE, viewId: form.id });
      await house.until("the card says when, and can be stopped", () => {
        const now = messageAbout(house, CAMILLE, "dm", link);
        return (
          now && said(now).includes(":calendar:") && liveButtons(now).join() === "reschedule,post_now,cancel"
        );
      });
      await house.until("the suggester hears that it is scheduled", () => {
        const news = messageAbout(house, NADIA, "dm", link);
        return news && said(news).includes(":calendar:");
      });
      const post = await house.until("the post at X", () => x.posts.find(({ text }) => text === shown));
      expect(post.createdAt).toBeGreaterThanOrEqual(when * 1000);
      expect(post.createdAt).toBeLessThan(when * 1000 + 4000);
      await posted(house, link);
      await house.until("the suggester hears that it is posted", () => {
        const news = messageAbout(house, NADIA, "dm", link);
        return news && said(news).includes(`/status/${post.id}`);
      });
    },
  );

  story("nobody else's form approves, and a form made by hand approves nothing", async (house) => {
    const { hands, slack } = house;
    const { link, channel, card, form } = await openForm(house, "forged-form", "rewrite");
    await hands.closeView({ user: CAMILLE, viewId: form.id });
    const before = creates(house).length;
    const opened = (kind: string) => `${kind} ${buttonValue(card, "approve")} ${channel} ${card.ts}`;
    const [rewrite, schedule] = [opened("rewrite"), opened("schedule")];
    const text = { text: { value: { type: "plain_text_input", value: "Not her words" } } };
    const soon = Math.trunc(Date.now() / 1000) + 60;
    const when = { when: { value: { type: "datetimepicker", selected_date_time: soon } } };
    const forged = [
      await forgeForm(house, { user: NADIA, callbackId: "rewrite", metadata: rewrite, values: text }),
      await forgeForm(house, { user: NADIA, callbackId: "schedule", metadata: schedule, values: when }),
      await forgeForm(house, { user: NADIA, callbackId: "rewrite", metadata: opened("exact"), values: {} }),
    ];
    for (const { acked, body } of forged) {
      expect(acked).toBe(true);
      expect(said((body as { view: { blocks: [] } }).view)).toContain(fr.answers.onlyHer);
    }
    const made = await forgeForm(house, {
      user: CAMILLE,
      callbackId: "rewrite",
      metadata: "x y z",
      values: text,
    });
    expect(said((made.body as { view: { blocks: [] } }).view)).toContain(fr.answers.settledBefore.closed);
    const elsewhere = schedule.replace(card.ts, "1.000001");
    const stale = await forgeForm(house, {
      user: CAMILLE,
      callbackId: "schedule",
      metadata: elsewhere,
      values: when,
    });
    expect(said((stale.body as { view: { blocks: [] } }).view)).toContain(fr.answers.staleCard);
    expect(messageAbout(house, CAMILLE, "dm", link)?.blocks).toEqual(card.blocks);
    expect(creates(house)).toHaveLength(before);
    expect(slack.problems).toEqual([]);
  });
}

const wall = (at: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: EXECUTIVE.tz, dateStyle: "short", timeStyle: "short" }).format(
    at,
  );

function tomorrow(): string {
  const [day = ""] = wall(Date.now()).split(" ");
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
