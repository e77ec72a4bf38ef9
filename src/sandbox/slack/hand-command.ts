import { actedOn } from "./acted.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Hands } from "./hands.js";
import { conversationOf, personActing, shownName, VERIFICATION_TOKEN } from "./interaction-payload.js";
import { isPlainObject } from "./plain-object.js";

type Needs = Pick<
  HandNeeds,
  "workspace" | "triggers" | "responseUrls" | "delivery" | "scopes" | "commandText"
>;

/** Typing a slash command; what the acknowledgement says is shown where it was typed. */
export function handCommand(needs: Needs): Pick<Hands, "command"> {
  const { workspace, triggers, responseUrls, delivery, scopes, commandText } = needs;
  const { options } = workspace;
  return {
    async command({ user, channel, command, text }) {
      const person = personActing(workspace, user);
      const conversation = conversationOf(workspace, channel, user);
      if (!options.commands.some((each) => each.command === command)) {
        throw new Error(`${command} is not a valid command.`);
      }
      if (!scopes.use("commands")) workspace.problems.push("A command needs the scope commands.");
      const target = { conversation, user, original: null };
      const delivered = await delivery.send("slash_commands", {
        token: VERIFICATION_TOKEN,
        team_id: options.teamId,
        team_domain: workspace.teamDomain,
        channel_id: conversation.id,
        channel_name: shownName(conversation),
        user_id: person.id,
        user_name: person.name,
        command,
        text: commandText(text.trim()),
        api_app_id: options.appId,
        is_enterprise_install: "false",
        response_url: responseUrls.issue(target),
        trigger_id: triggers.issue(user),
      });
      if (delivered.kind === "acked" && isPlainObject(delivered.body)) {
        const { body } = delivered;
        if (body.text !== undefined || body.blocks !== undefined) responseUrls.show(target, body);
      }
      return actedOn(delivered);
    },
  };
}
