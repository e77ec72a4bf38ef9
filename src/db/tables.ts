import { approvalTable } from "./approval-table.js";
import { concernTable } from "./concern-table.js";
import { deskTable } from "./desk-table.js";
import { handledTable } from "./handled-table.js";
import { messageTable } from "./message-table.js";
import { noticeTable } from "./notice-table.js";
import type { OpenDatabase } from "./open-database.js";
import { partTable } from "./part-table.js";
import { personTable } from "./person-table.js";
import { postTable } from "./post-table.js";
import { postsDone } from "./posts-done.js";
import { recordTable } from "./record-table.js";
import { reminderTable } from "./reminder-table.js";
import { revisionTable } from "./revision-table.js";
import { secondTable } from "./second-table.js";
import { stopTable } from "./stop-table.js";
import { suggestionTable } from "./suggestion-table.js";
import { unfinishedTable } from "./unfinished-table.js";
import { weeklyHeadTable } from "./weekly-head-table.js";

/** Every table with its statements prepared. */
export function tablesOf(database: OpenDatabase) {
  return {
    desks: deskTable(database),
    people: personTable(database),
    suggestions: suggestionTable(database),
    revisions: revisionTable(database),
    approvals: approvalTable(database),
    posts: postTable(database),
    parts: partTable(database),
    messages: messageTable(database),
    handled: handledTable(database),
    record: recordTable(database),
    notices: noticeTable(database),
    seconds: secondTable(database),
    concerns: concernTable(database),
    stops: stopTable(database),
    reminders: reminderTable(database),
    unfinished: unfinishedTable(database),
    weeklyHeads: weeklyHeadTable(database),
    postsDone: postsDone(database),
  };
}

export type Tables = ReturnType<typeof tablesOf>;
