import { describe, expect, it } from "vitest";
import type { ShownBlock } from "../../../src/sandbox/page/block-shapes.js";
import { isExact } from "../../../src/sandbox/page/is-exact.js";
import { logLine } from "../../../src/sandbox/page/log-line.js";
import { maySpeak } from "../../../src/sandbox/page/may-speak.js";
import { postOnProfile } from "../../../src/sandbox/page/post-on-profile.js";
import { richTextFromMrkdwn, richTextFromPlain } from "../../../src/sandbox/page/rich-text-from-mrkdwn.js";
import { slackDate } from "../../../src/sandbox/page/slack-date.js";
import { fromZoned, toZoned } from "../../../src/sandbox/page/zoned-time.js";

const mrkdwn = (text: string): unknown =>
  richTextFromMrkdwn(text, (seconds, format) => `${format}@${seconds}`).elements;
const section = (...elements: object[]): object[] => [{ type: "rich_text_section", elements }];
const words = (text: string, style = {}): object => ({ type: "text", text, style });

describe("Slack's mrkdwn", () => {
  it("keeps dead what the app escaped", () => {
    expect(mrkdwn("&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|go&gt;")).toEqual(
      section(words("<!channel> <@U1> <https://evil.example|go>")),
    );
  });

  it("reads links, mentions and dates", () => {
    expect(
      mrkdwn("<https://e.org/?a=1&amp;b=2|A &amp; B> by <@U1> in <#C1|x>, <!date^12^{time}|noon>"),
    ).toEqual(
      section(
        { type: "link", url: "https://e.org/?a=1&b=2", text: "A & B", style: {} },
        words(" by "),
        { type: "user", user_id: "U1", style: {} },
        words(" in "),
        { type: "channel", channel_id: "C1", style: {} },
        words(", "),
        words("{time}@12"),
      ),
    );
  });

  it("makes a bare web address a link, without the stop behind it and without reading markup in it", () => {
    const link = (url: string): object => ({ type: "link", url, text: url, style: {} });
    expect(mrkdwn("Posted: https://x.com/a_b/status/1. On https://x.com/_a_?")).toEqual(
      section(
        words("Posted: "),
        link("https://x.com/a_b/status/1"),
        words(". On "),
        link("https://x.com/_a_"),
        words("?"),
      ),
    );
    expect(mrkdwn("`https://e.org`")).toEqual(section(words("https://e.org", { code: true })));
  });

  it("marks words only at their edges", () => {
    expect(mrkdwn("*bold* snake_case_name 2 * 3 * 4 `a *b*`")).toEqual(
      section(
        words("bold", { bold: true }),
        words(" snake_case_name 2 * 3 * 4 "),
        words("a *b*", { code: true }),
      ),
    );
    expect(mrkdwn("*<https://e.org/a_b|A _title_>*")).toEqual(
      section({ type: "link", url: "https://e.org/a_b", text: "A _title_", style: { bold: true } }),
    );
  });

  it("sets quotes and preformatted text apart and keeps every empty line", () => {
    expect(mrkdwn("a\n\n\nb\n> c\n> d\n```\n*e*\n```")).toEqual([
      ...section(words("a\n\n\nb")),
      { type: "rich_text_quote", elements: [words("c\nd")] },
      { type: "rich_text_preformatted", elements: [words("*e*")] },
    ]);
  });
});

describe("plain text", () => {
  it("stays as it is, character for character", () => {
    const text = "*a*  <b> &amp; :smile:\n\n  10:30:45 https://e.org/a_b_c";
    expect(richTextFromPlain(text, false).elements).toEqual(section(words(text)));
  });

  it("turns names into emoji where the app allows it, and no others", () => {
    expect(richTextFromPlain("10:30:45 :wave:", true).elements).toEqual(
      section(words("10:30:45 "), { type: "emoji", name: "wave" }),
    );
  });
});

describe("words quoted to the letter", () => {
  type Section = ShownBlock & { type: "section" };
  const label: Section = { type: "section", text: { type: "mrkdwn", text: "*The draft*:" } };
  const verbatim: Section = { type: "section", text: { type: "plain_text", text: "a", emoji: false } };
  const rich: ShownBlock = { type: "rich_text", elements: [] };

  it("are told by the line that introduces them, in all their pieces", () => {
    const blocks = [rich, verbatim, label, verbatim, verbatim, rich, verbatim];
    expect(blocks.map((_block, index) => isExact(blocks, index))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it("are never text that reads markup or emoji codes, nor beside a picture", () => {
    const others: Section[] = [
      { type: "section", text: { type: "plain_text", text: "a", emoji: true } },
      { type: "section", text: { type: "plain_text", text: "a" } },
      { ...verbatim, accessory: { type: "image", image_url: "https://e.org/a.png", alt_text: "" } },
      label,
    ];
    for (const other of others) expect(isExact([label, other], 1)).toBe(false);
  });
});

describe("a link to X", () => {
  it.each([
    ["https://x.com/camille_laurent/status/42", { postId: "42" }],
    ["https://x.com/Camille_Laurent", { postId: null }],
    ["https://x.com/camille/status/42", null],
    ["https://x.com.evil.example/camille_laurent/status/42", null],
    ["not a link", null],
  ])("leads to the profile on the page when it is its own: %s", (url, post) => {
    expect(postOnProfile(url, "camille_laurent")).toEqual(post);
  });
});

describe("writing", () => {
  const place = (kind: "channel" | "dm") => ({ id: "C1", kind, name: "", member: true, messages: [] });

  it("is open in channels, and to the app where the app hears it", () => {
    expect(maySpeak(place("channel"), null)).toBe(true);
    expect(maySpeak(place("dm"), null)).toBe(false);
    expect(maySpeak(place("dm"), { hearsDirectMessages: false })).toBe(false);
    expect(maySpeak(place("dm"), { hearsDirectMessages: true })).toBe(true);
  });
});

describe("a line of the log", () => {
  it("is shortened when it is JSON and left alone otherwise", () => {
    expect(
      logLine('{"level":"info","time":"2026-11-23T09:45:48.345Z","event":"started","mode":"socket"}'),
    ).toBe("09:45:48 started mode=socket");
    expect(logLine('{"level":"error","event":"failed","ms":12,"of":[1]}')).toBe("error failed ms=12 of=[1]");
    expect(logLine("{not json")).toBe("{not json");
  });
});

describe("a clock of another zone", () => {
  it.each([
    ["2026-07-01T08:00", "Europe/Paris", "2026-07-01T06:00:00Z"],
    ["2026-12-01T08:00", "Europe/Paris", "2026-12-01T07:00:00Z"],
    ["2026-10-25T03:30", "Europe/Paris", "2026-10-25T02:30:00Z"],
    ["2026-03-29T03:30", "Europe/Paris", "2026-03-29T01:30:00Z"],
    ["2026-12-31T23:30", "America/Los_Angeles", "2027-01-01T07:30:00Z"],
  ])("shows %s in %s at %s, and back", (local, zone, instant) => {
    const seconds = Date.parse(instant) / 1000;
    expect(fromZoned(local, zone)).toBe(seconds);
    expect(toZoned(seconds, zone)).toBe(local);
  });

  it("knows an empty field", () => {
    expect(fromZoned("", "Europe/Paris")).toBeNull();
  });

  it("fills Slack's date formats in the reader's language and zone", () => {
    const at = Date.parse("2026-07-14T13:45:00Z") / 1000;
    expect(slackDate(at, "le {date} à {time}", { locale: "fr-FR", tz: "Asia/Tokyo" })).toBe(
      "le 14 juillet 2026 à 22:45",
    );
    expect(slackDate(at, "{nothing}", { locale: "en-US", tz: "UTC" })).toBe("{nothing}");
  });
});
