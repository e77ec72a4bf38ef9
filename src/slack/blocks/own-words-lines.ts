import type { KnownBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { HerPost, HerTrend } from "../../flows/her-trend.js";
import type { Words } from "../../i18n/words.js";
import { context, type Rendered, section } from "./block-parts.js";

/** Posts that are named one by one. */
const mostLines = 5;

/** How much of her last posts was hers, in words: for her App Home alone (rule 7). */
export function ownWordsLines({ posts, direction }: HerTrend, desk: Desk, words: Words): KnownBlock[] {
  const say = words.own.measured;
  if (posts.length === 0) return [section(`*${say.title}*`), context(say.none)];
  const lines = posts.slice(0, mostLines).map((post) => `• ${line(post, desk, words)}`);
  return [
    section([`*${say.title}*`, ...lines].join("\n")),
    context([...(direction === null ? [] : [say.direction[direction]]), say.onlyYou].join(" ")),
  ];
}

function line({ at, kind, share }: HerPost, desk: Desk, { own, dates }: Words): string {
  const say = own.measured;
  const hers = kind === "edited" || kind === "rewritten" ? `, ${say.share(inTens(share))}` : "";
  return `${dates.day(at, desk.homeZone)} · ${say.kinds[kind]}${hers}`;
}

/** Per cent, to the nearest ten: words are no exact measure. */
function inTens(share: number): number {
  return Math.round(share * 10) * 10;
}

/** The one quiet line after five posts in a row exactly as suggested. */
export function asSuggestedReminder({ own }: Words): Rendered {
  return { text: own.fiveAsSuggested, blocks: [section(own.fiveAsSuggested)] };
}
