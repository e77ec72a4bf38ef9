import type { DeliveryKey } from "../../../src/core/ids.js";
import { pauseUntils } from "../../../src/core/pause-until.js";
import { approve } from "../../../src/flows/approve.js";
import { ownWords } from "../../../src/flows/own-words.js";
import { pause } from "../../../src/flows/pause.js";
import { executive, nadia } from "../../db/builders.js";
import { beginAct } from "../acts.js";
import { by, deliver } from "./deliver-act.js";
import type { ShortWorld } from "./short-world.js";

/** She pauses everything; now and then somebody else tries to. */
export function shePauses(short: ShortWorld): void {
  const { dice } = short.world;
  const until = dice.pick(pauseUntils);
  const user = dice.chance(0.1) ? nadia : executive;
  const act = beginAct(short.world, user, "pause", until, null);
  deliver(short, act, async (flows) => {
    const settled = await pause({ ...by(act), until }, flows);
    act.said.push(settled.kind === "settled" ? settled.answer.kind : settled.kind);
  });
}

/** Words of her own, written and approved in one form: they are sent to her card first, as the route does. */
export function sheWrites(short: ShortWorld): void {
  const { world } = short;
  const user = world.dice.chance(0.08) ? nadia : executive;
  const text = `Ma journée ${world.acts.size}`;
  const act = beginAct(world, user, "submit own_post", "own_words", text);
  const once = `view ${act.trigger}` as DeliveryKey;
  deliver(short, act, async (flows) => {
    const { presser, delivery } = by(act);
    const settled = await ownWords(
      { presser, text, delivery: `${delivery} words` as DeliveryKey, once },
      flows,
    );
    if (settled.kind !== "settled" || settled.answer.kind !== "on_card") return;
    const { key } = settled.answer;
    if (!(await flows.showNow("card", key.suggestionId))) return;
    const message = await flows.store.message("card", key.suggestionId);
    if (!message?.channel || !message.ts) return;
    const card = { channel: message.channel, ts: message.ts };
    const seen = { kind: "form", words: text, once } as const;
    const press = {
      presser,
      delivery,
      card,
      key,
      seen,
      act: "own_post",
      ownText: null,
      postAt: null,
    } as const;
    const approved = await approve(press, flows);
    act.said.push(approved.kind === "settled" ? approved.answer.kind : approved.kind);
  });
}
