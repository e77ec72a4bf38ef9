import { expect } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { CAMILLE, COMMS, HALL, NADIA, OLGA, PEOPLE, TOM } from "./people.js";
import { messagesAbout, openCard, plainTexts, privateAnswers, said } from "./read-screen.js";
import type { House } from "./start-house.js";
import type { Story } from "./story-telling.js";

async function suggest(house: House, user: string, text: string, channel = COMMS) {
  await house.hands.command({ user, channel, command: "/suggest", text });
  const answer = privateAnswers(house, user, channel).at(-1);
  if (!answer) throw new Error("no answer");
  return answer;
}

const suggestions = (house: House) =>
  house.runs
    .map((run) => run.output().split('"event":"suggested"').length - 1)
    .reduce((sum, each) => sum + each);

const say = fr.answers;
const longLink = `https://example.org/${"long/".repeat(420)}`;
const BAD: Record<string, [typed: string, answer: string]> = {
  "no link": ["Regardez le journal de ce matin !", say.noLink],
  "two links": ["https://example.org/a https://example.org/b lequel ?", say.twoLinks],
  "a link of another kind": ["ftp://example.org/rapport.pdf à lire", say.notAWebAddress],
  "an address without its beginning": ["www.lemonde.fr/economie important", say.notAWebAddress],
  "a link too long": [longLink, say.linkTooLong],
  "a note too long": [`https://example.org/a ${"pourquoi ".repeat(120)}`.trim(), say.noteTooLong(1000)],
  "a password in the link": ["https://nadia:ouvre-toi@example.org/a", say.linkRefused("credentials_in_link")],
  "an unusual port": ["https://example.org:8443/a", say.linkRefused("port_not_allowed")],
  "a private address": ["http://10.0.0.7/intranet", say.linkRefused("private_address")],
  "this machine": ["http://127.0.0.1/admin", say.linkRefused("private_address")],
  "a webhook": [
    "https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX",
    say.linkRefused("secret_link"),
  ],
};

export function suggestBadly(story: Story): void {
  story(
    "every bad input gets a private answer in the reader's language, and gives back what was typed",
    async (house) => {
      const before = suggestions(house);
      for (const [what, [typed, answer]] of Object.entries(BAD)) {
        const got = await suggest(house, NADIA, typed);
        expect(got.text, what).toBe(answer);
        expect(plainTexts(got).join(""), `${what}: what was typed`).toBe(typed);
      }
      expect((await suggest(house, TOM, "no link here")).text).toBe(en.answers.noLink);
      expect(suggestions(house)).toBe(before);
    },
  );

  story("what Slack hands over altered is kept and given back as it was typed", async (house) => {
    house.slack.faults.alterText = "as_slack";
    const typed = "Regardez R&D <3 🚆 sans lien";
    expect(plainTexts(await suggest(house, NADIA, typed)).join("")).toBe(typed);
    const link = house.link("altered-note&page=2");
    await suggest(house, NADIA, `${link} ${typed}`);
    const { card } = await openCard(house, link);
    expect(said(card)).toContain(typed);
    expect(plainTexts(card)[1]).toContain(link);
  });

  story("help and the summary answer privately, each in the reader's language", async (house) => {
    expect((await suggest(house, NADIA, "help")).text).toBe(fr.answers.help(`<#${COMMS}>`));
    expect((await suggest(house, TOM, "help")).text).toBe(en.answers.help(`<#${COMMS}>`));
    expect((await suggest(house, TOM, "summary")).text).toContain(en.news.summary.running);
    expect(privateAnswers(house, CAMILLE, HALL)).toEqual([]);
  });

  story("only a member of the team channel may suggest: joining and leaving count at once", async (house) => {
    const { hands } = house;
    const channel = `<#${COMMS}>`;
    const first = await suggest(house, OLGA, `${house.link("outsider")} please`, HALL);
    expect(first.text).toBe(en.answers.notAMember(channel));
    expect(plainTexts(first).join("")).toBe(`${house.link("outsider")} please`);
    await hands.join({ user: OLGA, channel: COMMS });
    const second = await suggest(house, OLGA, house.link("newcomer"), HALL);
    expect(second.text).toContain(en.answers.takenIn);
    await openCard(house, house.link("newcomer"));
    await hands.leave({ user: OLGA, channel: COMMS });
    const third = await suggest(house, OLGA, house.link("gone"), HALL);
    expect(third.text).toBe(en.answers.notAMember(channel));
    const links = [house.link("outsider"), house.link("gone")];
    for (const link of links) expect(messagesAbout(house, CAMILLE, "dm", link)).toEqual([]);
  });

  story("a picture that Slack cannot fetch never costs the card", async (house) => {
    house.slack.faults.refuseImages = (url) => url.includes("customs-single-form");
    const link = `${house.newsstand.url}/harbour-ledger/customs-single-form`;
    await suggest(house, TOM, `${link} clerks know`);
    const { card } = await openCard(house, link);
    expect(card.blocks.some(({ accessory }) => accessory !== undefined)).toBe(false);
    expect(said(card)).toContain("One form instead of eleven");
    await house.until(
      "the team's message comes without it too",
      () => messagesAbout(house, NADIA, COMMS, link)[0],
    );
    expect(messagesAbout(house, CAMILLE, "dm", link)).toHaveLength(1);
  });

  story("a page that cannot be read still becomes a card, which says so", async (house) => {
    const link = `${house.newsstand.url}/harbour-ledger/ferry-tickets`;
    await suggest(house, NADIA, link);
    const { card } = await openCard(house, link);
    expect(plainTexts(card)).toEqual([fr.card.couldNotRead(house.newsstand.host, "not_found"), link]);
  });

  story("a title that tries to ping, link and break out stays text everywhere", async (house) => {
    const link = `${house.newsstand.url}/quarterly-workbench/markup`;
    await suggest(house, NADIA, link);
    await openCard(house, link);
    await house.until("the team's message", () => messagesAbout(house, NADIA, COMMS, link)[0]);
    for (const { id } of PEOPLE) {
      const messages = house.slack.hands.look(id).conversations.flatMap(({ messages }) => messages);
      for (const { text, blocks } of messages) {
        expect(text).not.toContain("<!channel>");
        expect(JSON.stringify(blocks)).not.toMatch(/"type":"mrkdwn","text":"[^"]*(<!channel>|<https:..evil)/);
      }
    }
  });

  story("a command that Slack delivers twice is one suggestion", async (house) => {
    const link = house.link("twice");
    const before = suggestions(house);
    house.slack.faults.deliverTwice = 1;
    await suggest(house, NADIA, link);
    await openCard(house, link);
    await suggest(house, NADIA, house.link("afterwards"));
    await openCard(house, house.link("afterwards"));
    expect(messagesAbout(house, CAMILLE, "dm", link)).toHaveLength(1);
    expect(messagesAbout(house, TOM, COMMS, link)).toHaveLength(1);
    expect(suggestions(house)).toBe(before + 2);
  });

  story(
    "a signed request sent again later is taken once, and one signed for another time not at all",
    async (house) => {
      const { faults, hands } = house.slack;
      const link = house.link("replayed");
      await suggest(house, NADIA, link);
      await openCard(house, link);
      const before = suggestions(house);
      const request = faults.captured.findLast(({ kind }) => kind === "slash_commands");
      if (!request) throw new Error("no request was captured");
      expect(await faults.replay(request)).toBe(200);
      expect(await faults.replay({ ...request, body: request.body.replace("replayed", "tampered") })).toBe(
        401,
      );
      for (const skew of [400, -400]) {
        faults.signatureSkewSeconds = skew;
        const acted = await hands.command({
          user: NADIA,
          channel: COMMS,
          command: "/suggest",
          text: house.link("skewed"),
        });
        expect(acted.slackError).toBe("dispatch_failed");
      }
      faults.signatureSkewSeconds = 0;
      await suggest(house, NADIA, house.link("after-replay"));
      await openCard(house, house.link("after-replay"));
      expect(suggestions(house)).toBe(before + 1);
      expect(messagesAbout(house, CAMILLE, "dm", link)).toHaveLength(1);
    },
    { modes: ["http"] },
  );
}
