import { actedOn } from "./acted.js";
import { checkView } from "./block-kit/check-view.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Acted } from "./hands.js";
import { isPlainObject, type PlainObject } from "./plain-object.js";
import type { Delivered } from "./transport.js";
import type { OpenView } from "./view-store.js";

type Acked = Extract<Delivered, { kind: "acked" }>;

/** What the acknowledgement of a submitted form does to the screen. */
export function submissionOutcome(
  needs: Pick<HandNeeds, "workspace" | "views">,
  open: OpenView,
  delivered: Acked,
): Acted {
  const { workspace, views } = needs;
  const body = isPlainObject(delivered.body) ? delivered.body : {};
  // Slack shows «We had some trouble connecting» and leaves the form as it is.
  const trouble = (sentence: string): Acted => {
    workspace.problems.push(sentence);
    return { ...actedOn(delivered), slackError: "dispatch_failed" };
  };
  const checked = (): PlainObject | null => {
    const messages = isPlainObject(body.view) ? checkView("modal", body.view, null) : ["the view is missing"];
    if (messages.length === 0 && isPlainObject(body.view)) return body.view;
    workspace.problems.push(`The form answered to a submission was refused: ${messages.join("; ")}.`);
    return null;
  };

  switch (body.response_action) {
    case undefined: {
      if (Object.keys(body).length > 0) {
        return trouble(`A submission was acknowledged with ${Object.keys(body).join(", ")}.`);
      }
      views.close(open);
      return actedOn(delivered);
    }
    case "errors": {
      const errors = isPlainObject(body.errors) ? body.errors : {};
      const inputs = open.view.blocks
        .filter((block) => block.type === "input")
        .map((block) => String(block.block_id));
      const strange = Object.keys(errors).filter((blockId) => !inputs.includes(blockId));
      if (strange.length > 0 || Object.keys(errors).length === 0) {
        return trouble(`Field errors name no input of the form: ${strange.join(", ") || "none given"}.`);
      }
      open.errors = Object.fromEntries(
        Object.entries(errors).map(([blockId, error]) => [blockId, String(error)]),
      );
      workspace.changed();
      return actedOn(delivered, open.errors);
    }
    case "clear":
      views.clear(open.user);
      return actedOn(delivered);
    case "update": {
      const view = checked();
      if (!view) return { ...actedOn(delivered), slackError: "dispatch_failed" };
      views.replace(open, view);
      return actedOn(delivered);
    }
    case "push": {
      const view = checked();
      if (!view) return { ...actedOn(delivered), slackError: "dispatch_failed" };
      if (!views.push(open.user, view)) return trouble("A fourth form was pushed onto three.");
      return actedOn(delivered);
    }
    default:
      return trouble(`${String(body.response_action)} is no response_action.`);
  }
}
