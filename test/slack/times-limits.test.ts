import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PostId, ReminderId, SlackChannelId, SlackTs } from "../../src/core/ids.js";
import { reminderKinds } from "../../src/core/reminder.js";
import { noSettings } from "../../src/core/settings.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import type { Words } from "../../src/i18n/words.js";
import { checkBlocks } from "../../src/sandbox/slack/block-kit/check-blocks.js";
import { checkView } from "../../src/sandbox/slack/block-kit/check-view.js";
import { section } from "../../src/slack/blocks/block-parts.js";
import { reminder } from "../../src/slack/blocks/reminder.js";
import { confirmView } from "../../src/slack/confirm-form.js";
import { rewriteView } from "../../src/slack/rewrite-form.js";
import { scheduleForm } from "../../src/slack/schedule-form.js";
import {
  aCard,
  aDesk,
  anApproval,
  aPart,
  aPost,
  aRevision,
  aSuggestion,
  morning,
  newId,
} from "../db/builders.js";
import { type ADesk, changeDesk, openADesk, shownCard, suggestionNow } from "../flows/a-desk.js";

// Every text as long as it can come, of characters that are two units, and look like markup.
const long = (units: number) => "<&🌞*_`>".repeat(Math.ceil(units / 9)).slice(0, units);
const title = { title: long(1000), site: long(1000), author: null, publishedAt: null, language: null };
const article = { ...title, description: null, picture: null, canonicalLink: null };
const link = `https://journal.example/${"a".repeat(1900)}`;
/** A night whose clock is set forward, and the longest name of a zone. */
const zones = { home: "Europe/Paris", here: "America/Argentina/ComodRivadavia" };
const spring = Date.parse("2027-03-27T12:00:00Z");

let house: ADesk;
let suggestion: Suggestion;
beforeAll(async () => {
  house = await openADesk();
  const { id } = await shownCard(house, { draft: `${link} ${long(1000)}` });
  suggestion = { ...(await suggestionNow(house, id)), link, article };
  await changeDesk(house, { settings: { ...noSettings, slots: [150] } });
  house.goTo(spring);
});
afterAll(() => house.close());

describe.each([
  ["English", en],
  ["French", fr],
])("in %s, with the longest texts, Slack takes", (_, words: Words) => {
  const revision = () => aRevision(suggestion, { text: `${link} ${long(1000)}` });
  const facts = () => ({
    desk: aDesk({
      settings: { ...noSettings, slots: [150] },
      account: { id: aDesk().account?.id ?? ("1" as never), handle: "a".repeat(15) },
    }),
    suggestion,
    revision: revision(),
    words,
    zones,
    origin: {
      key: {
        suggestionId: suggestion.id,
        revisionId: revision().id,
        digest: revision().digest,
        accountId: "1".repeat(19) as never,
      },
      card: { channel: "D".repeat(12) as SlackChannelId, ts: "1795424400.000001" as SlackTs },
      at: spring,
      instead: newId<PostId>(),
    },
  });
  test("her form, with a text left unfinished and the draft below it", async () => {
    const lead = [section(words.times.unfinished)];
    const view = await rewriteView(facts(), `${link} ${long(3000)}`, house, lead);
    expect(checkView("modal", { ...view }, null)).toEqual([]);
    const said = JSON.stringify(view);
    for (const name of ["link_kept", "quick", "when", words.times.keepLink]) expect(said).toContain(name);
  });
  test("the choice of a time, on the night that skips one", async () => {
    const view = await scheduleForm(facts(), house);
    expect(checkView("modal", { ...view }, null)).toEqual([]);
    expect(JSON.stringify(view)).toContain(words.times.moved("2:30"));
  });
  test("the form that asks for one press more, for a time", () => {
    const exact = { origin: facts().origin, text: long(3000), handle: "a".repeat(15), holdMs: 10_000, zones };
    for (const why of ["confirm", "altered", "concern"] as const)
      expect(checkView("modal", { ...confirmView(why, exact, words) }, null)).toEqual([]);
  });
  test.each(reminderKinds)("the reminder «%s», while it is so and when it is settled", (kind) => {
    const approval = anApproval(revision(), aCard(suggestion), { act: "schedule" });
    const post = aPost(approval, { state: "scheduled" });
    const { keyId, seal, ...agreed } = approval;
    const whole = { post, parts: [aPart(post, approval)], approval: { agreed, keyId, seal } };
    for (const state of ["shown", "approved"] as const) {
      const about = { suggestion: { ...suggestion, state }, whole };
      const subject = kind === "undecided" ? suggestion.id : (suggestion.revisionId ?? "");
      const told = { id: newId<ReminderId>(), version: 1, deskId: post.deskId, kind, subject };
      const drawn = reminder({
        ...about,
        reminder: { ...told, dueAt: morning, doneAt: morning },
        desk: aDesk(),
        here: zones.here,
        words,
      });
      if (!drawn) continue;
      expect(checkBlocks("message", drawn.blocks, null)).toEqual([]);
      expect(drawn.text).not.toContain("<&");
    }
  });
});

test("nothing of a title is read as markup in a reminder", () => {
  const trap = "<!channel> <https://evil.example|click>";
  const shown = aSuggestion({ state: "shown", revisionId: newId(), article: { ...article, title: trap } });
  const drawn = reminder({
    suggestion: shown,
    whole: null,
    reminder: {
      id: newId<ReminderId>(),
      version: 1,
      deskId: shown.deskId,
      kind: "left_unposted",
      subject: shown.revisionId ?? "",
      dueAt: morning,
      doneAt: morning,
    },
    desk: aDesk(),
    here: "Europe/Paris",
    words: en,
  });
  expect(drawn?.text).toContain("&lt;!channel&gt;");
  expect(JSON.stringify(drawn?.blocks)).not.toContain("<!channel>");
});
