import type { AnyBlock, KnownBlock, ModalView, PlainTextElement } from "@slack/types";
import { ErrorCode } from "@slack/web-api";
import { oneAtATime } from "./one-at-a-time.js";
import type { SlackClients } from "./slack-clients.js";

/** A form as Slack tells of it: with a keystroke in it, or when it was opened. */
export type SeenForm = {
  readonly id: string;
  readonly hash: string;
  readonly callback_id?: string | undefined;
  readonly private_metadata?: string | undefined;
  readonly title: PlainTextElement;
  readonly submit?: PlainTextElement | null | undefined;
  readonly close?: PlainTextElement | null | undefined;
  readonly blocks: readonly AnyBlock[];
};

/** What goes into a place of a form; `plainer` where Slack refuses it (a picture it cannot fetch). */
export type Piece = { readonly blocks: readonly KnownBlock[]; readonly plainer?: readonly KnownBlock[] };

/** The one thing that draws a form anew while somebody types in it. */
export type FormRedrawer = {
  /** The form as a person has it before them; what we drew since stays what it is. */
  seen(form: SeenForm): void;
  /**
   * Puts blocks where those stand whose ids begin with this name. What is typed stays: Slack keeps it under the same
   * block_id and action_id. Resolves when Slack took it, or when the form is gone or has become something else.
   */
  put(viewId: string, place: string, piece: Piece): Promise<void>;
};

type Known = {
  hash: string;
  view: ModalView;
  /** Hashes of what stood there before our own updates: told by keystrokes that were faster. */
  readonly before: Set<string>;
  readonly wanted: Map<string, Piece>;
};

/** Forms remembered; each is needed for as long as somebody has it open. */
const mostForms = 500;
const mostBefore = 50;

/**
 * While one update of a form is on its way, only the newest piece of each place waits, and the next update carries all
 * of them: a count never undoes a preview. Slack's hash keeps any of it from overwriting what the form became since.
 */
export function redrawForms({ slack }: { readonly slack: Pick<SlackClients, "prompt"> }): FormRedrawer {
  const forms = new Map<string, Known>();
  const inTurn = oneAtATime<string>();

  async function draw(viewId: string): Promise<void> {
    const form = forms.get(viewId);
    if (!form) return;
    const blocks = [...form.wanted].reduce(
      (all, [place, piece]) => fill(all, place, piece),
      form.view.blocks,
    );
    if (sameIds(blocks, form.view.blocks)) return;
    const { hash } = form;
    const view = { ...form.view, blocks };
    try {
      const updated = await slack.prompt.views.update({ view_id: viewId, hash, view });
      const now = updated.view?.hash;
      if (!now || forms.get(viewId) !== form || (form.hash !== hash && form.hash !== now)) return;
      Object.assign(form, { hash: now, view });
      form.before.add(hash);
      for (const oldest of form.before) {
        if (form.before.size <= mostBefore) break;
        form.before.delete(oldest);
      }
    } catch (error) {
      // Refused for its hash it has become something else, and there is nothing to draw here any more.
      if (isRefused(error) && makePlainer(form)) await draw(viewId);
    }
  }

  return {
    seen(seen) {
      const known = forms.get(seen.id);
      if (known && (known.hash === seen.hash || known.before.has(seen.hash))) return;
      const view = asSent(seen);
      const same = known && nameOf(known.view) === nameOf(view);
      const wanted = same ? known.wanted : new Map<string, Piece>();
      const before = known ? new Set([...known.before, known.hash]) : new Set<string>();
      forms.delete(seen.id);
      forms.set(seen.id, { hash: seen.hash, view, before, wanted });
      for (const [oldest] of forms) {
        if (forms.size <= mostForms) break;
        forms.delete(oldest);
      }
    },
    async put(viewId, place, piece) {
      forms.get(viewId)?.wanted.set(place, piece);
      await inTurn(viewId, () => draw(viewId));
    },
  };
}

/** Which form it is, whatever stands in it. */
function nameOf({ callback_id = "", private_metadata = "" }: ModalView): string {
  return `${callback_id} ${private_metadata}`;
}

/** A view as we send it; Slack adds much of its own. */
function asSent({ callback_id, private_metadata, title, submit, close, blocks }: SeenForm): ModalView {
  return {
    type: "modal",
    ...(callback_id === undefined ? {} : { callback_id }),
    ...(private_metadata === undefined ? {} : { private_metadata }),
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: blocks.map(withoutFocus),
  };
}

/** Only an opening form may move the cursor. */
function withoutFocus(block: AnyBlock): AnyBlock {
  if (!("element" in block) || !("focus_on_load" in block.element)) return block;
  const { focus_on_load: _, ...element } = block.element;
  return { ...block, element } as AnyBlock;
}

function fill(blocks: readonly AnyBlock[], place: string, piece: Piece): AnyBlock[] {
  const isHere = ({ block_id }: AnyBlock) => block_id?.startsWith(`${place}_`) ?? false;
  const at = blocks.findIndex(isHere);
  if (at < 0) return [...blocks];
  const others = blocks.filter((block) => !isHere(block));
  return [...others.slice(0, at), ...piece.blocks, ...others.slice(at)];
}

function sameIds(one: readonly AnyBlock[], other: readonly AnyBlock[]): boolean {
  return one.length === other.length && one.every(({ block_id }, at) => block_id === other[at]?.block_id);
}

function isRefused(error: unknown): boolean {
  const { code, data } = error as { code?: string; data?: { error?: string } };
  return code === ErrorCode.PlatformError && data?.error === "invalid_arguments";
}

/** False where nothing could be left out. */
function makePlainer({ wanted }: Known): boolean {
  let changed = false;
  for (const [place, { plainer }] of wanted) {
    if (!plainer) continue;
    wanted.set(place, { blocks: plainer });
    changed = true;
  }
  return changed;
}
