import type { CardKey } from "../../../src/core/card-key.js";
import type { DeskId, Digest, MessageId, PostId, SuggestionId } from "../../../src/core/ids.js";
import type { Message } from "../../../src/core/message.js";
import type { Trouble } from "../../../src/core/trouble.js";
import type { Store } from "../../../src/flows/ports.js";
import { wordsFor } from "../../../src/i18n/words-for.js";
import type { House } from "../memory-house.js";
import type { Standing } from "../slack-room.js";
import type { World } from "../world.js";
import type { Flows } from "./short-life.js";

/** A world whose process is the flows alone: what Slack and its rendering cost is left out. */
export type ShortWorld = {
  readonly world: World;
  readonly house: House;
  /** What a press reaches while the process listens. */
  flows: Flows | null;
  /** What keeps posts from going out, beside the witness. */
  readonly troubles: Set<Trouble>;
};

/** What a message of ours says in Slack, in little: which version, and what can be pressed on it. */
export type Drawn = {
  readonly message: MessageId;
  readonly desk: DeskId;
  readonly version: number;
  readonly says: "other" | "undecided" | "scheduled" | "posting" | "asking" | "posted" | "declined" | "else";
  readonly suggestion: SuggestionId | null;
  readonly words: string;
  readonly key: CardKey | null;
  readonly post: PostId | null;
};

/** What Slack gives back of every card here. */
export const digestOfCard = "as-slack-shows-it".padEnd(43, "0") as Digest;

const { posting } = wordsFor("fr-FR").card;

/** Her card as the database has it now. */
export async function drawCard(message: Message, store: Store) {
  const suggestion = await store.suggestion(message.subject as SuggestionId);
  const revision = suggestion?.revisionId ? await store.revision(suggestion.revisionId) : null;
  const desk = await store.desk();
  if (!suggestion || !revision || !desk) throw new Error("a card without its suggestion");
  const { post } = (await store.latestPost(suggestion.id)) ?? { post: null };
  const says = saying(suggestion.state, post?.state);
  const accountId = desk.account?.id ?? null;
  const drawn: Drawn = {
    message: message.id,
    desk: desk.id,
    version: message.wanted,
    says,
    suggestion: suggestion.id,
    words: revision.text,
    key: { suggestionId: suggestion.id, revisionId: revision.id, digest: revision.digest, accountId },
    post: post?.id ?? null,
  };
  return asContent(message, drawn);
}

/** Any other message: only that it stands there, and in which version. */
export function drawOther(message: Message) {
  const drawn: Drawn = {
    message: message.id,
    desk: message.deskId,
    version: message.wanted,
    says: "other",
    suggestion: null,
    words: "",
    key: null,
    post: null,
  };
  return asContent(message, drawn);
}

function asContent({ id }: Message, drawn: Drawn) {
  const text = drawn.says === "posting" ? posting : drawn.words;
  const blocks = [{ type: "section" as const, text: { type: "plain_text" as const, text: text || "…" } }];
  return { id, thread: null, text, blocks, metadata: drawn };
}

export const drawnOn = (look: Standing["shown"][number]): Drawn => look.metadata as Drawn;

function saying(suggestion: string, post: string | undefined): Drawn["says"] {
  if (suggestion === "shown") return "undecided";
  if (suggestion === "declined") return "declined";
  if (suggestion !== "approved") return "else";
  if (post === "scheduled") return "scheduled";
  if (post === "running") return "posting";
  if (post === "asking") return "asking";
  return post === "done" ? "posted" : "else";
}
