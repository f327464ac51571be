CREATE TABLE `conflict` (
	`dossier_id` text NOT NULL,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`field` text NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `table_name`, `record_id`, `field`)
);
--> statement-breakpoint
CREATE TABLE `dossier` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dossier_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`hash` text NOT NULL,
	`author` text NOT NULL,
	`device` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	`step` text NOT NULL,
	`mode` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossier`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_change_hash_unique` ON `dossier_change` (`hash`);--> statement-breakpoint
CREATE INDEX `dossier_change_dossier` ON `dossier_change` (`dossier_id`,`seq`);--> statement-breakpoint
CREATE INDEX `dossier_change_step` ON `dossier_change` (`step`);--> statement-breakpoint
CREATE TABLE `dossier_snapshot` (
	`dossier_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossier`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `record_change` (
	`dossier_id` text NOT NULL,
	`hash` text NOT NULL,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	PRIMARY KEY(`hash`, `table_name`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `record_change_record` ON `record_change` (`dossier_id`,`record_id`);--> statement-breakpoint
CREATE TABLE `committee` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`municipality` text NOT NULL,
	`purpose` text NOT NULL,
	`sample` integer NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `item` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `link` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`a_id` text NOT NULL,
	`b_id` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `link_a` ON `link` (`dossier_id`,`a_id`);--> statement-breakpoint
CREATE INDEX `link_b` ON `link` (`dossier_id`,`b_id`);--> statement-breakpoint
CREATE TABLE `passage` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`owner_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `passage_owner` ON `passage` (`dossier_id`,`owner_id`);--> statement-breakpoint
CREATE INDEX `passage_paper` ON `passage` (`dossier_id`,`paper_id`);--> statement-breakpoint
CREATE TABLE `point` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`parent_id` text,
	`reason` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `point_list` ON `point` (`dossier_id`,`item_id`,`kind`,`rank`);--> statement-breakpoint
CREATE TABLE `point_city` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`point_id` text NOT NULL,
	`city` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `point_city_point` ON `point_city` (`dossier_id`,`point_id`);--> statement-breakpoint
CREATE INDEX `point_city_city` ON `point_city` (`dossier_id`,`city`);--> statement-breakpoint
CREATE TABLE `paper` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`sha256` text NOT NULL,
	`title` text NOT NULL,
	`label` text NOT NULL,
	`file_name` text NOT NULL,
	`imported_at` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `source` (
	`sha256` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`encoding` text NOT NULL,
	`bytes` blob NOT NULL,
	`text` text NOT NULL,
	`characters` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer,
	`state` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `agenda_item_list` ON `agenda_item` (`dossier_id`,`meeting_id`,`rank`);--> statement-breakpoint
CREATE TABLE `agenda_link` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`item_id` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `attendance` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `attendance_meeting` ON `attendance` (`dossier_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`label` text NOT NULL,
	`date_raw` text NOT NULL,
	`date_start` text,
	`date_end` text,
	`date_precision` text NOT NULL,
	`date_flag` text,
	`topics` text NOT NULL,
	`place` text NOT NULL,
	`start_time` text NOT NULL,
	`end_time` text NOT NULL,
	`open` integer NOT NULL,
	`closed_reason` text NOT NULL,
	`observers` integer,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `member` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`affiliation` text NOT NULL,
	`field` text NOT NULL,
	`role` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `note` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text,
	`speaker_id` text,
	`speaker` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`due` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `note_list` ON `note` (`dossier_id`,`meeting_id`,`rank`);--> statement-breakpoint
CREATE TABLE `citation` (
	`dossier_id` text NOT NULL,
	`clause_id` text NOT NULL,
	`target_id` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `clause_id`, `target_id`)
);
--> statement-breakpoint
CREATE INDEX `citation_target` ON `citation` (`dossier_id`,`target_id`);--> statement-breakpoint
CREATE TABLE `clause` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`draft_id` text NOT NULL,
	`kind` text NOT NULL,
	`level` integer NOT NULL,
	`numbered` integer NOT NULL,
	`content` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `clause_list` ON `clause` (`dossier_id`,`draft_id`,`rank`);--> statement-breakpoint
CREATE TABLE `draft` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`edition` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `search_doc` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`dossier_id` text,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`offset` integer NOT NULL,
	`line` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_doc_record` ON `search_doc` (`dossier_id`,`table_name`,`record_id`) WHERE dossier_id IS NOT NULL;--> statement-breakpoint
-- Drizzle cannot express virtual tables: the index over search_doc, by the same rowid.
CREATE VIRTUAL TABLE `search_index` USING fts5(body, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
