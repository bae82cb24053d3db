CREATE TABLE "law_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pack_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"body" jsonb NOT NULL,
	"citation" text NOT NULL,
	"url" text,
	"reason" text NOT NULL,
	"effective_on" date NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"seq" integer,
	"pack_version" text,
	CONSTRAINT "law_changes_decided" CHECK (("law_changes"."status" = 'proposed') = ("law_changes"."decided_at" is null)
      and ("law_changes"."decided_by" is null) = ("law_changes"."decided_at" is null)),
	CONSTRAINT "law_changes_four_eyes" CHECK ("law_changes"."status" not in ('approved', 'refused') or "law_changes"."decided_by" <> "law_changes"."proposed_by"),
	CONSTRAINT "law_changes_withdrawn" CHECK ("law_changes"."status" <> 'withdrawn' or "law_changes"."decided_by" = "law_changes"."proposed_by"),
	CONSTRAINT "law_changes_numbered" CHECK (("law_changes"."status" = 'approved') = ("law_changes"."seq" is not null and "law_changes"."pack_version" is not null))
);
--> statement-breakpoint
CREATE INDEX "law_changes_status_proposed_at_index" ON "law_changes" USING btree ("status","proposed_at");--> statement-breakpoint
CREATE INDEX "law_changes_pack_id_subject_index" ON "law_changes" USING btree ("pack_id","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "law_changes_seq_key" ON "law_changes" USING btree ("seq");