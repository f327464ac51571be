ALTER TABLE `committee` ADD `library` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `point` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `paper` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `paper` ADD `municipality` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `paper` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `paper` ADD `cited` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `form` blob;--> statement-breakpoint
ALTER TABLE `source` ADD `sketch` blob;