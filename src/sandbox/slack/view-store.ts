import { randomBytes } from "node:crypto";
import { initialState, type StateValues } from "./block-kit/element-state.js";
import { storedBlocks } from "./block-kit/stored-blocks.js";
import type { Block } from "./hands.js";
import { objectsIn, type PlainObject } from "./plain-object.js";
import type { Workspace } from "./workspace.js";

/** A form or a home page as it stands on somebody's screen. */
export type OpenView = {
  id: string;
  user: string;
  rootId: string;
  previousId: string | null;
  /** As the app sent it, already checked; blocks carry the ids Slack gave them. */
  view: PlainObject & { blocks: Block[] };
  hash: string;
  state: StateValues;
  /** What Slack shows beside the fields, by `block_id`. */
  errors: Record<string, string>;
};

export const VIEW_STACK_LIMIT = 3;

/** Forms by person (a stack of at most three) and home pages by person. */
export type ViewStore = {
  open(user: string, view: PlainObject): OpenView;
  /** Null when three forms lie on each other already. */
  push(user: string, view: PlainObject): OpenView | null;
  publish(user: string, view: PlainObject): OpenView;
  replace(open: OpenView, view: PlainObject): void;
  find(by: { viewId?: string | undefined; externalId?: string | undefined }): OpenView | undefined;
  stack(user: string): readonly OpenView[];
  home(user: string): OpenView | undefined;
  close(open: OpenView): void;
  clear(user: string): void;
};

export function makeViewStore(workspace: Workspace): ViewStore {
  const stacks = new Map<string, OpenView[]>();
  const homes = new Map<string, OpenView>();
  const stackOf = (user: string) => stacks.get(user) ?? [];
  const newHash = () => `${Math.trunc(workspace.now() / 1000)}.${randomBytes(6).toString("base64url")}`;

  const made = (user: string, view: PlainObject, below: OpenView | undefined): OpenView => {
    const id = workspace.newId("V");
    const blocks = storedBlocks(objectsIn(view.blocks) as Block[]);
    return {
      id,
      user,
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      view: { ...view, blocks },
      hash: newHash(),
      state: initialState(blocks),
      errors: {},
    };
  };
  const all = () => [...[...stacks.values()].flat(), ...homes.values()];

  return {
    open(user, view) {
      const open = made(user, view, undefined);
      stacks.set(user, [open]);
      workspace.changed();
      return open;
    },
    push(user, view) {
      const stack = stackOf(user);
      if (stack.length >= VIEW_STACK_LIMIT) return null;
      const open = made(user, view, stack.at(-1));
      stacks.set(user, [...stack, open]);
      workspace.changed();
      return open;
    },
    publish(user, view) {
      const known = homes.get(user);
      if (known) this.replace(known, view);
      else homes.set(user, made(user, view, undefined));
      workspace.changed();
      return homes.get(user) as OpenView;
    },
    replace(open, view) {
      const blocks = storedBlocks(objectsIn(view.blocks) as Block[]);
      open.view = { ...view, blocks };
      open.hash = newHash();
      open.state = keptState(open.state, initialState(blocks));
      open.errors = {};
      workspace.changed();
    },
    find({ viewId, externalId }) {
      return all().find((open) =>
        viewId === undefined ? open.view.external_id === externalId : open.id === viewId,
      );
    },
    stack: stackOf,
    home: (user) => homes.get(user),
    close(open) {
      stacks.set(
        open.user,
        stackOf(open.user).filter((each) => each !== open),
      );
      workspace.changed();
    },
    clear(user) {
      stacks.delete(user);
      workspace.changed();
    },
  };
}

/**
 * What stands in a field stays there across an update only under the same block_id, action_id and type, and then a new
 * `initial_value` changes nothing: Slack's client keeps the field it already shows.
 */
function keptState(before: StateValues, fresh: StateValues): StateValues {
  return Object.fromEntries(
    Object.entries(fresh).map(([blockId, elements]) => [
      blockId,
      Object.fromEntries(
        Object.entries(elements).map(([actionId, value]) => {
          const old = before[blockId]?.[actionId];
          return [actionId, old?.type === value.type ? old : value];
        }),
      ),
    ]),
  );
}
