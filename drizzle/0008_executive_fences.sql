-- Words of her own take the same way as a suggestion, from «stands before her» on, and only hers do.
DROP TRIGGER suggestions_born;
--> statement-breakpoint
CREATE TRIGGER suggestions_born BEFORE INSERT ON suggestions
WHEN NEW.state NOT IN ('reading', 'rejected', 'merged', 'waiting')
  AND NOT (NEW.kind = 'own' AND NEW.state = 'shown')
BEGIN SELECT RAISE(ABORT, 'fence: a suggestion begins before she has seen it'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_own BEFORE INSERT ON suggestions
WHEN NEW.kind NOT IN ('suggested', 'own') OR (NEW.kind = 'own' AND (
  NEW.link IS NOT '' OR NEW.suggested_by IS NOT (SELECT executive_id FROM desks WHERE id = NEW.desk_id)
))
BEGIN SELECT RAISE(ABORT, 'fence: words of her own are the executive''s, and about no link'); END;
--> statement-breakpoint
DROP TRIGGER suggestions_fixed;
--> statement-breakpoint
CREATE TRIGGER suggestions_fixed BEFORE UPDATE ON suggestions
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.link IS NOT OLD.link
  OR NEW.suggested_by IS NOT OLD.suggested_by OR NEW.suggested_at IS NOT OLD.suggested_at OR NEW.kind IS NOT OLD.kind
BEGIN SELECT RAISE(ABORT, 'fence: the link of a suggestion and who suggested it never change'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_snoozed BEFORE UPDATE ON suggestions
WHEN NEW.snoozed_until IS NOT NULL AND NEW.state IS NOT 'waiting'
BEGIN SELECT RAISE(ABORT, 'fence: only what waits is put off'); END;

--> statement-breakpoint
-- Pause stops everything at once, whatever was read before it.
CREATE TRIGGER approvals_stopped BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM desks WHERE id = NEW.desk_id AND (paused OR frozen IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'fence: nothing is approved while the desk stands still'); END;
--> statement-breakpoint
CREATE TRIGGER parts_stopped BEFORE UPDATE ON parts
WHEN NEW.state = 'publishing' AND OLD.state IS NOT 'publishing' AND EXISTS (
  SELECT 1 FROM desks JOIN posts ON posts.desk_id = desks.id
  WHERE posts.id = NEW.post_id AND (desks.paused OR desks.frozen IS NOT NULL)
)
BEGIN SELECT RAISE(ABORT, 'fence: nothing is sent while the desk stands still'); END;

--> statement-breakpoint
CREATE TRIGGER reminders_again BEFORE INSERT ON reminders
WHEN EXISTS (
  SELECT 1 FROM reminders
  WHERE id = NEW.id OR rowid = NEW.rowid OR (kind = NEW.kind AND subject = NEW.subject)
)
BEGIN SELECT RAISE(ABORT, 'fence: already there: nobody is reminded twice'); END;
--> statement-breakpoint
CREATE TRIGGER reminders_fixed BEFORE UPDATE ON reminders
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.kind IS NOT OLD.kind
  OR NEW.subject IS NOT OLD.subject OR (OLD.done_at IS NOT NULL AND NEW.done_at IS NOT OLD.done_at)
BEGIN SELECT RAISE(ABORT, 'fence: a reminder is done once'); END;
--> statement-breakpoint
CREATE TRIGGER reminders_delete BEFORE DELETE ON reminders
BEGIN SELECT RAISE(ABORT, 'fence: a reminder is done, never deleted'); END;
