import type { NoticeId } from "../core/ids.js";
import type { Notice } from "../core/notice.js";
import { commitDecision } from "./commit-decision.js";
import { noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/** «How social can you be?» is offered once, in a message of its own, once her first card stands before her: it holds nothing back. */
export async function offerProfile({ store, now, newId }: Needs): Promise<void> {
  await commitDecision(store, async () => {
    const none = { answer: null, change: null };
    const desk = await needDesk(store);
    if (desk.profile !== null || desk.paused || desk.frozen !== null) return none;
    if ((await store.noticesOpen()).some(({ about }) => about.kind === "profile_offer")) return none;
    if (!(await hasHerCard(store))) return none;
    const at = now();
    const about = { kind: "profile_offer" } as const;
    const notice: Notice = { id: newId<NoticeId>(), version: 0, deskId: desk.id, at, about, endedAt: null };
    return {
      answer: null,
      change: {
        at,
        expect: [{ table: "desk", id: desk.id, version: desk.version }],
        put: [{ table: "notice", row: notice }],
        show: [noticeTo(desk.executiveId, notice.id)],
        record: [],
      },
    };
  });
}

/** A card stands in her direct message and is not decided yet. */
async function hasHerCard(store: Store): Promise<boolean> {
  for (const { id } of await store.suggestionsIn("shown"))
    if ((await store.message("card", id))?.ts) return true;
  return false;
}
