import type { Desk, XAccount } from "../core/desk.js";
import type { DeskId, SlackChannelId, SlackTeamId, SlackUserId } from "../core/ids.js";
import { noSettings } from "../core/settings.js";
import { changeHands } from "./change-hands.js";
import { commitDecision } from "./commit-decision.js";
import type { NewId, Now, Store } from "./ports.js";

/** What the environment and Slack say the desk is at this start. */
export type DeskFacts = {
  readonly teamId: SlackTeamId;
  readonly executiveId: SlackUserId;
  readonly channelId: SlackChannelId;
  /** From the environment; null: her Slack profile's at the first start, kept from then on. */
  readonly homeZone: string | null;
  readonly profileZone: string;
  readonly locale: string;
  /** Null: X could not say at this start; the account known before stays. */
  readonly account: XAccount | null;
};

/** What an executive begins with. */
const unsaid = { paused: false, pausedUntil: null, settings: noSettings, profile: null } as const;
/** What a desk begins with. */
const unfrozen = { frozen: null, frozenAt: null, witnessedTs: null } as const;

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/** Opens the desk: made at the first start, brought up to date at each. */
export async function openDesk(facts: DeskFacts, { store, now, newId }: Needs): Promise<void> {
  await commitDecision(store, async () => {
    const at = now();
    const before = await store.desk();
    const { homeZone, profileZone, account, ...rest } = facts;
    const desk: Desk = {
      ...(before ?? {
        id: newId<DeskId>(),
        version: 0,
        openedAt: at,
        subjects: [],
        ...unsaid,
        ...unfrozen,
      }),
      ...rest,
      // What the former executive chose and said of herself is nobody else's.
      ...(before && before.executiveId !== facts.executiveId ? unsaid : {}),
      homeZone: homeZone ?? before?.homeZone ?? profileZone,
      account: account ?? before?.account ?? null,
    };
    if (before && JSON.stringify(before) === JSON.stringify({ ...desk }))
      return { answer: null, change: null };
    const handed = before ? await changeHands(before, desk, at, { store, newId }) : { put: [], show: [] };
    return {
      answer: null,
      change: {
        at,
        expect: [],
        put: [{ table: "desk", row: desk }, ...handed.put],
        show: handed.show,
        record: [
          {
            kind: "desk_changed",
            at,
            who: desk.executiveId,
            about: { desk: desk.id, team: desk.teamId, account: desk.account?.id ?? null },
          },
        ],
      },
    };
  });
}
