import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { SlackUserId } from "../core/ids.js";
import { countLine } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { oneAtATime } from "./one-at-a-time.js";
import { wordsOf } from "./reader-words.js";
import { restoreTyped } from "./restore-typed.js";

type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** What the bot itself last made of a form, and the states of it that keystrokes may still tell of. */
type Drawn = { readonly hash: string; readonly count: string; readonly before: ReadonlySet<string> };

/** Forms whose last count is remembered; each is needed for the length of one update. */
const mostForms = 500;

/**
 * The live count under a draft. While one update is on its way only the newest text waits: each keystroke replaces
 * the one before. Slack's hash keeps a count from overwriting what the form became since (the confirming step).
 */
export function countDraft(needs: BotNeeds) {
  const inTurn = oneAtATime<string>();
  const newest = new Map<string, Args["body"]>();
  const drawn = new Map<string, Drawn>();
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const id = body.view?.id;
    if (!id) return;
    newest.set(id, body);
    await inTurn(id, async () => {
      if (newest.get(id) !== body) return;
      newest.delete(id);
      await redraw(body, drawn, needs);
    });
  };
}

async function redraw(body: Args["body"], drawn: Map<string, Drawn>, needs: BotNeeds): Promise<void> {
  const { view } = body;
  const action = body.actions[0];
  if (!view || action?.type !== "plain_text_input") return;
  const words = await wordsOf(body.user.id as SlackUserId, needs);
  const count = countLine(restoreTyped(action.value ?? "", needs), words);
  const blocks = view.blocks.map((block) => (block.block_id?.startsWith("count_") ? count : block));
  // Typed before the last update arrived: the form is what that update made of it.
  const last = drawn.get(view.id);
  const standing = last?.before.has(view.hash) ? last : null;
  const shown =
    standing?.count ?? view.blocks.find(({ block_id }) => block_id?.startsWith("count_"))?.block_id;
  if (shown === count.block_id) return;
  const same: ModalView = {
    type: "modal",
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title,
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    blocks: blocks as ModalView["blocks"],
  };
  // Refused when the form has become something else meanwhile (hash_conflict): then there is nothing to count.
  const updated = await needs.slack.prompt.views
    .update({ view_id: view.id, hash: standing?.hash ?? view.hash, view: same })
    .catch(() => undefined);
  const hash = updated?.view?.hash;
  if (!hash) return;
  drawn.delete(view.id);
  const before = new Set([...(standing?.before ?? []), view.hash, standing?.hash ?? view.hash]);
  drawn.set(view.id, { hash, count: count.block_id ?? "", before });
  for (const [oldest] of drawn) {
    if (drawn.size <= mostForms) break;
    drawn.delete(oldest);
  }
}
