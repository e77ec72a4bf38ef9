import type { MessageId, RevisionId, SlackChannelId, SlackTs, SuggestionId } from "../../../src/core/ids.js";
import type { Suggestion } from "../../../src/core/suggestion.js";
import type { Row } from "../../../src/flows/ports.js";
import {
  aCard,
  aChange,
  aDesk,
  aRevision,
  aSuggestion,
  executive,
  minute,
  morning,
} from "../../db/builders.js";
import type { MemoryHouse } from "../memory-house.js";
import { dmOf } from "../slack-room.js";
import { digestOfCard, drawCard, type ShortWorld } from "./short-world.js";

const count = 3;
const id = <T extends string>(noun: string, number: number) => `${noun}${number}`.padEnd(20, "0") as T;
const draft = (number: number) => `Worth a read: a < b & c https://journal.example/${number}`;
const tsOf = (number: number) => `${morning / 1000}.${String(number).padStart(6, "0")}` as SlackTs;
/** What stands before her at the beginning. */
export const suggestionIds = Array.from({ length: count }, (_, place) => id<SuggestionId>("s", place + 1));

/** What every short run begins with: a desk, and cards that stand before her undecided. */
export async function furnish(house: MemoryHouse): Promise<void> {
  const put = async (...rows: Row[]) => {
    const { kind } = await house.store.commit(aChange({ put: rows }));
    if (kind !== "done") throw new Error(`not furnished: ${kind}`);
  };
  await put({ table: "desk", row: aDesk() });
  for (const [place, suggestionId] of suggestionIds.entries()) {
    const number = place + 1;
    const born = aSuggestion({
      id: suggestionId,
      state: "reading",
      link: `https://journal.example/${number}`,
    });
    const revision = aRevision(born, { id: id<RevisionId>("r", number), text: draft(number) });
    const waiting: Suggestion = { ...born, state: "waiting", revisionId: revision.id };
    const card = aCard(born, {
      id: id<MessageId>("m", number),
      channel: dmOf(executive) as SlackChannelId,
      ts: tsOf(number),
      returnedDigest: digestOfCard,
    });
    await put(
      { table: "suggestion", row: waiting },
      { table: "revision", row: revision },
      { table: "message", row: card },
      { table: "suggestion", row: { ...waiting, version: 1, state: "shown", ...turnOf(number) } },
    );
  }
  house.keep();
}

/** The last one came yesterday and was for that day: where her hours are always open, it expires four minutes on. */
function turnOf(number: number): Pick<Suggestion, "shownAt" | "urgency"> {
  if (number < count) return { shownAt: morning, urgency: "any_time" };
  return { shownAt: morning + 4 * minute - 24 * 60 * minute, urgency: "today" };
}

/** The same cards as they stand in Slack. */
export async function furnishSlack({ world, house }: ShortWorld): Promise<void> {
  for (const suggestionId of suggestionIds) {
    const card = await house.store.message("card", suggestionId);
    if (!card) throw new Error("no card was furnished");
    const { ts } = world.slack.post(dmOf(executive), await drawCard(card, house.store));
    if (ts !== card.ts) throw new Error("the card stands elsewhere than the database says");
  }
}
