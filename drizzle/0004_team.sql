CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concerns_by_suggestion` ON `concerns` (`suggestion_id`,`at`);--> statement-breakpoint
CREATE TABLE `seconds` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`user_id` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seconds_by_suggestion` ON `seconds` (`suggestion_id`,`at`);--> statement-breakpoint
CREATE TABLE `stops` (
	`from_at` integer NOT NULL,
	`desk_id` text NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stops_by_end` ON `stops` (`to_at`);--> statement-breakpoint
CREATE INDEX `stops_open` ON `stops` (`from_at`) WHERE to_at is null;--> statement-breakpoint
ALTER TABLE `desks` ADD `subjects` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `other_clean_link` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `reproach` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `urgency` text DEFAULT 'any_time' NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `concern_at` integer;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `kept_revision_id` text;--> statement-breakpoint
ALTER TABLE `suggestions` ADD `merged_into` text REFERENCES suggestions(id);--> statement-breakpoint
ALTER TABLE `suggestions` ADD `insists_on` text REFERENCES suggestions(id);--> statement-breakpoint
ALTER TABLE `suggestions` ADD `offered_week` text;--> statement-breakpoint
CREATE INDEX `suggestions_line` ON `suggestions` (`state`,urgency desc,seconds desc,`suggested_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_link` ON `suggestions` (`clean_link`,`suggested_at`);--> statement-breakpoint
CREATE INDEX `suggestions_by_other_link` ON `suggestions` (`other_clean_link`,`suggested_at`) WHERE other_clean_link is not null;--> statement-breakpoint
CREATE INDEX `suggestions_offered` ON `suggestions` (`offered_week`) WHERE offered_week is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_insist_once` ON `suggestions` (`insists_on`) WHERE insists_on is not null and state not in ('rejected', 'merged', 'withdrawn');