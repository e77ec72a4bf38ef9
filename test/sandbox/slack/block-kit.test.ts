import { describe, expect, it } from "vitest";
import { checkBlocks } from "../../../src/sandbox/slack/block-kit/check-blocks.js";
import { checkView } from "../../../src/sandbox/slack/block-kit/check-view.js";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const long = (length: number) => "x".repeat(length);
const button = (more = {}) => ({ type: "button", action_id: "go", text: plain("Go"), ...more });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const section = (more = {}) => ({ type: "section", text: mrkdwn("words"), ...more });
const option = (value: string) => ({ text: plain(value), value });
const select = (more = {}) => ({ type: "static_select", action_id: "pick", options: [option("a")], ...more });
const input = (element: object, more = {}) => ({ type: "input", label: plain("Label"), element, ...more });
const typed = (more = {}) => ({ type: "plain_text_input", action_id: "value", ...more });
const image = { type: "image", image_url: "https://example.org/a.png", alt_text: "a picture" };
const modal = (more = {}) => ({ type: "modal", title: plain("Title"), blocks: [section()], ...more });

/** What Slack refuses in a message: the payload, and the words and place of the refusal. */
const REFUSED: [string, object[], string][] = [
  ["a block nobody knows", [{ type: "marquee" }], "unsupported type [json-pointer:/blocks/0/type]"],
  [
    "an unknown property",
    [section({ colour: "red" })],
    "additional property: colour [json-pointer:/blocks/0]",
  ],
  ["a section of nothing", [{ type: "section" }], "must have text or fields"],
  ["an empty text", [section({ text: mrkdwn("") })], "must be more than 0 characters"],
  ["3001 characters in a section", [section({ text: mrkdwn(long(3001)) })], "less than 3001 characters"],
  ["eleven fields", [section({ fields: Array(11).fill(mrkdwn("f")) })], "no more than 10 items"],
  ["2001 characters in a field", [section({ fields: [mrkdwn(long(2001))] })], "less than 2001 characters"],
  [
    "emoji flag on mrkdwn",
    [section({ text: { ...mrkdwn("a"), emoji: true } })],
    "additional property: emoji",
  ],
  ["mrkdwn in a header", [{ type: "header", text: mrkdwn("a") }], "/blocks/0/text/type"],
  ["a header of 151", [{ type: "header", text: plain(long(151)) }], "less than 151 characters"],
  ["mrkdwn on a button", [actions(button({ text: mrkdwn("a") }))], "/blocks/0/elements/0/text/type"],
  ["a button of 76", [actions(button({ text: plain(long(76)) }))], "less than 76 characters"],
  ["a button value of 2001", [actions(button({ value: long(2001) }))], "less than 2001 characters"],
  ["a button link that is no web address", [actions(button({ url: "javascript:x" }))], "valid http(s) URL"],
  ["a button link of 3001", [actions(button({ url: `https://a/${long(2992)}` }))], "less than 3001"],
  ["a green button", [actions(button({ style: "green" }))], "must be one of: primary, danger"],
  ["a button without text", [actions({ type: "button" })], "missing required field: text"],
  [
    "26 buttons",
    [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `b${at}` })))],
    "25 items",
  ],
  ["no elements", [actions()], "at least 1 items"],
  ["two of one action_id in a block", [actions(button(), button())], 'action_id "go" already exists'],
  ["two of one block_id", [section({ block_id: "b" }), section({ block_id: "b" })], 'block_id "b" already'],
  ["an action_id of 256", [actions(button({ action_id: long(256) }))], "less than 256 characters"],
  [
    "a confirm title of 101",
    [actions(button({ confirm: { title: plain(long(101)), text: plain("?") } }))],
    "101",
  ],
  ["a confirm text of 301", [actions(button({ confirm: { text: plain(long(301)) } }))], "less than 301"],
  [
    "a confirm button of 31",
    [actions(button({ confirm: { text: plain("?"), deny: plain(long(31)) } }))],
    "31",
  ],
  ["an option of 76", [actions(select({ options: [option(long(76))] }))], "less than 76 characters"],
  [
    "101 options",
    [actions(select({ options: Array.from({ length: 101 }, (_, at) => option(`${at}`)) }))],
    "100",
  ],
  [
    "six overflow options",
    [actions({ type: "overflow", options: ["1", "2", "3", "4", "5", "6"].map(option) })],
    "5",
  ],
  ["a select of nothing", [actions({ type: "static_select" })], "either options or option_groups"],
  [
    "an initial option not offered",
    [actions(select({ initial_option: option("b") }))],
    "not among the options",
  ],
  ["twin option values", [actions(select({ options: [option("a"), option("a")] }))], "already exists"],
  [
    "a datetimepicker beside a section",
    [section({ accessory: { type: "datetimepicker" } })],
    "unsupported type",
  ],
  ["a text input among actions", [actions(typed())], "unsupported type"],
  ["an input in a message", [input(typed())], "unsupported type"],
  ["an alert in a message", [{ type: "alert", text: plain("a") }], "unsupported type"],
  ["eleven context elements", [{ type: "context", elements: Array(11).fill(mrkdwn("a")) }], "10 items"],
  ["a button in a context", [{ type: "context", elements: [button()] }], "/blocks/0/elements/0"],
  [
    "an image without alt text",
    [{ type: "image", image_url: "https://a/b.png" }],
    "required field: alt_text",
  ],
  ["an image without address", [{ type: "image", alt_text: "a" }], "either image_url or slack_file"],
  ["markdown of 12001", [{ type: "markdown", text: long(12_001) }], "less than 12001 characters"],
  [
    "a contained section too long",
    [{ type: "container", child_blocks: [section({ text: mrkdwn(long(3001)) })] }],
    "/blocks/0/child_blocks/0/text/text",
  ],
  ["51 blocks", Array(51).fill({ type: "divider" }), "no more than 50 items allowed [json-pointer:/blocks]"],
];

const FINE: [string, object[]][] = [
  [
    "every limit just met",
    [
      section({ text: mrkdwn(long(3000)), fields: Array(10).fill(mrkdwn(long(2000))), accessory: image }),
      { type: "header", text: plain(long(150)) },
      actions(...Array.from({ length: 25 }, (_, at) => button({ action_id: `b${at}`, value: long(2000) }))),
      { type: "context", elements: Array(10).fill(mrkdwn("a")) },
    ],
  ],
  ["50 blocks", Array(50).fill({ type: "divider" })],
  ["one action_id in two blocks", [actions(button()), actions(button())]],
  ["an image", [image]],
  [
    "a rich text",
    [
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: "a", style: { bold: true } }] },
        ],
      },
    ],
  ],
];

describe("a message", () => {
  it.each(REFUSED)("%s is refused, and the answer says where", (_, blocks, words) => {
    expect(checkBlocks("message", blocks, null).join("\n")).toContain(words);
  });
  it.each(FINE)("%s is accepted", (_, blocks) => {
    expect(checkBlocks("message", blocks, null)).toEqual([]);
  });
  it("a picture that cannot be downloaded is refused at its place", () => {
    const blocks = [section(), section({ accessory: image })];
    expect(checkBlocks("message", blocks, (url) => url === image.image_url)).toEqual([
      "[ERROR] downloading image failed [json-pointer:/blocks/1/accessory/image_url]",
    ]);
    expect(checkBlocks("message", blocks, () => false)).toEqual([]);
  });
});

const REFUSED_VIEWS: [string, object, string][] = [
  [
    "a title of 25",
    modal({ title: plain(long(25)) }),
    "less than 25 characters [json-pointer:/view/title/text]",
  ],
  ["a submit of 25", modal({ submit: plain(long(25)) }), "/view/submit/text"],
  ["no title", { type: "modal", blocks: [] }, "missing required field: title [json-pointer:/view]"],
  ["inputs without submit", modal({ blocks: [input(typed())] }), "submit is required"],
  ["private metadata of 3001", modal({ private_metadata: long(3001) }), "/view/private_metadata"],
  ["a callback_id of 256", modal({ callback_id: long(256) }), "/view/callback_id"],
  ["an unknown property", modal({ colour: "red" }), "additional property: colour [json-pointer:/view]"],
  ["101 blocks", modal({ blocks: Array(101).fill({ type: "divider" }) }), "no more than 100 items"],
  ["a container", modal({ blocks: [{ type: "container", child_blocks: [section()] }] }), "unsupported type"],
  [
    "a max_length of 3001",
    modal({ submit: plain("S"), blocks: [input(typed({ max_length: 3001 }))] }),
    "at most 3000",
  ],
  [
    "a start longer than max_length",
    modal({ submit: plain("S"), blocks: [input(typed({ max_length: 2, initial_value: "abc" }))] }),
    "longer than max_length",
  ],
  [
    "a placeholder of 151",
    modal({ submit: plain("S"), blocks: [input(typed({ placeholder: plain(long(151)) }))] }),
    "/element/placeholder/text",
  ],
  ["a button in an input", modal({ submit: plain("S"), blocks: [input(button())] }), "unsupported type"],
  [
    "milliseconds in a datetimepicker",
    modal({
      submit: plain("S"),
      blocks: [input({ type: "datetimepicker", initial_date_time: 1_790_000_000_000 })],
    }),
    "/element/initial_date_time",
  ],
  [
    "two that take the focus",
    modal({ submit: plain("S"), blocks: [1, 2].map(() => input(typed({ focus_on_load: true }))) }),
    "only one element",
  ],
];

describe("a form", () => {
  it.each(REFUSED_VIEWS)("%s is refused, and the answer says where", (_, view, words) => {
    expect(checkView("modal", { ...view }, null).join("\n")).toContain(words);
  });
  it("a form with every input is accepted", () => {
    const elements = [
      typed({
        multiline: true,
        max_length: 3000,
        initial_value: "a",
        dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
      }),
      { type: "url_text_input", action_id: "value" },
      { type: "datetimepicker", action_id: "value", initial_date_time: 1_790_000_000 },
      { type: "checkboxes", action_id: "value", options: [{ text: mrkdwn("*a*"), value: "a" }] },
      { type: "radio_buttons", action_id: "value", options: [option("a")], initial_option: option("a") },
      select({ initial_option: option("a") }),
    ];
    const view = modal({
      submit: plain("Send"),
      close: plain("Close"),
      callback_id: "form",
      private_metadata: long(3000),
      blocks: elements.map((element) => input(element, { dispatch_action: true })),
    });
    expect(checkView("modal", view, null)).toEqual([]);
  });
  it("a home page has no title", () => {
    expect(checkView("home", { type: "home", blocks: [section()] }, null)).toEqual([]);
    expect(checkView("home", { type: "home", title: plain("a"), blocks: [] }, null).join()).toContain(
      "title",
    );
  });
});
