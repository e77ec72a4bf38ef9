import type { MessageId, NoticeId, SlackTs, SlackUserId } from "../core/ids.js";
import { cancelScheduled } from "./cancel-scheduled.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { cardOf, newsOf, newsOfLine, noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, NewId, Now, Place, ReadWitness, Row, Store, Witnessed } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

type Needs = {
  readonly store: Store;
  readonly readWitness: ReadWitness;
  /** Who decides from this start on; the desk still knows who decided until now. */
  readonly executiveId: SlackUserId;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

/**
 * Her direct message is a witness outside the database: where it shows more than the database knows, an older copy
 * was restored, and what that copy holds as scheduled may have gone out long since. Then nothing is posted until she
 * resumes: what was scheduled and what stands before her comes back with a warning (trust.md T27). Run at each start,
 * before anything is published. Throws when Slack does not say what it shows.
 */
export async function checkWitness(needs: Needs): Promise<void> {
  const { executiveId } = await needDesk(needs.store);
  const executives = [...new Set([needs.executiveId, executiveId])];
  const seen = await needs.readWitness(executives, await placesAtStake(needs.store));
  const settled = await commitDecision(needs.store, () => decide(seen, needs));
  if (settled.kind === "settled" && settled.answer > 0) needs.log("frozen", { ahead: settled.answer });
}

/** The cards of what may still be posted: each is looked at, however old. */
async function placesAtStake(store: Store): Promise<Place[]> {
  const posts = [...(await store.postsIn("scheduled")), ...(await store.postsIn("running"))];
  const cards = await Promise.all(posts.map(({ post }) => store.message("card", post.suggestionId)));
  return cards.flatMap((card) => (card?.channel && card.ts ? [{ channel: card.channel, ts: card.ts }] : []));
}

/** Answers how many messages are ahead of the database. */
async function decide(seen: readonly Witnessed[], { store, now, newId }: Needs): Promise<Decision<number>> {
  const at = now();
  const desk = await needDesk(store);
  const ours = seen.filter(({ deskId }) => deskId === desk.id);
  const ahead: Row[] = [];
  let unknown = 0;
  for (const witnessed of latestOfEach(ours)) {
    const row = await store.messageById(witnessed.messageId);
    if (!row && isAfter(witnessed.ts, desk.witnessedTs)) unknown += 1;
    if (!row || row.wanted >= witnessed.version) continue;
    const { channel, ts, version } = witnessed;
    ahead.push({ table: "message", row: { ...row, channel, ts, wanted: version, shown: version } });
  }
  if (ahead.length + unknown === 0) return { answer: 0, change: null };
  const scheduled = await cancelScheduled({ kind: "restored" }, at, store);
  const warned = (await store.suggestionsIn("shown")).map((suggestion) => ({
    ...suggestion,
    setback: { kind: "restored" } as const,
  }));
  // What an older copy asks about, she must be able to answer, whatever her card says since.
  const posts = await store.postsIn("asking");
  const asked = await Promise.all(posts.map(({ post }) => store.suggestion(post.suggestionId)));
  const about = { kind: "old_database", cancelled: scheduled.given.length } as const;
  const notice = { id: newId<NoticeId>(), version: 0, deskId: desk.id, at, about, endedAt: null };
  const witnessedTs = newest([...ours.map(({ ts }) => ts), ...(desk.witnessedTs ? [desk.witnessedTs] : [])]);
  return {
    answer: ahead.length + unknown,
    change: {
      at,
      expect: [],
      put: [
        { table: "desk", row: { ...desk, frozen: "old_database", frozenAt: at, witnessedTs } },
        ...ahead,
        ...scheduled.put,
        ...warned.map((row): Row => ({ table: "suggestion", row })),
        { table: "notice", row: notice },
      ],
      show: [
        noticeTo(desk.executiveId, notice.id),
        ...[...scheduled.given, ...warned, ...asked.filter((one) => one !== null)].map((suggestion) =>
          cardOf(suggestion, desk),
        ),
        ...scheduled.given.flatMap((suggestion) => newsOf(suggestion, desk)),
        ...(await Promise.all(scheduled.given.map((each) => remindersSaid(each, desk, store)))).flat(),
        ...(await newsOfLine(null, store)),
      ],
      record: [
        {
          kind: "frozen",
          at,
          who: null,
          about: { why: "old_database", ahead: ahead.length, unknown, cancelled: scheduled.given.length },
        },
      ],
    },
  };
}

/** The newest drawing of each message: one may stand there twice, and one whose place was asked for is read twice. */
function latestOfEach(seen: readonly Witnessed[]): Iterable<Witnessed> {
  const latest = new Map<MessageId, Witnessed>();
  for (const witnessed of seen) {
    const other = latest.get(witnessed.messageId);
    if (!other || other.version < witnessed.version) latest.set(witnessed.messageId, witnessed);
  }
  return latest.values();
}

/** Slack's timestamps are seconds and six digits: as text they stand in order while the seconds have ten digits. */
function isAfter(ts: SlackTs, before: SlackTs | null): boolean {
  return before === null || ts > before;
}

function newest(all: readonly SlackTs[]): SlackTs | null {
  return all.reduce<SlackTs | null>((latest, ts) => (isAfter(ts, latest) ? ts : latest), null);
}
