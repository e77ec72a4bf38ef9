-- A desk that stands still now has done so without a line of it: nothing expires until it goes on.
INSERT INTO stops (from_at, desk_id, to_at)
  SELECT coalesce(frozen_at, unixepoch() * 1000), id, NULL FROM desks WHERE paused OR frozen IS NOT NULL;
--> statement-breakpoint
-- What colleagues add is never rewritten; a concern she has not seen stops approvals and posts.
CREATE TRIGGER seconds_again BEFORE INSERT ON seconds
WHEN EXISTS (SELECT 1 FROM seconds WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: already there: one second per suggestion and person'); END;
--> statement-breakpoint
CREATE TRIGGER seconds_others BEFORE INSERT ON seconds
WHEN NEW.id IS NOT NEW.suggestion_id || ' ' || NEW.user_id
  OR NEW.user_id IS (SELECT suggested_by FROM suggestions WHERE id = NEW.suggestion_id)
BEGIN SELECT RAISE(ABORT, 'fence: a second is a colleague''s, never the suggester''s own'); END;
--> statement-breakpoint
CREATE TRIGGER seconds_fixed BEFORE UPDATE ON seconds
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id
  OR NEW.suggestion_id IS NOT OLD.suggestion_id OR NEW.user_id IS NOT OLD.user_id
BEGIN SELECT RAISE(ABORT, 'fence: who seconded what never changes'); END;
--> statement-breakpoint
CREATE TRIGGER seconds_delete BEFORE DELETE ON seconds
BEGIN SELECT RAISE(ABORT, 'fence: a second is taken back, never deleted'); END;

--> statement-breakpoint
CREATE TRIGGER concerns_again BEFORE INSERT ON concerns
WHEN EXISTS (SELECT 1 FROM concerns WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: already there: a concern is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER concerns_fixed BEFORE UPDATE ON concerns
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id
  OR NEW.suggestion_id IS NOT OLD.suggestion_id OR NEW.user_id IS NOT OLD.user_id
  OR NEW.reason IS NOT OLD.reason OR NEW.at IS NOT OLD.at
  OR (OLD.seen_at IS NOT NULL AND NEW.seen_at IS NOT OLD.seen_at)
  OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at)
BEGIN SELECT RAISE(ABORT, 'fence: a concern is seen once and withdrawn once, and its words never change'); END;
--> statement-breakpoint
CREATE TRIGGER concerns_delete BEFORE DELETE ON concerns
BEGIN SELECT RAISE(ABORT, 'fence: a concern is withdrawn, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER concerns_stand BEFORE UPDATE OF concern_at ON suggestions
WHEN NEW.concern_at IS NULL AND OLD.concern_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM concerns WHERE suggestion_id = OLD.id AND seen_at IS NULL AND withdrawn_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'fence: a concern stands until she has seen it or it is withdrawn'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_concern BEFORE INSERT ON approvals
WHEN (SELECT concern_at FROM suggestions WHERE id = NEW.suggestion_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'fence: nothing is approved past a concern that she has not seen'); END;
--> statement-breakpoint
CREATE TRIGGER parts_concern BEFORE UPDATE ON parts
WHEN NEW.state = 'publishing' AND OLD.state IS NOT 'publishing' AND (
  SELECT concern_at FROM suggestions
  WHERE id = (SELECT suggestion_id FROM posts WHERE id = NEW.post_id)
) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'fence: nothing is sent past a concern that she has not seen'); END;

--> statement-breakpoint
CREATE TRIGGER suggestions_merged BEFORE UPDATE ON suggestions
WHEN (NEW.state = 'merged') IS NOT (NEW.merged_into IS NOT NULL) OR NEW.merged_into IS NEW.id
BEGIN SELECT RAISE(ABORT, 'fence: what was merged names the suggestion it went into'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_insists BEFORE UPDATE ON suggestions
WHEN NEW.insists_on IS NOT OLD.insists_on
BEGIN SELECT RAISE(ABORT, 'fence: what a suggestion insists on never changes'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_insist_again BEFORE INSERT ON suggestions
WHEN NEW.insists_on IS NOT NULL AND EXISTS (
  SELECT 1 FROM suggestions
  WHERE insists_on = NEW.insists_on AND state NOT IN ('rejected', 'merged', 'withdrawn')
)
BEGIN SELECT RAISE(ABORT, 'fence: already there: one insists once'); END;

--> statement-breakpoint
CREATE TRIGGER stops_one BEFORE INSERT ON stops
WHEN EXISTS (SELECT 1 FROM stops WHERE to_at IS NULL OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: the desk stands still once at a time'); END;
--> statement-breakpoint
CREATE TRIGGER stops_fixed BEFORE UPDATE ON stops
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.desk_id IS NOT OLD.desk_id OR NEW.from_at IS NOT OLD.from_at
  OR OLD.to_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'fence: a standstill ends once'); END;
--> statement-breakpoint
CREATE TRIGGER stops_delete BEFORE DELETE ON stops
BEGIN SELECT RAISE(ABORT, 'fence: a standstill is never deleted'); END;
