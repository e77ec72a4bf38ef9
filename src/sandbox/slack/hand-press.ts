import { actedOn } from "./acted.js";
import { pressedAction } from "./block-action.js";
import { initialState, interactiveElements, type StateValues } from "./block-kit/element-state.js";
import { returnedParts } from "./block-kit/returned-blocks.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Hands } from "./hands.js";
import { actionTs, conversationOf, interactionBase, personActing, shownName } from "./interaction-payload.js";
import type { StoredMessage } from "./workspace.js";

type Needs = Pick<HandNeeds, "workspace" | "triggers" | "responseUrls" | "delivery" | "handedOut">;

/** Pressing a button on a message. A confirmation dialog counts as confirmed. */
export function handPress(needs: Needs): Pick<Hands, "press"> {
  const { workspace, triggers, responseUrls, delivery, handedOut } = needs;
  const picked = new WeakMap<StoredMessage, StateValues>();
  return {
    async press({ user, channel, ts, actionId, blockId, option }) {
      const person = personActing(workspace, user);
      const conversation = conversationOf(workspace, channel, user);
      const message = conversation.messages.find(
        (each) => each.ts === ts && (each.ephemeralTo === null || each.ephemeralTo === user),
      );
      if (!message) throw new Error(`${user} sees no message ${ts} in ${channel}.`);
      const target = interactiveElements(message.blocks).find(
        (each) => each.actionId === actionId && (blockId === undefined || each.blockId === blockId),
      );
      if (!target) throw new Error(`The message ${ts} has nothing to press called ${actionId}.`);

      const at = actionTs(workspace);
      const { action, state } = pressedAction(target, option, at);
      const values = { ...initialState(message.blocks), ...picked.get(message) };
      if (state) values[target.blockId] = { ...values[target.blockId], [actionId]: state };
      picked.set(message, values);

      const ephemeral = message.ephemeralTo !== null;
      const container = {
        type: "message",
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral,
        ...(message.threadTs && { thread_ts: message.threadTs }),
      };
      const delivered = await delivery.send("interactive", {
        type: "block_actions",
        ...interactionBase(workspace, person),
        container,
        trigger_id: triggers.issue(user),
        channel: { id: channel, name: shownName(conversation) },
        // Slack keeps no copy of an ephemeral message, so it sends none.
        ...(!ephemeral && { message: handedOut.pressed(conversation, message) }),
        ...returnedParts({ state: { values }, actions: [action] }),
        response_url: responseUrls.issue({ conversation, user, original: message }),
      });
      return actedOn(delivered);
    },
  };
}
