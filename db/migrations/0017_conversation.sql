CREATE TABLE "case_message_files" (
	"case_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"evidence_id" uuid,
	CONSTRAINT "case_message_files_case_id_message_id_document_id_pk" PRIMARY KEY("case_id","message_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "case_message_mentions" (
	"case_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "case_message_mentions_case_id_message_id_user_id_pk" PRIMARY KEY("case_id","message_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "case_message_reads" (
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_message_reads_case_id_user_id_pk" PRIMARY KEY("case_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "case_messages" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"engagement_id" uuid NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"collector_org_id" uuid NOT NULL,
	"author_user_id" uuid NOT NULL,
	"author_org_id" uuid NOT NULL,
	"body" text NOT NULL,
	"reply_to_id" uuid,
	"about_seq" integer,
	"due_at" timestamp with time zone,
	"remind_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"overdue_told_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"form_hash" text NOT NULL,
	"reported_at" timestamp with time zone,
	"reported_by" uuid,
	"redacted_at" timestamp with time zone,
	"redacted_by" uuid,
	"redaction_reason" text,
	CONSTRAINT "case_messages_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "case_messages_place" UNIQUE("case_id","seq"),
	CONSTRAINT "case_messages_sent_once" UNIQUE("case_id","author_user_id","form_hash"),
	CONSTRAINT "case_messages_two_parties" CHECK ("case_messages"."author_org_id" in ("case_messages"."creditor_org_id", "case_messages"."collector_org_id")),
	CONSTRAINT "case_messages_done_whole" CHECK (("case_messages"."done_at" is null) = ("case_messages"."done_by" is null)),
	CONSTRAINT "case_messages_reported_whole" CHECK (("case_messages"."reported_at" is null) = ("case_messages"."reported_by" is null)),
	CONSTRAINT "case_messages_redacted_whole" CHECK (num_nonnulls("case_messages"."redacted_at", "case_messages"."redacted_by", "case_messages"."redaction_reason") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"user_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_user_id_on_day_pk" PRIMARY KEY("user_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "notice_hours" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"digest_hour" smallint,
	"quiet_from" smallint,
	"quiet_to" smallint,
	CONSTRAINT "notice_hours_digest" CHECK ("notice_hours"."digest_hour" between 0 and 23),
	CONSTRAINT "notice_hours_quiet" CHECK ("notice_hours"."quiet_from" between 0 and 1439 and "notice_hours"."quiet_to" between 0 and 1439),
	CONSTRAINT "notice_hours_quiet_whole" CHECK (("notice_hours"."quiet_from" is null) = ("notice_hours"."quiet_to" is null))
);
--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean NOT NULL,
	"mail" text NOT NULL,
	CONSTRAINT "notice_settings_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "in_app" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "digest_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "case_message_files_document_id_index" ON "case_message_files" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "case_messages_tasks_of_creditor" ON "case_messages" USING btree ("creditor_org_id","due_at","id") WHERE "case_messages"."due_at" is not null and "case_messages"."done_at" is null;--> statement-breakpoint
CREATE INDEX "case_messages_tasks_of_collector" ON "case_messages" USING btree ("collector_org_id","due_at","id") WHERE "case_messages"."due_at" is not null and "case_messages"."done_at" is null;--> statement-breakpoint
CREATE INDEX "case_messages_to_remind" ON "case_messages" USING btree ("remind_at") WHERE "case_messages"."remind_at" is not null and "case_messages"."done_at" is null and "case_messages"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "case_messages_to_chase" ON "case_messages" USING btree ("due_at") WHERE "case_messages"."due_at" is not null and "case_messages"."done_at" is null and "case_messages"."overdue_told_at" is null;--> statement-breakpoint
CREATE INDEX "notice_hours_time_zone_index" ON "notice_hours" USING btree ("time_zone");--> statement-breakpoint
CREATE INDEX "mails_held" ON "mails" USING btree ("held_until") WHERE "mails"."held_until" is not null;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE "notifications"."read_at" is null and "notifications"."in_app";--> statement-breakpoint
CREATE INDEX "notifications_to_digest" ON "notifications" USING btree ("user_id","created_at") WHERE "notifications"."digest_due";