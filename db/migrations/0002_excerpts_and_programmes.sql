CREATE TABLE `excerpt` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`speaker` text NOT NULL,
	`section` text NOT NULL,
	`parent_id` text,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `excerpt_parent` ON `excerpt` (`dossier_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `action` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `action_cell` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`year` text NOT NULL,
	`text` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `action_cell_list` ON `action_cell` (`dossier_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `action_plan` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`action_id` text NOT NULL,
	`kind` text NOT NULL,
	`revision` text NOT NULL,
	`reason` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `action_plan_list` ON `action_plan` (`dossier_id`,`action_id`);--> statement-breakpoint
CREATE TABLE `action_progress` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`action_id` text NOT NULL,
	`year` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`text` text NOT NULL,
	`note` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `action_progress_list` ON `action_progress` (`dossier_id`,`action_id`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`marker` text NOT NULL,
	`base_label` text NOT NULL,
	`base_value` text NOT NULL,
	`base_unit` text NOT NULL,
	`target_label` text NOT NULL,
	`target_value` text NOT NULL,
	`target_unit` text NOT NULL,
	`note` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `indicator_value` (
	`dossier_id` text NOT NULL,
	`id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`label` text NOT NULL,
	`value` text NOT NULL,
	`rank` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `indicator_value_list` ON `indicator_value` (`dossier_id`,`indicator_id`);