import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namedIn, slackMessageToText } from "../../src/core/slack-message-to-text.js";
import { emojiNames } from "../../src/slack/emoji-names.js";

const names = { emojiByName: emojiNames(), people: new Map([["U0NADIA", "Nadia B."]]) };
const read = (raw: string) => slackMessageToText(raw, names);

describe("a message becomes the words that were seen:", () => {
  test.each([
    ["plain words", "A day at the plant.", "A day at the plant."],
    ["lines and spaces", "One\n\n  two\u00a0three", "One\n\n  two\u00a0three"],
    ["entities, once", "R&amp;D &lt;3 &amp;lt; &amp;amp;", "R&D <3 &lt; &amp;"],
    ["emoji by name, with skin tones", ":tada: :wave::skin-tone-4:", "🎉 👋🏽"],
    ["emoji of the workspace stay names", "Go :our_parrot: go", "Go :our_parrot: go"],
    ["clock times stay", "At 10:30:15 and 1:100:2", "At 10:30:15 and 1:100:2"],
    ["a link", "See <https://a.example/x?a=1&amp;b=2#c>.", "See https://a.example/x?a=1&b=2#c."],
    ["a link as it was typed", "See <http://a.example|a.example> now", "See a.example now"],
    ["a link behind words", "See <https://a.example/x|this>", "See this https://a.example/x"],
    ["a link labelled with itself", "<https://a.example|https://a.example>", "https://a.example"],
    ["emoji names in a link stay", "<https://a.example/:tada:/x>", "https://a.example/:tada:/x"],
    ["an address", "<mailto:a@b.example|a@b.example>", "a@b.example"],
    ["an address behind words", "<mailto:a@b.example|write>", "write a@b.example"],
    ["a number", "<tel:+331|+33 1>", "+33 1 +331"],
    ["a person by name", "With <@U0NADIA|nadia>", "With @nadia"],
    ["a person who is known", "With <@U0NADIA>", "With @Nadia B."],
    ["a person nobody knows", "With <@U0OTHER>", "With @U0OTHER"],
    ["a channel", "In <#C0TEAM|comms>, <#C0PRIV|> and <#C0X>", "In #comms, #C0PRIV and #C0X"],
    ["everyone", "<!here> <!channel> <!everyone>", "@here @channel @everyone"],
    ["a group", "<!subteam^S01|@team> <!subteam^S02>", "@team @S02"],
    ["a date", "<!date^1795424400^{date}|23 November>", "23 November"],
    ["a label with a bar and signs", "<https://a.example|a|b &lt;c&gt;>", "a|b <c> https://a.example"],
    ["no mark of Slack's", "a <b> <c|d> <> e", "a <b> <c|d> <> e"],
    ["an open bracket", "a < b", "a < b"],
    ["scripts that join", "می‌خواهم العربية हिन्दी", "می‌خواهم العربية हिन्दी"],
    ["nothing", "", ""],
  ])("%s", (_, raw, seen) => {
    expect(read(raw)).toBe(seen);
  });
  test("whatever was typed without a name of an emoji comes back, escaped as Slack escapes it", () => {
    const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        fc.pre(!typed.includes(":"));
        expect(read(escaped(typed))).toBe(typed);
      }),
    );
  });
});

test("those named by id alone are found, each once", () => {
  expect(namedIn("<@U0NADIA> <@U0NADIA> <@W0X> <@U0OMAR|omar> &lt;@U0NOT&gt;")).toEqual(["U0NADIA", "W0X"]);
});
