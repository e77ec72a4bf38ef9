CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`revision_digest` text NOT NULL,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`account_id` text NOT NULL,
	`post_at` integer NOT NULL,
	`act` text NOT NULL,
	`team_id` text NOT NULL,
	`approved_by` text NOT NULL,
	`approved_at` integer NOT NULL,
	`card_channel` text NOT NULL,
	`card_ts` text NOT NULL,
	`delivery` text NOT NULL,
	`key_id` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_delivery` ON `approvals` (`delivery`);--> statement-breakpoint
CREATE TABLE `arrows` (
	`noun` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	PRIMARY KEY(`noun`, `from_state`, `to_state`)
);
--> statement-breakpoint
CREATE TABLE `desks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`team_id` text NOT NULL,
	`executive_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`home_zone` text NOT NULL,
	`locale` text NOT NULL,
	`account_id` text,
	`account_handle` text,
	`opened_at` integer NOT NULL,
	`paused` integer NOT NULL,
	`frozen` text
);
--> statement-breakpoint
CREATE TABLE `handled` (
	`key` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`channel` text,
	`ts` text,
	`wanted` integer NOT NULL,
	`shown` integer NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`sending_since` integer,
	`shown_digest` text,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_subject` ON `messages` (`kind`,`subject`,`desk_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_place` ON `messages` (`channel`,`ts`);--> statement-breakpoint
CREATE INDEX `messages_owed` ON `messages` (`due_at`) WHERE wanted > shown;--> statement-breakpoint
CREATE TABLE `parts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`post_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`attempted_at` integer,
	`x_post_id` text,
	`published_at` integer,
	`refusal` text,
	`detail` text,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "parts_state" CHECK(state in ('pending', 'publishing', 'published', 'refused', 'unknown', 'absent', 'taking_down', 'taken_down'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parts_position` ON `parts` (`post_id`,`position`);--> statement-breakpoint
CREATE INDEX `parts_by_published` ON `parts` (`published_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`user_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`locale` text NOT NULL,
	`zone` text NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`approval_id` text NOT NULL,
	`state` text NOT NULL,
	`post_at` integer NOT NULL,
	`due_at` integer,
	`looks` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "posts_state" CHECK(state in ('scheduled', 'running', 'asking', 'partial', 'done', 'cancelled', 'missed', 'refused', 'absent'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_approval` ON `posts` (`approval_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `posts_one_live` ON `posts` (`suggestion_id`) WHERE state in ('scheduled', 'running', 'asking', 'partial', 'done');--> statement-breakpoint
CREATE INDEX `posts_by_suggestion` ON `posts` (`suggestion_id`);--> statement-breakpoint
CREATE INDEX `posts_by_state` ON `posts` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `pseudonyms` (
	`user_id` text PRIMARY KEY NOT NULL,
	`pseudonym` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pseudonyms_pseudonym` ON `pseudonyms` (`pseudonym`);--> statement-breakpoint
CREATE TABLE `record` (
	`seq` integer PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`who` text,
	`about` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`source` text NOT NULL,
	`author` text,
	`created_at` integer NOT NULL,
	`digest` text NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`suggestion_id`,`number`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`state` text NOT NULL,
	`link` text NOT NULL,
	`clean_link` text NOT NULL,
	`article` text,
	`unreadable` text,
	`refusal` text,
	`note` text NOT NULL,
	`team_draft` text,
	`suggested_by` text NOT NULL,
	`suggested_at` integer NOT NULL,
	`revision_id` text,
	`shown_at` integer,
	`decided_at` integer,
	`decline_reason` text,
	`decline_note` text,
	`setback` text,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "suggestions_state" CHECK(state in ('reading', 'rejected', 'merged', 'waiting', 'shown', 'approved', 'declined', 'handed_over', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE INDEX `suggestions_by_state` ON `suggestions` (`state`,`suggested_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_person` ON `suggestions` (`suggested_by`,`suggested_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_time` ON `suggestions` (`suggested_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_shown` ON `suggestions` (`shown_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_decided` ON `suggestions` (`decided_at`);