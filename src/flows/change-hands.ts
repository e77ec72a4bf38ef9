import type { Desk } from "../core/desk.js";
import type { Instant, NoticeId, SlackUserId } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Notice, NoticeAbout } from "../core/notice.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import { weekAt } from "../core/week.js";
import { cancelScheduled } from "./cancel-scheduled.js";
import { cardAnew } from "./card-anew.js";
import { cardOf, herSummaryOf, newsOf, noticeTo } from "./messages-wanted.js";
import { pauseOver } from "./pause-over.js";
import type { Change, NewId, Row, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

type Needs = { readonly store: Store; readonly newId: NewId };

/**
 * What a new executive, or another X account, means for what is under way: scheduled posts are cancelled, because
 * nobody approved them for this desk as it is now, every card still to be decided is drawn anew, and those concerned
 * are told. A new executive gets the cards in her own direct message; the former one's stay where they are, and
 * nothing on them counts.
 */
export async function changeHands(
  before: Desk,
  desk: Desk,
  at: Instant,
  { store, newId }: Needs,
): Promise<Pick<Change, "put" | "show">> {
  const newExecutive = before.executiveId !== desk.executiveId;
  const newAccount = before.account?.id !== desk.account?.id;
  const renamed = before.account?.handle !== desk.account?.handle;
  if (!newExecutive && !newAccount && !renamed) return { put: [], show: [] };
  const cancelled =
    newExecutive || newAccount
      ? await cancelScheduled({ kind: "lapsed" }, at, store)
      : { put: [], given: [] };
  const standing = [...(await store.suggestionsIn("shown")), ...cancelled.given];
  const open = newExecutive ? standing.filter(isOfTheTeam) : standing;
  const withdrawn = newExecutive
    ? standing.filter((one) => !isOfTheTeam(one)).map(putAway(at, cancelled))
    : [];
  const asked = newExecutive ? (await suggestionsAsking(store)).filter(isOfTheTeam) : [];
  const moving = newExecutive ? [...open, ...asked] : [];
  const moved = await Promise.all(moving.map(({ id }) => cardAnew(id, desk, store)));
  const ended = { all: cancelled.given.length, ofTheTeam: cancelled.given.filter(isOfTheTeam).length };
  const told = whatToTell(before, desk, ended).map(({ to, about }) => ({
    to,
    notice: {
      id: newId<NoticeId>(),
      version: 0,
      deskId: desk.id,
      at,
      about,
      endedAt: about.kind === "old_database" ? null : at,
    } satisfies Notice,
  }));
  // What was asked of the former executive, and paused by them, is over.
  const over = newExecutive
    ? [...(await pauseOver("replaced", [], at, store)), ...(await offersOver(at, store))]
    : [];
  return {
    put: [
      ...cancelled.put,
      ...withdrawn.map((row): Row => ({ table: "suggestion", row })),
      ...over.map((row): Row => ({ table: "notice", row })),
      ...moved.flat(),
      ...told.map(({ notice }): Row => ({ table: "notice", row: notice })),
    ],
    show: [
      ...told.map(({ to, notice }) => noticeTo(to, notice.id)),
      ...over.map(({ id }) => noticeTo(before.executiveId, id)),
      ...[...open, ...asked].map((suggestion) => cardOf(suggestion, desk)),
      // Where it stands, with the one who wrote it: her message keeps its place.
      ...withdrawn.map((suggestion) => cardOf(suggestion, before)),
      ...cancelled.given.flatMap((suggestion) => newsOf(suggestion, desk)),
      ...(
        await Promise.all([...cancelled.given, ...withdrawn].map((each) => remindersSaid(each, desk, store)))
      ).flat(),
      ...(newExecutive ? await unsentOffer(desk, at, store) : []),
    ],
  };
}

/** Words of the former executive's own are nothing that the new one is to decide on, or to read. */
function isOfTheTeam({ kind }: Suggestion): boolean {
  return kind === "suggested";
}

/** They go no further. What was scheduled of them was written once already in this change: the next version follows. */
function putAway(at: Instant, { given }: { readonly given: readonly Suggestion[] }) {
  return (suggestion: Suggestion): Suggestion => ({
    ...moveSuggestion(suggestion, "withdrawn"),
    version: suggestion.version + (given.includes(suggestion) ? 1 : 0),
    decidedAt: at,
    setback: null,
  });
}

/** Both executives of a change, or her whose account changed; the team reads it in the messages of what was cancelled. */
function whatToTell(
  before: Desk,
  desk: Desk,
  ended: { readonly all: number; readonly ofTheTeam: number },
): { readonly to: SlackUserId; readonly about: NoticeAbout }[] {
  if (before.executiveId !== desk.executiveId) {
    // Of the former one's own words the new one does not hear.
    const cancelled = ended.ofTheTeam;
    return [
      { to: before.executiveId, about: { kind: "former_executive", cancelled: ended.all } },
      { to: desk.executiveId, about: { kind: "new_executive", cancelled } },
      // Whoever decides now must be able to resume.
      ...(desk.frozen ? [{ to: desk.executiveId, about: { kind: desk.frozen, cancelled } } as const] : []),
    ];
  }
  if (before.account === null || desk.account === null || before.account.id === desk.account.id) return [];
  const { handle } = desk.account;
  return [{ to: desk.executiveId, about: { kind: "new_account", handle, cancelled: ended.all } }];
}

/** The new executive is offered it anew. */
async function offersOver(at: Instant, store: Store): Promise<Notice[]> {
  const open = await store.noticesOpen();
  return open.flatMap((each) => (each.about.kind === "profile_offer" ? [{ ...each, endedAt: at }] : []));
}

/** Suggestions whose card asks «Did it appear?». */
async function suggestionsAsking(store: Store): Promise<Suggestion[]> {
  const asking = await store.postsIn("asking");
  const found = await Promise.all(asking.map(({ post }) => store.suggestion(post.suggestionId)));
  return found.filter((suggestion) => suggestion !== null);
}

/** What expired and was to be offered again, where nobody has been sent it yet. */
async function unsentOffer(desk: Desk, at: Instant, store: Store): Promise<MessageWanted[]> {
  const { key } = weekAt(at, desk.homeZone, -1);
  const offer = await store.message("her_summary", key);
  return offer?.channel === null ? [herSummaryOf(key, desk)] : [];
}
