CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`due_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`due_at`) WHERE done_at is null;--> statement-breakpoint
CREATE TABLE `unfinished_texts` (
	`subject` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `desks` ADD `paused_until` integer;--> statement-breakpoint
ALTER TABLE `desks` ADD `settings` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `desks` ADD `profile` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `kind` text DEFAULT 'suggested' NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `handed_note` text;--> statement-breakpoint
CREATE INDEX `suggestions_snoozed` ON `suggestions` (`snoozed_until`) WHERE snoozed_until is not null;