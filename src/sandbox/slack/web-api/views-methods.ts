import { checkView, VIEW_SIZE_LIMIT } from "../block-kit/check-view.js";
import type { Faults } from "../faults.js";
import type { HandedOut } from "../handed-out.js";
import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { TriggerIds } from "../trigger-ids.js";
import type { OpenView, ViewStore } from "../view-store.js";
import type { Workspace } from "../workspace.js";
import {
  type ApiAnswer,
  type ApiMethods,
  botMethod,
  refused,
  refusedBecause,
  structuredArgument,
  textArgument,
} from "./api-method.js";

type Needs = {
  workspace: Workspace;
  faults: Faults;
  triggers: TriggerIds;
  views: ViewStore;
  handedOut: HandedOut;
};

export function viewsMethods({ workspace, faults, triggers, views, handedOut }: Needs): ApiMethods {
  const answer = (open: OpenView): ApiAnswer => ({ ok: true, view: handedOut.view(open) });

  const viewArgument = (args: PlainObject, type: "modal" | "home", known?: OpenView) => {
    const view = structuredArgument(args, "view");
    if (!isPlainObject(view)) return { refusal: refused("invalid_arguments") };
    if (Buffer.byteLength(JSON.stringify(view)) > VIEW_SIZE_LIMIT) {
      return { refusal: refused("view_too_large") };
    }
    const messages = checkView(type, view, faults.refuseImages);
    if (messages.length > 0) return { refusal: refusedBecause("invalid_arguments", messages) };
    const twin =
      typeof view.external_id === "string" && view.external_id !== ""
        ? views.find({ externalId: view.external_id })
        : undefined;
    if (twin && twin !== known) return { refusal: refused("duplicate_external_id") };
    return { view };
  };

  const stale = (args: PlainObject, open: OpenView | undefined) => {
    const hash = textArgument(args, "hash");
    return hash !== undefined && open !== undefined && hash !== open.hash;
  };

  const withTrigger = (
    args: PlainObject,
    show: (user: string, view: PlainObject) => OpenView | null,
  ): ApiAnswer => {
    const { view, refusal } = viewArgument(args, "modal");
    if (!view) return refusal;
    const ticket = triggers.exchange(textArgument(args, "trigger_id") ?? "");
    if ("refusal" in ticket) return refused(ticket.refusal);
    const open = show(ticket.user, view);
    return open ? answer(open) : refused("push_limit_reached");
  };

  return {
    "views.open": botMethod(null, (args) => withTrigger(args, (user, view) => views.open(user, view))),
    "views.push": botMethod(null, (args) =>
      withTrigger(args, (user, view) => (views.stack(user).length === 0 ? null : views.push(user, view))),
    ),
    "views.update": botMethod(null, (args) => {
      const viewId = textArgument(args, "view_id");
      const externalId = textArgument(args, "external_id");
      if (viewId === undefined && externalId === undefined) return refused("invalid_arguments");
      const open = views.find({ viewId, externalId });
      if (!open) return refused("not_found");
      if (stale(args, open)) return refused("hash_conflict");
      const { view, refusal } = viewArgument(args, open.view.type === "home" ? "home" : "modal", open);
      if (!view) return refusal;
      views.replace(open, view);
      return answer(open);
    }),
    "views.publish": botMethod(null, (args) => {
      const user = textArgument(args, "user_id") ?? "";
      if (!workspace.people.has(user)) return refused("user_not_found");
      const known = views.home(user);
      if (stale(args, known)) return refused("hash_conflict");
      const { view, refusal } = viewArgument(args, "home", known);
      return view ? answer(views.publish(user, view)) : refusal;
    }),
  };
}
