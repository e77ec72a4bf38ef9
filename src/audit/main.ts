import type { OpenDatabase } from "../db/open-database.js";
import { openForReading } from "../db/open-for-reading.js";
import { readOurPosts } from "../db/read-our-posts.js";
import { exitCodes } from "../exit-codes.js";
import { listTimeline } from "../x/list-timeline.js";
import { auditHouse } from "./audit-house.js";
import { compareTimeline } from "./compare-timeline.js";
import { readArguments, usage } from "./read-arguments.js";
import { type AuditSettings, readSettings } from "./read-settings.js";
import { sayFinding } from "./say-finding.js";
import { sayTimeline } from "./say-timeline.js";

/** More than this many sentences help nobody; the last line counts them all. */
const mostSaid = 200;
const withFindings = 1;

/** The process of `npm run audit`: looks, says, changes nothing. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.kind === "help") return say(usage);
  if (asked.kind === "wrong") return giveUp([asked.sentence], exitCodes.config);
  const read = readSettings(process.env, asked.timeline);
  if (read.kind === "complaints") return giveUp(read.complaints, exitCodes.config);
  const { settings } = read;
  const opened = openForReading(settings.databasePath);
  if (opened.kind === "refused") return giveUp([opened.sentence], exitCodes.config);
  const { checked, findings } = auditHouse(opened.database, { ring: settings.ring, heads: asked.heads });
  say(checked);
  const listed = await timelineOf(opened.database, settings);
  say(findings.slice(0, mostSaid).map(sayFinding));
  if (findings.length > mostSaid) say([`… and ${findings.length - mostSaid} more.`]);
  say([findings.length === 0 ? "Whole." : `${findings.length} finding${findings.length === 1 ? "" : "s"}.`]);
  if (findings.length > 0) process.exitCode = withFindings;
  else if (!listed) process.exitCode = exitCodes.temporary;
}

/** False: X was asked and did not answer. What is compared with it is read afterwards, so that no post of ours between the two is taken for a stranger's. */
async function timelineOf(audited: OpenDatabase, { databasePath, x }: AuditSettings): Promise<boolean> {
  const desk = x && readOurPosts(audited);
  audited.close();
  if (!x) return true;
  if (!desk) {
    say(["Timeline: the desk knows no X account yet, so there is none to read."]);
    return true;
  }
  const readAt = Date.now();
  const listed = await listTimeline({ ...x, deadlineMs: 15_000 }, desk.account, desk.openedAt);
  if (listed.kind === "failed") {
    say([`Timeline: it could not be read (${listed.detail}).`]);
    return false;
  }
  const again = openForReading(databasePath);
  if (again.kind === "refused") {
    say([again.sentence]);
    return false;
  }
  const ours = readOurPosts(again.database) ?? desk;
  again.database.close();
  const compared = compareTimeline({ ...listed, readAt }, ours);
  say(
    sayTimeline(compared, {
      seen: listed.posts.length,
      whole: listed.whole,
      since: desk.openedAt,
      withoutId: ours.withoutId,
    }),
  );
  return true;
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

function giveUp(lines: readonly string[], code: number): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = code;
}

await main();
