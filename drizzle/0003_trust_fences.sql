-- The record's end is kept by the database itself: a line appended by any program moves it, nothing moves it back.
INSERT INTO record_head (id, seq, hash) SELECT 1, seq, hash FROM record ORDER BY seq DESC LIMIT 1;
--> statement-breakpoint
CREATE TRIGGER record_kept AFTER INSERT ON record
BEGIN
  INSERT INTO record_head (id, seq, hash)
    SELECT 1, NEW.seq, NEW.hash WHERE NOT EXISTS (SELECT 1 FROM record_head);
  UPDATE record_head SET seq = NEW.seq, hash = NEW.hash WHERE seq < NEW.seq;
END;
--> statement-breakpoint
CREATE TRIGGER record_head_insert BEFORE INSERT ON record_head
WHEN NEW.id IS NOT 1 OR EXISTS (SELECT 1 FROM record_head)
BEGIN SELECT RAISE(ABORT, 'fence: the record has one end'); END;
--> statement-breakpoint
CREATE TRIGGER record_head_update BEFORE UPDATE ON record_head
WHEN NEW.id IS NOT OLD.id OR NEW.seq <= OLD.seq
  OR NOT EXISTS (SELECT 1 FROM record WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'fence: the end of the record moves forward only, to a line that stands'); END;
--> statement-breakpoint
CREATE TRIGGER record_head_delete BEFORE DELETE ON record_head
BEGIN SELECT RAISE(ABORT, 'fence: the end of the record is never forgotten'); END;

--> statement-breakpoint
CREATE TRIGGER weekly_heads_again BEFORE INSERT ON weekly_heads
WHEN EXISTS (SELECT 1 FROM weekly_heads WHERE week = NEW.week OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: already there: the head of a week is told once'); END;
--> statement-breakpoint
CREATE TRIGGER weekly_heads_true BEFORE INSERT ON weekly_heads
WHEN NOT EXISTS (SELECT 1 FROM record WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'fence: the head of a week is a line of the record'); END;
--> statement-breakpoint
CREATE TRIGGER weekly_heads_update BEFORE UPDATE ON weekly_heads
BEGIN SELECT RAISE(ABORT, 'fence: the head of a week never changes'); END;
--> statement-breakpoint
CREATE TRIGGER weekly_heads_delete BEFORE DELETE ON weekly_heads
BEGIN SELECT RAISE(ABORT, 'fence: the head of a week is never deleted'); END;

--> statement-breakpoint
CREATE TRIGGER parts_taking_down BEFORE UPDATE ON parts
WHEN NEW.state = 'taking_down' AND OLD.state IS NOT 'taking_down'
  AND (NEW.x_post_id IS NULL OR NEW.taking_down_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'fence: a part is taken down by the id X gave it, from the moment she pressed'); END;
