import type { XAnswer } from "../../src/x/read-x-answer.js";
import type { Dice } from "./dice.js";
import type { VirtualTime } from "./virtual-time.js";

/** One post that stands on X, and what was asked for to make it. */
export type Effect = {
  readonly id: string;
  /** Byte for byte as it was sent. */
  readonly sent: string;
  readonly approval: string;
  readonly at: number;
  /** When the timeline begins to show it. */
  readonly visibleAt: number;
  /** When it was taken down again. */
  goneAt: number | null;
};

/** X: what stands there, and how it says so. Nothing here fails: that is the way to it. */
export type FarX = {
  readonly effects: Effect[];
  create(text: string, approval: string): Effect;
  remove(id: string): XAnswer;
  /** X would refuse these words as a duplicate. */
  isDuplicate(text: string): boolean;
  timeline(since: number): XAnswer;
};

export const created = ({ id, sent }: Effect): XAnswer =>
  answered(201, { data: { id, text: asStored(sent, id).text, edit_history_tweet_ids: [id] } });

export const problem = (status: number, title: string, headers: Record<string, string> = {}): XAnswer =>
  answered(status, { title, detail: title, type: "about:blank", status }, headers);

export const answered = (status: number, body: unknown, headers: Record<string, string> = {}): XAnswer => ({
  kind: "answered",
  status,
  body,
  headers,
});

/** @param mostLagMs the longest that a new post stays out of the timeline */
export function openFarX(time: VirtualTime, dice: Dice, mostLagMs: number): FarX {
  const effects: Effect[] = [];
  return {
    effects,
    create(sent, approval) {
      const at = time.now();
      const id = ((BigInt(at - 1_288_834_974_657) << 22n) + BigInt(effects.length)).toString();
      const effect: Effect = {
        id,
        sent,
        approval,
        at,
        visibleAt: at + dice.between(0, mostLagMs),
        goneAt: null,
      };
      effects.push(effect);
      return effect;
    },
    remove(id) {
      const effect = effects.find((standing) => standing.id === id && standing.goneAt === null);
      if (effect) effect.goneAt = time.now();
      return effect ? answered(200, { data: { deleted: true } }) : problem(404, "Not Found Error");
    },
    isDuplicate: (text) => effects.some(({ sent, goneAt }) => sent === text && goneAt === null),
    timeline(since) {
      const seen = effects.filter(
        ({ at, visibleAt, goneAt }) => visibleAt <= time.now() && at >= since - 1000 && goneAt === null,
      );
      const newest = seen.slice(-10).reverse();
      if (newest.length === 0) return answered(200, { meta: { result_count: 0 } });
      return answered(200, { data: newest.map(asListed), meta: { result_count: newest.length } });
    },
  };
}

function asListed({ id, sent, at }: Effect): object {
  const created_at = new Date(at).toISOString();
  return { id, created_at, ...asStored(sent, id) };
}

/** X trims, shortens links and spells out `& < >`. */
function asStored(sent: string, id: string): { text: string; entities: object } {
  const urls: { url: string; expanded_url: string }[] = [];
  const text = sent
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/https?:\/\/\S+/g, (link) => {
      const url = `https://t.co/x${id.slice(-6)}${urls.length}`;
      urls.push({
        url,
        expanded_url: link.replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">"),
      });
      return url;
    });
  return { text, entities: { urls } };
}
