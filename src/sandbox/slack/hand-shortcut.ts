import { actedOn } from "./acted.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Hands } from "./hands.js";
import { actionTs, conversationOf, personActing, shortcutBase, shownName } from "./interaction-payload.js";
import { publicMessage } from "./message-store.js";

type Needs = Pick<HandNeeds, "workspace" | "triggers" | "responseUrls" | "delivery" | "handedOut" | "scopes">;

/** The shortcuts of the lightning menu and of a message's menu. */
export function handShortcut(needs: Needs): Pick<Hands, "globalShortcut" | "messageShortcut"> {
  const { workspace, triggers, responseUrls, delivery, handedOut, scopes } = needs;
  const known = (type: "global" | "message", callbackId: string) => {
    const shortcuts = workspace.options.shortcuts;
    if (!shortcuts.some((each) => each.type === type && each.callbackId === callbackId)) {
      throw new Error(`There is no ${type} shortcut ${callbackId}.`);
    }
    if (!scopes.use("commands")) workspace.problems.push("A shortcut needs the scope commands.");
  };
  return {
    async globalShortcut({ user, callbackId }) {
      const person = personActing(workspace, user);
      known("global", callbackId);
      const delivered = await delivery.send("interactive", {
        type: "shortcut",
        ...shortcutBase(workspace, person),
        action_ts: actionTs(workspace),
        callback_id: callbackId,
        trigger_id: triggers.issue(user),
      });
      return actedOn(delivered);
    },
    async messageShortcut({ user, channel, ts, callbackId }) {
      const person = personActing(workspace, user);
      const conversation = conversationOf(workspace, channel, user);
      known("message", callbackId);
      const message = publicMessage(conversation, ts);
      if (!message) throw new Error(`There is no message ${ts} in ${channel}.`);
      const delivered = await delivery.send("interactive", {
        type: "message_action",
        ...shortcutBase(workspace, person),
        action_ts: actionTs(workspace),
        callback_id: callbackId,
        trigger_id: triggers.issue(user),
        response_url: responseUrls.issue({ conversation, user, original: null }),
        message_ts: ts,
        channel: { id: conversation.id, name: shownName(conversation) },
        message: handedOut.message(conversation, message),
      });
      return actedOn(delivered);
    },
  };
}
