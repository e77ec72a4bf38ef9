import { afterEach, describe, expect, it } from "vitest";
import { httpApp, type Running, socketApp } from "./bolt-app-fixture.js";
import {
  clientOf,
  errorOf,
  field,
  form,
  formApp,
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

describe("trigger ids", () => {
  it("open one form, within three seconds, and only when Slack issued them", async () => {
    let now = Date.UTC(2026, 10, 23);
    const heard = nothingHeard();
    running = await socketApp(formApp(heard), { now: () => now });
    const client = clientOf(running);
    const open = (trigger_id: string) => errorOf(client.views.open({ trigger_id, view: form([field("a")]) }));
    const { hands } = running.slack;
    const newTrigger = async () => {
      const known = heard.triggerIds.length;
      await hands.globalShortcut({ user: NADIA, callbackId: "suggest" });
      await expect.poll(() => heard.triggerIds.length).toBe(known + 1);
      return heard.triggerIds[known] ?? "";
    };
    const first = await newTrigger();
    now += 3000;
    expect(await open(first)).toBe("none");
    expect(await open(first)).toBe("exchanged_trigger_id");
    const second = await newTrigger();
    now += 3001;
    expect(await open(second)).toBe("expired_trigger_id");
    expect(await open("1.2.3")).toBe("invalid_trigger_id");
  });
});

for (const [mode, start] of [
  ["Socket Mode", socketApp],
  ["signed HTTP", httpApp],
] as const) {
  describe(`a form over ${mode}`, () => {
    it("comes back with what was typed and with the initial values nobody touched", async () => {
      const heard = nothingHeard();
      const view = () =>
        form(
          [
            field("draft", { initial_value: "as offered" }),
            field("note", {}, { optional: true }),
            field("own"),
          ],
          {
            private_metadata: "s1",
          },
        );
      running = await start(formApp(heard, undefined, view));
      const viewId = await opened(running);
      const { hands } = running.slack;
      await hands.fill({ user: NADIA, viewId, blockId: "own", actionId: "value", value: "typed" });
      expect(top(running)?.values).toEqual({
        draft: { value: "as offered" },
        note: { value: null },
        own: { value: "typed" },
      });
      expect(await hands.submit({ user: NADIA, viewId })).toMatchObject({
        slackError: null,
        fieldErrors: null,
      });
      expect(heard.submissions).toMatchObject([
        {
          type: "view_submission",
          team: { id: "T0FIRST001" },
          user: { id: NADIA, team_id: "T0FIRST001" },
          api_app_id: "A0FIRST001",
          view: {
            id: viewId,
            team_id: "T0FIRST001",
            root_view_id: viewId,
            previous_view_id: null,
            private_metadata: "s1",
            callback_id: "form",
            state: {
              values: {
                draft: { value: { type: "plain_text_input", value: "as offered" } },
                note: { value: { type: "plain_text_input", value: null } },
                own: { value: { type: "plain_text_input", value: "typed" } },
              },
            },
          },
        },
      ]);
      expect(hands.look(NADIA).views).toEqual([]);
      expect(running.slack.problems).toEqual([]);
    });

    it("shows the field errors of the app and stays open", async () => {
      const errors = { response_action: "errors", errors: { a: "Too long by 3" } };
      running = await start(
        formApp(
          nothingHeard(),
          () => errors,
          () => form([field("a", { initial_value: "x" })]),
        ),
      );
      const viewId = await opened(running);
      const acted = await running.slack.hands.submit({ user: NADIA, viewId });
      expect(acted.fieldErrors).toEqual({ a: "Too long by 3" });
      expect(top(running)?.errors).toEqual({ a: "Too long by 3" });
    });

    it("can be replaced, covered and cleared by the answer to a submission", async () => {
      const answers: object[] = [
        {
          response_action: "update",
          view: form([field("b", { initial_value: "2" })], { title: plain("Second") }),
        },
        {
          response_action: "push",
          view: form([field("c", { initial_value: "3" })], { title: plain("Third") }),
        },
        { response_action: "clear" },
      ];
      running = await start(
        formApp(
          nothingHeard(),
          () => answers.shift(),
          () => form([field("a", { initial_value: "1" })]),
        ),
      );
      const { hands } = running.slack;
      const viewId = await opened(running);
      await hands.submit({ user: NADIA, viewId });
      expect(top(running)).toMatchObject({ id: viewId, title: "Second" });
      await hands.submit({ user: NADIA, viewId });
      expect(hands.look(NADIA).views.map(({ title }) => title)).toEqual(["Second", "Third"]);
      await hands.submit({ user: NADIA, viewId: top(running)?.id ?? "" });
      expect(hands.look(NADIA).views).toEqual([]);
      expect(running.slack.problems).toEqual([]);
    });
  });
}
