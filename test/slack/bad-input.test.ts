import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkLink } from "../../src/articles/check-link.js";
import { makeReadArticle } from "../../src/articles/read-article.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { type LocalSite, localSocket } from "../articles/local-site.js";
import { knowsNoName } from "../articles/loopback-only.js";
import { executive, nadia } from "../db/builders.js";
import { link } from "../flows/a-desk.js";
import { type FormHands, suggestForm, toldTo } from "./a-form.js";
import {
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office, { checkLink: (checked) => checkLink(checked, []) });
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = en.answers;
const { fields, hidden } = en.suggesting;
const taken = async () => (await office.store.week(0, Number.MAX_SAFE_INTEGER)).suggested;
/** The private answer to `/suggest` with this behind it. */
async function answered(text: string): Promise<string> {
  await office.slack.hands.command({ user: nadia, channel: teamChannel, command: "/suggest", text });
  const here = office.slack.hands.look(nadia).conversations.find(({ id }) => id === teamChannel);
  const answer = here?.messages.findLast(({ ephemeral }) => ephemeral);
  return `${answer?.text}\n${readable(answer)}`;
}
/** The form with this in it, handed in: the errors in its fields. */
async function handedIn(given: Record<string, string>): Promise<[Record<string, string> | null, FormHands]> {
  const form = await suggestForm(office);
  await form.fill({ url: link, ...given });
  return [await form.submit(), form];
}
/** A form as no client of Slack's sends it: what its fields would not have taken. */
async function forged(given: Record<string, string>): Promise<unknown> {
  const { viewId, now } = await suggestForm(office);
  const values = Object.fromEntries(
    Object.entries({ url: link, ...given }).map(([name, value]) => [name, { value: { type: "x", value } }]),
  );
  const { callbackId } = now() ?? {};
  const { body } = await office.slack.faults.deliverRaw("interactive", {
    type: "view_submission",
    team: { id: office.options.teamId },
    user: { id: nadia, team_id: office.options.teamId },
    api_app_id: office.options.appId,
    trigger_id: `${viewId}.trigger`,
    view: { id: viewId, type: "modal", callback_id: callbackId, private_metadata: "", state: { values } },
  });
  return body;
}
const refusedAt = (field: string, text: string) => ({ response_action: "errors", errors: { [field]: text } });

describe("a link that cannot be suggested is told apart, by the command and in the field of the form", () => {
  const long = `https://a.example/${"x".repeat(4_000)}`;
  test.each([
    ["no link", "read this one", say.noLink, fields.link],
    ["two links", "https://a.example https://b.example", say.twoLinks, fields.twoLinks],
    ["javascript:", "javascript:alert(1)", say.notAWebAddress, fields.link],
    ["a link of 4,000 characters", long, say.linkTooLong, say.linkTooLong],
    ["an internal address", "http://169.254.169.254/latest", say.linkRefused("private_address"), null],
    ["this machine, in hexadecimal", "http://0x7f000001/", say.linkRefused("private_address"), null],
    [
      "a webhook",
      "https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX",
      say.linkRefused("secret_link"),
      null,
    ],
  ])("%s", async (_, typed, toCommand, inForm) => {
    expect(await answered(typed)).toContain(toCommand);
    expect(await answered(typed)).toContain(typed.slice(0, 2_000));
    expect(await forged({ url: typed })).toEqual(refusedAt("url", inForm ?? toCommand));
    expect(await taken()).toEqual([]);
  });
  test("only spaces: the command opens the form, and the form asks for its link", async () => {
    await office.slack.hands.command({ user: nadia, channel: teamChannel, command: "/suggest", text: "   " });
    await expect.poll(() => office.slack.hands.look(nadia).views.at(-1)?.callbackId).toBe("suggest");
    expect(await forged({ url: " \u00a0 " })).toEqual(refusedAt("url", fields.link));
  });
});

describe("words that cannot be taken are told in their field, and stay there", () => {
  const endless = "x".repeat(10_000);
  test("10,000 characters", async () => {
    expect(await answered(`${link} ${endless}`)).toContain(say.noteTooLong(1000));
    expect(await forged({ note: endless })).toEqual(refusedAt("note", fields.tooLong(10_000, 1000)));
    expect(await forged({ reproach: endless })).toEqual(refusedAt("reproach", fields.tooLong(10_000, 1000)));
    expect(await forged({ draft: endless })).toEqual(
      refusedAt("draft", say.textProblem.too_long(20_000, 280)),
    );
    expect(await taken()).toEqual([]);
  });
  test("a draft of only spaces", async () => {
    expect(await forged({ draft: " \n " })).toEqual(refusedAt("draft", fields.onlySpaces));
    expect(await forged({ note: " \n ", reproach: "  " })).toEqual({});
    expect(await taken()).toMatchObject([{ note: "", reproach: null, teamDraft: null }]);
  });
  test("a subject, an urgency and a purpose that the form never offered", async () => {
    const form = await suggestForm(office);
    const values = {
      url: { value: { type: "x", value: link } },
      urgency: { value: { type: "x", selected_option: { value: "yesterday" } } },
      subject: { value: { type: "x", selected_option: { value: "Gossip" } } },
    };
    const submission = (view: object) => ({
      type: "view_submission",
      team: { id: office.options.teamId },
      user: { id: nadia, team_id: office.options.teamId },
      api_app_id: office.options.appId,
      view: { id: form.viewId, callback_id: "suggest", private_metadata: "", ...view },
    });
    const send = async (view: object) =>
      (await office.slack.faults.deliverRaw("interactive", submission(view))).body;
    expect(await send({ state: { values } })).toEqual(refusedAt("subject", fields.noSubject));
    const { subject: _, ...rest } = values;
    for (const private_metadata of [
      "insist nothing",
      "edit",
      "approve x",
      "insist aaaaaaaaaaaaaaaaaaaa more",
    ])
      expect(await send({ private_metadata, state: { values: rest } })).toMatchObject({
        response_action: "update",
      });
    expect(await send({ private_metadata: "edit aaaaaaaaaaaaaaaaaaaa", state: { values: rest } })).toEqual(
      refusedAt("note", say.settledBefore.closed),
    );
    expect(await taken()).toEqual([]);
    expect(await send({ state: { values: rest } })).toEqual({});
    expect(await taken()).toMatchObject([{ urgency: "any_time", subject: null }]);
  });
});

describe("words that try to be more than words stay words", () => {
  const fakes = [
    "<!channel> <@U0CAMILLE1> @here",
    ":white_check_mark: *Posted:* <https://evil.example|see it>",
    "*bold* _it_ ~no~ `code` > quote",
    "&lt;!channel&gt; &amp;",
  ];
  test.each(fakes)("«%s», in the note, the reproach and the draft", async (fake) => {
    const [errors] = await handedIn({ note: fake, reproach: fake, draft: fake });
    expect(errors).toBe(null);
    await readSuggestedArticles(office);
    await showNextCards(office);
    await sendAll(office);
    expect(directMessages(office, executive)).toHaveLength(1);
    await expect.poll(() => toldTo(office)).toHaveLength(2);
    const seen = [executive, nadia].flatMap((user) =>
      office.slack.hands.look(user).conversations.flatMap(({ messages }) => messages),
    );
    const markup = seen.flatMap(({ text, blocks }) => [text, ...mrkdwnIn(blocks)]);
    expect(markup.filter((text) => /<!channel>|<@U0CAMILLE1>|evil\.example|\*bold\*/.test(text))).toEqual([]);
  });
  test.each(fakes)("«%s», given back by the command and by the form", async (fake) => {
    expect(await answered(`${fake} https://a.example https://b.example`)).toContain(say.twoLinks);
    const here = office.slack.hands.look(nadia).conversations.find(({ id }) => id === teamChannel);
    expect(mrkdwnIn(here?.messages.at(-1)?.blocks).join()).not.toMatch(/channel>|evil|\*bold\*/);
    const form = await suggestForm(office);
    await form.fill({ draft: `${fake} \u202E` });
    await expect.poll(() => form.says("count_")).toContain("U+202E");
    expect(mrkdwnIn(form.now()?.blocks).join()).not.toMatch(/channel>|evil|\*bold\*/);
  });
});

describe("characters that nobody sees", () => {
  test("are left out of the note and the reproach, and the answer says how many", async () => {
    expect(await answered(`${link} her\u202E market\u0007 \u200Bnow`)).toContain(hidden.left(3));
    const [errors] = await handedIn({ url: `${link}-2`, note: "her\u2066 market", reproach: "late\u0000" });
    expect(errors).toBe(null);
    await expect.poll(() => toldTo(office).join()).toContain(hidden.left(2));
    expect((await taken()).map(({ note, reproach }) => [note, reproach])).toEqual([
      ["her market now", null],
      ["her market", "late"],
    ]);
  });
  test("stay in a draft, are shown while it is typed, and the answer says what follows", async () => {
    const form = await suggestForm(office);
    const draft = "Worth\u202E a read, says\u200F nobody";
    await form.fill({ url: link, draft });
    await expect.poll(() => form.says("count_")).toContain("U+202E RIGHT-TO-LEFT OVERRIDE, after «⁨Worth⁩»");
    expect(form.says("count_")).toContain("blocks approving by one press");
    expect(await form.submit()).toBe(null);
    await expect.poll(() => toldTo(office).join()).toContain(hidden.inDraft);
    expect((await taken())[0]?.teamDraft).toBe(draft);
  });
  test("are five places at most, and the rest is counted", async () => {
    const form = await suggestForm(office);
    await form.fill({ draft: Array.from({ length: 8 }, (_, n) => `word${n}\u200B`).join(" ") });
    await expect.poll(() => form.says("count_")).toContain(hidden.more(3));
    expect(form.says("count_").match(/U\+200B/g)).toHaveLength(5);
    await form.fill({ draft: "words" });
    await expect.poll(() => form.says("count_")).not.toContain("U+200B");
  });
  test.each([
    ["emoji of 2025", "🫩 🫆 \u{1F6D8}\u{1FAC8}"],
    ["a scientist, a heart, the flag of England", "👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    ["Persian, Hebrew and Arabic", "می\u200Cخواهم שָׁלוֹם السَّلَامُ"],
    ["French with narrow spaces", "«\u00A0Enfin\u202F!\u00A0»"],
  ])("are none in %s: nothing is shown, and it is taken as it is", async (_, draft) => {
    const form = await suggestForm(office);
    await form.fill({ url: link, note: draft, draft });
    await expect.poll(() => form.says("count_")).not.toContain('"0 of 280');
    expect(form.says("count_")).not.toContain(hidden.lead);
    expect(await form.submit()).toBe(null);
    expect(await taken()).toMatchObject([{ note: draft, teamDraft: draft }]);
    await expect.poll(() => toldTo(office)).toHaveLength(1);
    expect(toldTo(office).join()).not.toContain(hidden.inDraft);
  });
});

describe("a page that is no page to be read", () => {
  let site: LocalSite;
  afterEach(() => site.close());
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";
  test.each([
    [
      "a file of 5 GB",
      `${head}content-length: 5368709120\r\n\r\n${"<p>more</p>".repeat(5_000)}`,
      "too large",
    ],
    ["a page that answers after 60 s", "", "took too long"],
  ])(
    "%s: the form says so while it is filled in, and the link is taken all the same",
    async (_, answer, says) => {
      site = await localSocket((socket) => void socket.write(answer));
      const reader = makeReadArticle({
        allowedHosts: [site.host],
        resolve: knowsNoName,
        deadlineMs: 150,
        maxBytes: 20_000,
      });
      await stop();
      stop = await openRoutes(office, { readArticle: reader.readArticle });
      const form = await suggestForm(office);
      await form.fill({ url: `${site.origin}/huge` });
      await expect.poll(() => form.says("article_")).toContain(says);
      expect(await form.submit()).toBe(null);
      expect(await taken()).toHaveLength(1);
      await reader.close();
    },
  );
});

/** Every text of these blocks that Slack reads as markup. */
function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== "object" || value === null) return [];
  const { type, text, ...rest } = value as { type?: string; text?: unknown };
  return [...(type === "mrkdwn" ? [String(text)] : mrkdwnIn(text)), ...Object.values(rest).flatMap(mrkdwnIn)];
}
