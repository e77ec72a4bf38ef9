import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk } from "../../../src/core/desk.js";
import type { SlackUserId } from "../../../src/core/ids.js";
import type { AuditEntry } from "../../../src/core/record.js";
import { type OpenDatabase, openDatabase } from "../../../src/db/open-database.js";
import { openStore } from "../../../src/db/open-store.js";
import { canonicalJson, lineHash } from "../../../src/db/record-line.js";
import { handled, pseudonyms, record, recordHeads } from "../../../src/db/record-schema.js";
import { recordHead } from "../../../src/db/record-table.js";
import { approvals, messages, parts, people, posts, revisions, suggestions } from "../../../src/db/schema.js";
import { recipientColumns } from "../../../src/db/stored-message.js";
import { needDesk } from "../../../src/flows/need-desk.js";
import { openDesk } from "../../../src/flows/open-desk.js";
import { newId } from "../../../src/new-id.js";
import { account, aDesk } from "../../db/builders.js";
import { rowWriter } from "./append-rows.js";
import { cheapIds } from "./cheap-ids.js";
import { type PastSuggestion, pastSuggestion } from "./past-suggestion.js";
import { whenSuggested } from "./when-suggested.js";
import { withoutRules } from "./without-rules.js";

/** Who suggested. */
export const team = ["U0NADIA", "U0TOM", "U0LENA", "U0OMAR", "U0INES", "U0PAUL"] as SlackUserId[];

/**
 * A new database with so many suggestions, each decided on, and all that was stored and recorded of them. The desk
 * is opened by the product; the rest is written with triggers and indexes taken off and put back.
 */
export async function fillHistory(path: string, count: number, now: number): Promise<void> {
  const database = openDatabase(path);
  const when = whenSuggested(count, now);
  const store = openStore(database, { newId });
  const { teamId, executiveId, channelId, homeZone, locale } = aDesk();
  const facts = { teamId, executiveId, channelId, homeZone, profileZone: homeZone, locale, account };
  await openDesk(facts, { store, newId, now: () => when(0) - 1 });
  const desk = { ...(await needDesk(store)), account };
  const ids = cheapIds();
  const past = rowsOfPast(database, desk);
  await withoutRules(database, async () => {
    for (const each of team) past.person(each, now);
    for (let number = 0; number < count; number++) {
      // Minutes of work: whoever wants to end the run is heard.
      if (number % 1_000 === 0) await nextTurn();
      const by = team[number % team.length] ?? desk.executiveId;
      past.append(pastSuggestion({ number, at: when(number), desk, by, newId: ids }));
    }
    past.end();
  });
  database.close();
}

function rowsOfPast(database: OpenDatabase, desk: Desk) {
  const write = {
    suggestion: rowWriter(database, suggestions),
    revision: rowWriter(database, revisions),
    approval: rowWriter(database, approvals),
    post: rowWriter(database, posts),
    part: rowWriter(database, parts),
    message: rowWriter(database, messages),
    handled: rowWriter(database, handled),
    record: rowWriter(database, record),
    person: rowWriter(database, people),
    pseudonym: rowWriter(database, pseudonyms),
  };
  const names = new Map(
    database.drizzle
      .select()
      .from(pseudonyms)
      .all()
      .map(({ userId, pseudonym }) => [userId, pseudonym]),
  );
  let head = recordHead(database) ?? { seq: 0, hash: "" };

  function recordLine({ at, kind, who, about }: AuditEntry): void {
    const line = {
      seq: head.seq + 1,
      deskId: desk.id,
      at,
      kind,
      who: who && (names.get(who) ?? null),
      about: canonicalJson(about),
      prevHash: head.hash,
    };
    const hash = lineHash(line);
    write.record({ ...line, hash });
    head = { seq: line.seq, hash };
  }

  return {
    person(userId: SlackUserId, seenAt: number): void {
      write.person({ userId, version: 1, locale: "en-GB", zone: "Europe/Paris", seenAt });
      const pseudonym = `name-of-${userId}`;
      write.pseudonym({ userId, pseudonym });
      names.set(userId, pseudonym);
    },
    append({ suggestion, revision, posted, messages, record, deliveries }: PastSuggestion): void {
      write.suggestion({ ...suggestion, article: JSON.stringify(suggestion.article), setback: null });
      write.revision({ ...revision, media: "[]" });
      if (posted) {
        write.approval({ ...posted.approval, media: "[]" });
        write.post(posted.post);
        write.part(posted.part);
      }
      for (const { to, ...message } of messages) write.message({ ...message, ...recipientColumns(to) });
      for (const key of deliveries)
        write.handled({ key, deskId: desk.id, at: suggestion.decidedAt ?? suggestion.suggestedAt });
      for (const entry of record) recordLine(entry);
    },
    /** Remembers where the record ends, as its trigger would have done. */
    end: () => void database.drizzle.update(recordHeads).set(head).run(),
  };
}
