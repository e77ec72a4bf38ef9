-- The last fence: whatever the code above does, these rules hold, for every program that writes here.
-- A row is never replaced: INSERT OR REPLACE deletes without firing delete triggers, so each fenced table
-- refuses a second row under any of its keys («already there», which the writer reads as «somebody was faster»).
-- The arrows are those of src/core/transitions.ts; a test compares the two.
INSERT INTO arrows (noun, from_state, to_state) VALUES
  ('suggestion', 'reading', 'waiting'), ('suggestion', 'reading', 'rejected'),
  ('suggestion', 'reading', 'merged'),
  ('suggestion', 'waiting', 'shown'), ('suggestion', 'waiting', 'withdrawn'),
  ('suggestion', 'waiting', 'expired'),
  ('suggestion', 'shown', 'waiting'), ('suggestion', 'shown', 'approved'), ('suggestion', 'shown', 'declined'),
  ('suggestion', 'shown', 'handed_over'), ('suggestion', 'shown', 'withdrawn'),
  ('suggestion', 'shown', 'expired'),
  ('suggestion', 'approved', 'shown'),
  ('suggestion', 'declined', 'shown'),
  ('suggestion', 'expired', 'waiting'),
  ('post', 'scheduled', 'running'), ('post', 'scheduled', 'cancelled'), ('post', 'scheduled', 'missed'),
  ('post', 'running', 'done'), ('post', 'running', 'refused'), ('post', 'running', 'asking'),
  ('post', 'running', 'scheduled'),
  ('post', 'asking', 'done'), ('post', 'asking', 'absent'), ('post', 'asking', 'partial'),
  ('post', 'partial', 'running'),
  ('part', 'pending', 'publishing'),
  ('part', 'publishing', 'published'), ('part', 'publishing', 'refused'), ('part', 'publishing', 'unknown'),
  ('part', 'publishing', 'pending'),
  ('part', 'published', 'taking_down'),
  ('part', 'unknown', 'published'), ('part', 'unknown', 'absent'),
  ('part', 'taking_down', 'taken_down'), ('part', 'taking_down', 'published');
--> statement-breakpoint
CREATE TRIGGER arrows_insert BEFORE INSERT ON arrows
BEGIN SELECT RAISE(ABORT, 'fence: the table of states is changed by a migration only'); END;
--> statement-breakpoint
CREATE TRIGGER arrows_update BEFORE UPDATE ON arrows
BEGIN SELECT RAISE(ABORT, 'fence: the table of states is changed by a migration only'); END;
--> statement-breakpoint
CREATE TRIGGER arrows_delete BEFORE DELETE ON arrows
BEGIN SELECT RAISE(ABORT, 'fence: the table of states is changed by a migration only'); END;

--> statement-breakpoint
CREATE TRIGGER suggestions_again BEFORE INSERT ON suggestions
WHEN EXISTS (SELECT 1 FROM suggestions WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: already there: a suggestion is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_born BEFORE INSERT ON suggestions
WHEN NEW.state NOT IN ('reading', 'rejected', 'merged', 'waiting')
BEGIN SELECT RAISE(ABORT, 'fence: a suggestion begins before she has seen it'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_delete BEFORE DELETE ON suggestions
BEGIN SELECT RAISE(ABORT, 'fence: a suggestion is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_fixed BEFORE UPDATE ON suggestions
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.link IS NOT OLD.link
  OR NEW.suggested_by IS NOT OLD.suggested_by OR NEW.suggested_at IS NOT OLD.suggested_at
BEGIN SELECT RAISE(ABORT, 'fence: the link of a suggestion and who suggested it never change'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_arrow BEFORE UPDATE ON suggestions
WHEN NEW.state IS NOT OLD.state AND NOT EXISTS (
  SELECT 1 FROM arrows WHERE noun = 'suggestion' AND from_state = OLD.state AND to_state = NEW.state
)
BEGIN SELECT RAISE(ABORT, 'fence: a suggestion does not go from that state to this one'); END;
--> statement-breakpoint
CREATE TRIGGER suggestions_back BEFORE UPDATE ON suggestions
WHEN OLD.state = 'approved' AND NEW.state IS NOT 'approved' AND EXISTS (
  SELECT 1 FROM posts WHERE suggestion_id = OLD.id
    AND state IN ('scheduled', 'running', 'asking', 'partial', 'done')
)
BEGIN SELECT RAISE(ABORT, 'fence: a suggestion with a live post stays approved'); END;

--> statement-breakpoint
CREATE TRIGGER revisions_again BEFORE INSERT ON revisions
WHEN EXISTS (
  SELECT 1 FROM revisions
  WHERE id = NEW.id OR rowid = NEW.rowid OR (suggestion_id = NEW.suggestion_id AND number = NEW.number)
)
BEGIN SELECT RAISE(ABORT, 'fence: already there: a revision is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_update BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'fence: a revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_delete BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'fence: a revision is never deleted'); END;

--> statement-breakpoint
CREATE TRIGGER approvals_again BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals WHERE id = NEW.id OR rowid = NEW.rowid OR delivery = NEW.delivery)
BEGIN SELECT RAISE(ABORT, 'fence: already there: an approval is never replaced, and one press makes one'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_update BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'fence: an approval never changes'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_delete BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'fence: an approval is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_hers BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM desks
  WHERE id = NEW.desk_id AND team_id = NEW.team_id AND executive_id = NEW.approved_by
)
BEGIN SELECT RAISE(ABORT, 'fence: only the executive of the desk approves'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_account BEFORE INSERT ON approvals
WHEN NEW.account_id IS NOT (SELECT account_id FROM desks WHERE id = NEW.desk_id)
BEGIN SELECT RAISE(ABORT, 'fence: an approval is for the X account of the desk'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_newest BEFORE INSERT ON approvals
WHEN NEW.revision_id IS NOT (
    SELECT id FROM revisions WHERE suggestion_id = NEW.suggestion_id ORDER BY number DESC LIMIT 1
  )
  OR NEW.revision_id IS NOT (
    SELECT revision_id FROM suggestions WHERE id = NEW.suggestion_id AND desk_id = NEW.desk_id
  )
BEGIN SELECT RAISE(ABORT, 'fence: only the newest revision of its suggestion is approved'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_exact BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM revisions
  WHERE id = NEW.revision_id AND digest = NEW.revision_digest AND text = NEW.text AND media = NEW.media
)
BEGIN SELECT RAISE(ABORT, 'fence: an approval carries exactly the words, pictures and digest of its revision'); END;
--> statement-breakpoint
-- Approved without a live post is a moment inside one commit only: the one that approves, or approves anew.
CREATE TRIGGER approvals_shown BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM suggestions WHERE id = NEW.suggestion_id AND (
    state = 'shown' OR (state = 'approved' AND NOT EXISTS (
      SELECT 1 FROM posts WHERE suggestion_id = NEW.suggestion_id
        AND state IN ('scheduled', 'running', 'asking', 'partial', 'done')
    ))
  )
)
BEGIN SELECT RAISE(ABORT, 'fence: only a suggestion that stands before her is approved'); END;
--> statement-breakpoint
CREATE TRIGGER approvals_card BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM messages
  WHERE desk_id = NEW.desk_id AND kind = 'card' AND subject = NEW.suggestion_id
    AND channel = NEW.card_channel AND ts = NEW.card_ts
)
BEGIN SELECT RAISE(ABORT, 'fence: the card pressed on is the card that was recorded'); END;

--> statement-breakpoint
CREATE TRIGGER posts_again BEFORE INSERT ON posts
WHEN EXISTS (
  SELECT 1 FROM posts
  WHERE id = NEW.id OR rowid = NEW.rowid OR approval_id = NEW.approval_id OR (
    suggestion_id = NEW.suggestion_id AND state IN ('scheduled', 'running', 'asking', 'partial', 'done')
  )
)
BEGIN SELECT RAISE(ABORT, 'fence: already there: one post per approval, one live post per suggestion'); END;
--> statement-breakpoint
CREATE TRIGGER posts_approved BEFORE INSERT ON posts
WHEN NOT EXISTS (
  SELECT 1 FROM approvals
  WHERE id = NEW.approval_id AND desk_id = NEW.desk_id
    AND suggestion_id = NEW.suggestion_id AND post_at = NEW.post_at
)
BEGIN SELECT RAISE(ABORT, 'fence: a post exists only through an approval, at the time approved'); END;
--> statement-breakpoint
CREATE TRIGGER posts_suggestion BEFORE INSERT ON posts
WHEN NOT EXISTS (
  SELECT 1 FROM approvals JOIN suggestions ON suggestions.id = approvals.suggestion_id
  WHERE approvals.id = NEW.approval_id
    AND suggestions.state = 'approved' AND suggestions.revision_id = approvals.revision_id
)
BEGIN SELECT RAISE(ABORT, 'fence: a post is made for a suggestion as it stands approved'); END;
--> statement-breakpoint
CREATE TRIGGER posts_born BEFORE INSERT ON posts
WHEN NEW.state IS NOT 'scheduled'
BEGIN SELECT RAISE(ABORT, 'fence: a post begins as scheduled'); END;
--> statement-breakpoint
CREATE TRIGGER posts_fixed BEFORE UPDATE ON posts
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.desk_id IS NOT OLD.desk_id OR NEW.approval_id IS NOT OLD.approval_id
  OR NEW.suggestion_id IS NOT OLD.suggestion_id OR NEW.post_at IS NOT OLD.post_at
BEGIN SELECT RAISE(ABORT, 'fence: the approval, suggestion and time of a post never change'); END;
--> statement-breakpoint
CREATE TRIGGER posts_delete BEFORE DELETE ON posts
BEGIN SELECT RAISE(ABORT, 'fence: a post is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER posts_arrow BEFORE UPDATE ON posts
WHEN NEW.state IS NOT OLD.state AND NOT EXISTS (
  SELECT 1 FROM arrows WHERE noun = 'post' AND from_state = OLD.state AND to_state = NEW.state
)
BEGIN SELECT RAISE(ABORT, 'fence: a post does not go from that state to this one'); END;

--> statement-breakpoint
CREATE TRIGGER parts_again BEFORE INSERT ON parts
WHEN EXISTS (
  SELECT 1 FROM parts
  WHERE id = NEW.id OR rowid = NEW.rowid OR (post_id = NEW.post_id AND position = NEW.position)
)
BEGIN SELECT RAISE(ABORT, 'fence: already there: a part is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER parts_exact BEFORE INSERT ON parts
WHEN NEW.position IS NOT 0 OR NEW.text IS NOT (
  SELECT approvals.text FROM posts JOIN approvals ON approvals.id = posts.approval_id
  WHERE posts.id = NEW.post_id
)
BEGIN SELECT RAISE(ABORT, 'fence: a part is exactly the words of its approval'); END;
--> statement-breakpoint
CREATE TRIGGER parts_born BEFORE INSERT ON parts
WHEN NEW.state IS NOT 'pending' OR NEW.x_post_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'fence: a part begins as pending'); END;
--> statement-breakpoint
CREATE TRIGGER parts_fixed BEFORE UPDATE ON parts
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.post_id IS NOT OLD.post_id
  OR NEW.position IS NOT OLD.position OR NEW.text IS NOT OLD.text
BEGIN SELECT RAISE(ABORT, 'fence: the words of a part never change'); END;
--> statement-breakpoint
CREATE TRIGGER parts_delete BEFORE DELETE ON parts
BEGIN SELECT RAISE(ABORT, 'fence: a part is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER parts_arrow BEFORE UPDATE ON parts
WHEN NEW.state IS NOT OLD.state AND NOT EXISTS (
  SELECT 1 FROM arrows WHERE noun = 'part' AND from_state = OLD.state AND to_state = NEW.state
)
BEGIN SELECT RAISE(ABORT, 'fence: a part does not go from that state to this one'); END;
--> statement-breakpoint
CREATE TRIGGER parts_publishing BEFORE UPDATE ON parts
WHEN NEW.state = 'publishing' AND OLD.state IS NOT 'publishing' AND NOT EXISTS (
  SELECT 1 FROM posts WHERE id = NEW.post_id AND state = 'running'
)
BEGIN SELECT RAISE(ABORT, 'fence: a part is published only while its post is running'); END;
--> statement-breakpoint
CREATE TRIGGER parts_x_post BEFORE UPDATE ON parts
WHEN OLD.x_post_id IS NOT NULL AND NEW.x_post_id IS NOT OLD.x_post_id
BEGIN SELECT RAISE(ABORT, 'fence: the id X gave to a part never changes'); END;

--> statement-breakpoint
CREATE TRIGGER handled_again BEFORE INSERT ON handled
WHEN EXISTS (SELECT 1 FROM handled WHERE key = NEW.key OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fence: already there: a delivery is taken once'); END;
--> statement-breakpoint
CREATE TRIGGER handled_update BEFORE UPDATE ON handled
BEGIN SELECT RAISE(ABORT, 'fence: a delivery that was taken stays taken'); END;
--> statement-breakpoint
CREATE TRIGGER handled_delete BEFORE DELETE ON handled
BEGIN SELECT RAISE(ABORT, 'fence: a delivery that was taken stays taken'); END;

--> statement-breakpoint
CREATE TRIGGER record_end BEFORE INSERT ON record
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM record)
  OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM record ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'fence: the record grows at its end only'); END;
--> statement-breakpoint
CREATE TRIGGER record_update BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'fence: a line of the record never changes'); END;
--> statement-breakpoint
CREATE TRIGGER record_delete BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'fence: a line of the record is never deleted'); END;
