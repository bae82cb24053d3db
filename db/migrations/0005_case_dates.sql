CREATE TABLE "calendar_feeds" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "timers_due_at_index";--> statement-breakpoint
ALTER TABLE "timers" ADD COLUMN "on_day" date;--> statement-breakpoint
ALTER TABLE "timers" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "timers" ADD COLUMN "set_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "timers" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token_key" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "timers_pending" ON "timers" USING btree ("due_at") WHERE "timers"."fired_at" is null and "timers"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "timers_days" ON "timers" USING btree ("on_day") WHERE "timers"."kind" = 'case_date' and "timers"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_moment_key" UNIQUE("case_id","kind","subject_id","due_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feeds TO rung_app;
