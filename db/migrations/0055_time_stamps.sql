CREATE TABLE "time_stamps" (
	"sha256" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"answer" text,
	"token" text,
	"stamped_at" timestamp with time zone,
	"stamped_by" text,
	CONSTRAINT "time_stamps_settled" CHECK (("time_stamps"."due_at" is null) = ("time_stamps"."token" is not null)),
	CONSTRAINT "time_stamps_whole" CHECK (num_nulls("time_stamps"."token", "time_stamps"."stamped_at", "time_stamps"."stamped_by") in (0, 3))
);
--> statement-breakpoint
CREATE INDEX "time_stamps_due" ON "time_stamps" USING btree ("due_at") WHERE "time_stamps"."due_at" is not null;
--> statement-breakpoint
-- What is evidence already is stamped as what is added later: a time authority says from when on it was there.
INSERT INTO time_stamps (sha256, due_at)
  SELECT e.sha256, min(e.added_at) FROM evidence_items e WHERE e.removed_at IS NULL GROUP BY e.sha256;
--> statement-breakpoint
GRANT SELECT, INSERT ON time_stamps TO rung_app;
--> statement-breakpoint
GRANT UPDATE (due_at, tries, answer, token, stamped_at, stamped_by) ON time_stamps TO rung_app;
