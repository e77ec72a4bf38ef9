import type { ApprovingAct } from "../../../src/core/approval.js";
import type { CardKey } from "../../../src/core/card-key.js";
import type { DeliveryKey, Digest, PostId, SlackChannelId, SlackTs } from "../../../src/core/ids.js";
import { approve, type Seen } from "../../../src/flows/approve.js";
import { seeConcerns } from "../../../src/flows/see-concerns.js";
import { beginAct } from "../acts.js";
import type { Act } from "../world.js";
import { by, deliver } from "./deliver-act.js";
import { digestOfCard, type ShortWorld } from "./short-world.js";
import { unseenOf } from "./team-acts.js";

export const soon = ({ world }: ShortWorld, waits: readonly number[]) =>
  world.time.now() + world.skew + world.dice.pick(waits);

export type Approving = {
  readonly act: Exclude<ApprovingAct, "own_post">;
  readonly card: { readonly channel: SlackChannelId; readonly ts: SlackTs };
  readonly key: CardKey;
  readonly digest?: Digest;
  readonly ownText?: string;
  readonly postAt?: number | null;
  readonly instead?: PostId | null;
};

/** On the card, or in a form that was drawn for this very press. */
export function approveIt(short: ShortWorld, act: Act, pressed: Approving): void {
  const { card, key, digest, ownText = null, postAt = null, instead } = pressed;
  const once = `view ${act.trigger}` as DeliveryKey;
  const seen: Seen = digest ? { kind: "card", digest } : { kind: "form", words: act.seen, once };
  const { suggestionId } = key;
  const agreed = {
    ...by(act),
    act: pressed.act,
    card,
    key,
    seen,
    ownText,
    postAt,
    instead: instead ?? undefined,
  };
  deliver(short, act, async (flows) => {
    const settled = await approve(agreed, flows);
    const answer = settled.kind === "settled" ? settled.answer : settled;
    act.said.push(answer.kind);
    short.world.trace(() => `  ${act.trigger}: ${answer.kind}`);
    if (answer.kind !== "altered_card" && answer.kind !== "concern") return;
    // The form shows her what a colleague is concerned about, and with that she has seen it.
    if (answer.kind === "concern")
      await seeConcerns(
        { ...by(act), suggestionId, concerns: unseenOf(short, suggestionId), delivery: null },
        flows,
      );
    // Or what came back was not what had been shown: either way she reads the exact words in a form, and confirms them there.
    const { revision } = answer;
    const confirmed = beginAct(short.world, act.user, "submit rewrite", act.value, revision.text);
    const exact = { ...key, revisionId: revision.id, digest: revision.digest };
    approveIt(short, confirmed, { act: "rewrite", card, key: exact, postAt, instead: instead ?? null });
  });
}

/** Now and then the words that come back with a press are not those that Slack was given. */
export const digestSeen = ({ world }: ShortWorld): Digest =>
  world.dice.chance(0.04) ? ("altered".padEnd(43, "0") as Digest) : digestOfCard;
