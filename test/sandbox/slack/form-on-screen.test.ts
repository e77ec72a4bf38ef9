import { afterEach, describe, expect, it } from "vitest";
import { type Running, socketApp } from "./bolt-app-fixture.js";
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

describe("a form on the screen", () => {
  it("is not sent while a required field is empty or a text too long", async () => {
    const heard = nothingHeard();
    running = await socketApp(
      formApp(heard, undefined, () => form([field("a"), field("b", { max_length: 2 })])),
    );
    const viewId = await opened(running);
    await running.slack.hands.fill({ user: NADIA, viewId, blockId: "b", actionId: "value", value: "abc" });
    const acted = await running.slack.hands.submit({ user: NADIA, viewId });
    expect(Object.keys(acted.fieldErrors ?? {})).toEqual(["a", "b"]);
    expect(heard.submissions).toEqual([]);
  });

  it("tells the app of every character where the input asks for it, with the state so far", async () => {
    const heard = nothingHeard();
    const live = { dispatch_action_config: { trigger_actions_on: ["on_character_entered"] } };
    running = await socketApp(
      formApp(heard, undefined, () => form([field("a", live, { dispatch_action: true }), field("b")])),
    );
    const viewId = await opened(running);
    const fill = (blockId: string, value: string) =>
      running?.slack.hands.fill({ user: NADIA, viewId, blockId, actionId: "value", value });
    await fill("b", "quiet");
    await fill("a", "live");
    expect(heard.actions).toMatchObject([
      {
        type: "block_actions",
        container: { type: "view", view_id: viewId },
        view: {
          id: viewId,
          hash: expect.any(String),
          state: { values: { a: { value: { value: "live" } }, b: { value: { value: "quiet" } } } },
        },
        actions: [{ type: "plain_text_input", block_id: "a", action_id: "value", value: "live" }],
      },
    ]);
  });

  it("keeps typed text over an update only under the same block_id and action_id", async () => {
    running = await socketApp(formApp(nothingHeard(), undefined, () => form([field("a"), field("b")])));
    const viewId = await opened(running);
    const { hands } = running.slack;
    for (const blockId of ["a", "b"]) {
      await hands.fill({ user: NADIA, viewId, blockId, actionId: "value", value: `typed ${blockId}` });
    }
    await clientOf(running).views.update({
      view_id: viewId,
      view: form([
        field("a", { initial_value: "new" }),
        field("b", { action_id: "other", initial_value: "new" }),
      ]),
    });
    expect(top(running)?.values).toEqual({ a: { value: "typed a" }, b: { other: "new" } });
  });

  it("refuses an update made for an older state of it", async () => {
    running = await socketApp(formApp(nothingHeard(), undefined, () => form([field("a")])));
    const viewId = await opened(running);
    const hash = top(running)?.hash ?? "";
    const update = () =>
      running
        ? errorOf(clientOf(running).views.update({ view_id: viewId, hash, view: form([field("a")]) }))
        : "";
    expect(await update()).toBe("none");
    expect(await update()).toBe("hash_conflict");
    await running.slack.hands.closeView({ user: NADIA, viewId });
    expect(await update()).toBe("not_found");
  });

  it("takes three forms on each other and no fourth", async () => {
    const heard = nothingHeard();
    running = await socketApp(
      formApp(heard, undefined, () =>
        form([
          {
            type: "actions",
            elements: [{ type: "button", action_id: "more", text: plain("More") }],
          },
        ]),
      ),
    );
    const viewId = await opened(running);
    const client = clientOf(running);
    const push = async () => {
      await running?.slack.hands.pressInView({ user: NADIA, viewId, actionId: "more" });
      const trigger_id = String(heard.actions.at(-1)?.trigger_id);
      return errorOf(client.views.push({ trigger_id, view: form([field("a")]) }));
    };
    expect([await push(), await push(), await push()]).toEqual(["none", "none", "push_limit_reached"]);
    expect(top(running)?.id).not.toBe(viewId);
  });

  it("says when it was closed, if the app wants to know", async () => {
    const heard = nothingHeard();
    running = await socketApp(formApp(heard, undefined, () => form([field("a")], { notify_on_close: true })));
    const viewId = await opened(running);
    await running.slack.hands.closeView({ user: NADIA, viewId });
    expect(heard.submissions).toMatchObject([
      { type: "view_closed", is_cleared: false, view: { id: viewId } },
    ]);
  });

  it("answers a submission nobody acknowledges with a timeout and stays open", async () => {
    running = await socketApp(
      (app) => {
        app.shortcut("suggest", async ({ ack, shortcut, client }) => {
          await ack();
          await client.views.open({
            trigger_id: shortcut.trigger_id,
            view: form([field("a", { initial_value: "1" })]),
          });
        });
        app.view("form", async () => {});
      },
      { ackDeadlineMs: 150 },
    );
    const viewId = await opened(running);
    expect((await running.slack.hands.submit({ user: NADIA, viewId })).slackError).toBe("operation_timeout");
    expect(top(running)?.id).toBe(viewId);
  });

  it("refuses field errors for inputs the form does not have", async () => {
    const errors = { response_action: "errors", errors: { nowhere: "x" } };
    running = await socketApp(
      formApp(
        nothingHeard(),
        () => errors,
        () => form([field("a", { initial_value: "1" })]),
      ),
    );
    const viewId = await opened(running);
    expect((await running.slack.hands.submit({ user: NADIA, viewId })).slackError).toBe("dispatch_failed");
    expect(running.slack.problems).toEqual([expect.stringContaining("nowhere")]);
  });
});
