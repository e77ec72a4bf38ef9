import type { Digest, SuggestionId } from "../core/ids.js";
import type { Store } from "../flows/ports.js";
import { offers, type PressedButton, pressedDigest, type Told } from "./blocks/pressed-blocks.js";
import { type Payload, placeOf } from "./delivery.js";
import type { SlackClients } from "./slack-clients.js";

type Needs = { readonly slack: Pick<SlackClients, "prompt">; readonly store: Pick<Store, "message"> };

/**
 * What the card showed when it was pressed: as the press brought it along, or else as Slack shows the recorded card
 * now. Null when neither says, and when no button that carries what was pressed stands there: the time that she
 * approves is the time she saw.
 */
export async function seenDigest(
  body: Payload,
  suggestionId: SuggestionId,
  button: PressedButton,
  { slack, store }: Needs,
): Promise<Digest | null> {
  const seen = (message: Told) => (offers(message, button) ? pressedDigest(message) : null);
  const brought = body.message ?? {};
  if (pressedDigest(brought) !== null) return seen(brought);
  const { channel, ts } = placeOf(body);
  const card = await store.message("card", suggestionId);
  if (!card || card.channel !== channel || card.ts !== ts) return null;
  const range = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 };
  const history = await slack.prompt.conversations.history(range).catch(() => null);
  const message = history?.messages?.find((each) => each.ts === ts);
  return seen(message ?? {});
}
