import { actedOn, NOTHING_SENT } from "./acted.js";
import { dispatches, pressedAction, typedAction } from "./block-action.js";
import {
  filledState,
  interactiveElements,
  type StatefulElement,
  type StateValue,
} from "./block-kit/element-state.js";
import { fieldErrors } from "./block-kit/field-errors.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Acted, Hands } from "./hands.js";
import { actionTs, interactionBase, personActing } from "./interaction-payload.js";
import { NotOnScreen } from "./not-on-screen.js";
import type { PlainObject } from "./plain-object.js";
import { submissionOutcome } from "./submission-outcome.js";
import type { OpenView } from "./view-store.js";

type Needs = Pick<HandNeeds, "workspace" | "views" | "triggers" | "delivery" | "handedOut">;

/** Everything a person does in a form or on the home page. */
export function handForm(needs: Needs): Pick<Hands, "fill" | "pressInView" | "submit" | "closeView"> {
  const { workspace, views, triggers, delivery, handedOut } = needs;

  const onScreen = (user: string, viewId: string): OpenView => {
    const open = views.find({ viewId });
    if (open?.user !== user) throw new NotOnScreen(`${user} has no view ${viewId} open.`);
    return open;
  };
  const onTop = (user: string, viewId: string): OpenView => {
    const open = onScreen(user, viewId);
    if (views.stack(user).at(-1) !== open) throw new NotOnScreen(`The form ${viewId} is not the top one.`);
    return open;
  };
  const elementOf = (open: OpenView, actionId: string, blockId: string | undefined): StatefulElement => {
    const target = interactiveElements(open.view.blocks).find(
      (each) => each.actionId === actionId && (blockId === undefined || each.blockId === blockId),
    );
    if (!target) throw new NotOnScreen(`The view ${open.id} has no element ${blockId ?? ""} ${actionId}.`);
    return target;
  };
  const hold = (open: OpenView, target: StatefulElement, state: StateValue) => {
    open.state[target.blockId] = { ...open.state[target.blockId], [target.actionId]: state };
    workspace.changed();
  };
  const sendAction = async (open: OpenView, user: string, action: PlainObject): Promise<Acted> =>
    actedOn(
      await delivery.send("interactive", {
        type: "block_actions",
        ...interactionBase(workspace, personActing(workspace, user)),
        container: { type: "view", view_id: open.id },
        trigger_id: triggers.issue(user),
        view: handedOut.view(open),
        actions: [action],
      }),
    );
  const sendClosed = (open: OpenView, isCleared: boolean) =>
    delivery.send("interactive", {
      type: "view_closed",
      ...interactionBase(workspace, personActing(workspace, open.user)),
      view: handedOut.view(open),
      is_cleared: isCleared,
    });

  return {
    async fill({ user, viewId, blockId, actionId, value }) {
      const open = onScreen(user, viewId);
      const target = elementOf(open, actionId, blockId);
      const state = filledState(target.element, value);
      hold(open, target, state);
      if (!dispatches(target)) return NOTHING_SENT;
      const action = typedAction(target, handedOut.typed(state), actionTs(workspace));
      return sendAction(open, user, action);
    },

    async pressInView({ user, viewId, actionId, blockId, option }) {
      const open = onScreen(user, viewId);
      const target = elementOf(open, actionId, blockId);
      const { action, state } = pressedAction(target, option, actionTs(workspace));
      if (state) hold(open, target, state);
      return sendAction(open, user, action);
    },

    async submit({ user, viewId }) {
      const open = onTop(user, viewId);
      if (!open.view.submit) throw new Error(`The form ${viewId} has no submit button.`);
      // Slack's own client stops here when a field is missing or malformed; the app never hears of it.
      open.errors = fieldErrors(open.view.blocks, open.state);
      workspace.changed();
      if (Object.keys(open.errors).length > 0) return { ...NOTHING_SENT, fieldErrors: open.errors };
      const delivered = await delivery.send("interactive", {
        type: "view_submission",
        ...interactionBase(workspace, personActing(workspace, user)),
        trigger_id: triggers.issue(user),
        view: handedOut.view(open),
        response_urls: [],
      });
      if (delivered.kind !== "acked") return actedOn(delivered);
      return submissionOutcome(needs, open, delivered);
    },

    async closeView({ user, viewId }) {
      const open = onTop(user, viewId);
      const clears = open.view.clear_on_close === true;
      const closing = clears ? [...views.stack(user)].reverse() : [open];
      if (clears) views.clear(user);
      else views.close(open);
      const told = closing.filter((each) => each.view.notify_on_close === true);
      const [first] = await Promise.all(told.map((each) => sendClosed(each, clears)));
      return first ? actedOn(first) : NOTHING_SENT;
    },
  };
}
