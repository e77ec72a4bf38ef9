import { describe, expect, test } from "vitest";
import { readSlackMessage } from "../../src/core/read-slack-message.js";

const link = "https://journal.example/a?b=1&c=2";
const marked = "<https://journal.example/a?b=1&amp;c=2>";

describe("from a colleague's message the form takes", () => {
  test.each<[string, string, string]>([
    ["the link and the words beside it", `Worth a look ${marked} for her`, "Worth a look for her"],
    ["nothing but the link", marked, ""],
    ["a link that Slack has not marked", `Look: ${link.replace("&", "&amp;")} now`, "Look: now"],
    ["the label of a link, where it says more", `Read <${link}|this piece>`, "Read this piece"],
    ["no label that only repeats the link", `<${link}|journal.example/a> now`, "now"],
    ["signs as they were typed", `${marked} R&amp;D &lt;3 &amp;lt;`, "R&D <3 &lt;"],
    [
      "names of people, groups and channels",
      `<@U1|nadia> <!subteam^S1|@comms> <#C1|press> ${marked}`,
      "@nadia @comms #press",
    ],
    ["no bare ids", `<@U0NADIA> says <#C0PRESS> ${marked}`, "says"],
    ["calls to everybody as words", `<!here> ${marked}`, "@here"],
    ["dates as they were written", `${marked} by <!date^1^{date}|Monday>`, "by Monday"],
    ["mail addresses by their label", `${marked} <mailto:a@b.example|a@b.example>`, "a@b.example"],
    ["lines as lines", `one\n${marked}\ntwo`, "one\n\ntwo"],
  ])("%s", (_, text, note) => {
    expect(readSlackMessage({ text })).toEqual({ link, note });
  });

  test("the first of two links; the other stays among the words", () => {
    const text = `${marked} and <https://other.example/b>`;
    expect(readSlackMessage({ text })).toEqual({ link, note: "and https://other.example/b" });
  });
  test("the link of what was unfurled, where the words have none", () => {
    const attachments = [{ title_link: "https://t.example" }, {}];
    expect(readSlackMessage({ text: "Look", attachments })).toEqual({
      link: "https://t.example",
      note: "Look",
    });
    expect(readSlackMessage({ attachments: [{ from_url: link }] })).toEqual({ link, note: "" });
  });
  test("the words alone, where there is no link at all", () => {
    expect(readSlackMessage({ text: "javascript:alert(1) <ftp://a.example|x>" })).toEqual({
      link: "",
      note: "javascript:alert(1) x",
    });
    expect(readSlackMessage({})).toEqual({ link: "", note: "" });
  });
});

test("a message without text has its link in its blocks", () => {
  const link = { type: "link", url: "https://a.example/x" };
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text: "see " }, link] }];
  const blocks = [
    { type: "section", text: { type: "plain_text", text: "x" } },
    { type: "rich_text", elements },
  ];
  expect(readSlackMessage({ text: "", blocks }).link).toBe("https://a.example/x");
  expect(readSlackMessage({ text: "<https://b.example>", blocks }).link).toBe("https://b.example");
  expect(readSlackMessage({ blocks: [null, 1, { type: "link", url: "mailto:x" }] }).link).toBe("");
});
