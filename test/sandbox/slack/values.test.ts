import { afterEach, describe, expect, it } from "vitest";
import type { FillValue } from "../../../src/sandbox/slack/hands.js";
import { type Running, socketApp } from "./bolt-app-fixture.js";
import {
  clientOf,
  field,
  form,
  formApp,
  type Heard,
  nothingHeard,
  opened,
  plain,
  top,
} from "./form-app-fixture.js";
import { NADIA } from "./local-slack-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const options = ["a", "b", "c"].map((value) => ({ text: plain(value.toUpperCase()), value }));

/** An input, what a person enters, and how Slack reports it. */
const INPUTS: [string, object, FillValue, object][] = [
  ["plain_text_input", {}, "  words kept as typed  ", { value: "  words kept as typed  " }],
  ["url_text_input", {}, "https://example.org/a", { value: "https://example.org/a" }],
  ["email_text_input", {}, "a@example.org", { value: "a@example.org" }],
  ["number_input", { is_decimal_allowed: false }, "12", { value: "12" }],
  ["static_select", { options }, "b", { selected_option: options[1] }],
  ["radio_buttons", { options }, "c", { selected_option: options[2] }],
  ["checkboxes", { options }, "a,c", { selected_options: [options[0], options[2]] }],
  ["multi_static_select", { options }, "b", { selected_options: [options[1]] }],
  ["datepicker", {}, "2026-11-24", { selected_date: "2026-11-24" }],
  ["timepicker", {}, "08:30", { selected_time: "08:30" }],
  ["datetimepicker", {}, 1_795_000_000, { selected_date_time: 1_795_000_000 }],
  ["users_select", {}, NADIA, { selected_user: NADIA }],
];

function stateOf(heard: Heard): unknown {
  const { view } = heard.submissions[0] as { view: { state: { values: { in?: { value?: unknown } } } } };
  return view.state.values.in?.value;
}

describe("what is entered", () => {
  it.each(INPUTS)("in a %s comes back as Slack reports it", async (type, more, value, reported) => {
    const heard = nothingHeard();
    running = await socketApp(formApp(heard, undefined, () => form([field("in", { type, ...more })])));
    const viewId = await opened(running);
    const { hands } = running.slack;
    await hands.fill({ user: NADIA, viewId, blockId: "in", actionId: "value", value });
    expect(top(running)?.values.in?.value).toBe(value);
    expect(await hands.submit({ user: NADIA, viewId })).toMatchObject({
      fieldErrors: null,
      slackError: null,
    });
    expect(stateOf(heard)).toEqual({ type, ...reported });
    expect(running.slack.problems).toEqual([]);
  });

  it.each([
    ["url_text_input", {}, "not a link"],
    ["email_text_input", {}, "nobody"],
    ["number_input", { is_decimal_allowed: false, max_value: "5" }, "6"],
  ])("in a %s is refused on the screen when malformed", async (type, more, value) => {
    const heard = nothingHeard();
    running = await socketApp(formApp(heard, undefined, () => form([field("in", { type, ...more })])));
    const viewId = await opened(running);
    const { hands } = running.slack;
    await hands.fill({ user: NADIA, viewId, blockId: "in", actionId: "value", value });
    expect((await hands.submit({ user: NADIA, viewId })).fieldErrors).toHaveProperty("in");
    expect(heard.submissions).toEqual([]);
  });

  it("cannot be an option nobody offers", async () => {
    running = await socketApp(
      formApp(nothingHeard(), undefined, () => form([field("in", { type: "static_select", options })])),
    );
    const viewId = await opened(running);
    const { hands } = running.slack;
    await expect(
      hands.fill({ user: NADIA, viewId, blockId: "in", actionId: "value", value: "z" }),
    ).rejects.toThrow('No option "z"');
  });

  it("comes back with shortcodes for emoji when Slack alters texts, and is shown as typed", async () => {
    const heard = nothingHeard();
    running = await socketApp(formApp(heard, undefined, () => form([field("in")])));
    running.slack.faults.alterText = "as_slack";
    const viewId = await opened(running);
    const { hands } = running.slack;
    await hands.fill({ user: NADIA, viewId, blockId: "in", actionId: "value", value: "R&D 👋 <3" });
    expect(top(running)?.values.in?.value).toBe("R&D 👋 <3");
    await hands.submit({ user: NADIA, viewId });
    expect(stateOf(heard)).toEqual({ type: "plain_text_input", value: "R&D :wave: <3" });
  });
});

describe("a form the Web API refuses", () => {
  it("is not opened, and its trigger id is still good", async () => {
    const heard = nothingHeard();
    running = await socketApp(formApp(heard));
    const { slack } = running;
    await slack.hands.globalShortcut({ user: NADIA, callbackId: "suggest" });
    await expect.poll(() => heard.triggerIds.length).toBe(1);
    const client = clientOf(running);
    const open = (title: string) =>
      client.views.open({
        trigger_id: heard.triggerIds[0] ?? "",
        view: form([field("a")], { title: plain(title) }),
      });
    await expect(open("x".repeat(25))).rejects.toMatchObject({
      data: {
        error: "invalid_arguments",
        response_metadata: { messages: [expect.stringContaining("/view/title/text")] },
      },
    });
    expect(slack.hands.look(NADIA).views).toEqual([]);
    await open("Short");
    expect(top(running)?.title).toBe("Short");
  });
});
