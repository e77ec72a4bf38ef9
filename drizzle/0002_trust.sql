CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`desk_id` text NOT NULL,
	`at` integer NOT NULL,
	`about` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `record_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `weekly_heads` (
	`week` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `desks` ADD `frozen_at` integer;--> statement-breakpoint
ALTER TABLE `desks` ADD `witnessed_ts` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `returned_digest` text;--> statement-breakpoint
ALTER TABLE `parts` ADD `other_text` text;--> statement-breakpoint
ALTER TABLE `parts` ADD `taking_down_at` integer;--> statement-breakpoint
ALTER TABLE `parts` ADD `taken_down_at` integer;--> statement-breakpoint
CREATE INDEX `parts_by_text` ON `parts` (`text`);