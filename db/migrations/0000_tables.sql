CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_user_id" uuid,
	"actor_org_id" uuid,
	"operation" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_offsets" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	CONSTRAINT "clock_offsets_single" CHECK ("clock_offsets"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"user_id" uuid NOT NULL,
	"document" text NOT NULL,
	"version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_user_id_document_version_pk" PRIMARY KEY("user_id","document","version")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"file_name" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "licences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"holder_name" text NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"territory" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"status" text NOT NULL,
	"proof_document_id" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"register" text,
	"register_checked_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "licences_verified_has_register" CHECK ("licences"."status" <> 'verified' or ("licences"."register" is not null and "licences"."register_checked_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"href" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"place_code" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"org_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"email_verified_at" timestamp with time zone,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_briefs" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"place_code" text NOT NULL,
	"debtor_kind" text NOT NULL,
	"creditor_kind" text NOT NULL,
	"purpose" text NOT NULL,
	"claim_kind" text NOT NULL,
	"principal" bigint NOT NULL,
	"currency" text NOT NULL,
	"due_on" date NOT NULL,
	"limitation_last" date,
	"goal" text NOT NULL,
	"evidence_kinds" text[] NOT NULL,
	"disputed" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_briefs_principal" CHECK ("case_briefs"."principal" > 0)
);
--> statement-breakpoint
CREATE TABLE "case_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_drafts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"collector_org_id" uuid,
	"status" text NOT NULL,
	"stage" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"place_code" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" text NOT NULL,
	"answers" jsonb NOT NULL,
	"posted_by" uuid NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "debtors" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"address" text,
	"place_code" text NOT NULL,
	"zones" text[] NOT NULL,
	"duplicate_key" text NOT NULL,
	"name_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_items" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "evidence_items_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"fired_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "timers_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"collector_org_id" uuid NOT NULL,
	"awarded_by" uuid NOT NULL,
	"awarded_at" timestamp with time zone NOT NULL,
	"sign_by" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "awards_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "bids" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"bid_by" uuid NOT NULL,
	"sealed_for_round" text NOT NULL,
	"sealed_for_bidder" text NOT NULL,
	"terms" jsonb,
	"placed_at" timestamp with time zone NOT NULL,
	"revised_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	CONSTRAINT "bids_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "bids_one_per_org" UNIQUE("case_id","tender_id","org_id")
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"award_id" uuid NOT NULL,
	"contents" text NOT NULL,
	"document_id" uuid NOT NULL,
	"document_hash" text NOT NULL,
	"creditor_signed_by" uuid,
	"creditor_signed_name" text,
	"creditor_signed_at" timestamp with time zone,
	"collector_signed_by" uuid,
	"collector_signed_name" text,
	"collector_signed_at" timestamp with time zone,
	"engaged_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "engagements_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "engagements_award_key" UNIQUE("case_id","award_id")
);
--> statement-breakpoint
CREATE TABLE "tenders" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round" integer NOT NULL,
	"status" text NOT NULL,
	"scope" text NOT NULL,
	"fee_models" text[] NOT NULL,
	"territories" text[] NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"wrapped_key" text NOT NULL,
	CONSTRAINT "tenders_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "tenders_round_key" UNIQUE("case_id","round")
);
--> statement-breakpoint
CREATE TABLE "event_notes" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"salt" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "event_notes_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "law_stage_moves" (
	"pack_id" text NOT NULL,
	"pack_version" text NOT NULL,
	"type" text NOT NULL,
	"stage_before" text NOT NULL,
	"stage_after" text NOT NULL,
	CONSTRAINT "law_stage_moves_pack_id_pack_version_type_stage_before_stage_after_pk" PRIMARY KEY("pack_id","pack_version","type","stage_before","stage_after")
);
--> statement-breakpoint
CREATE TABLE "timeline_events" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"stage_before" text NOT NULL,
	"stage_after" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"actor_user_id" uuid,
	"actor_org_id" uuid,
	"actor_role" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" text NOT NULL,
	"body" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "timeline_events_case_id_seq_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "timeline_events_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "timeline_events_no_fork" UNIQUE("case_id","prev_hash")
);
--> statement-breakpoint
CREATE TABLE "timeline_heads" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"mac" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_entries_subject_kind_subject_id_index" ON "audit_entries" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at_index" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "documents_org_id_index" ON "documents" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "email_tokens_user_id_purpose_index" ON "email_tokens" USING btree ("user_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_key" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_org_id_index" ON "invitations" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "licences_org_id_index" ON "licences" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "licences_status_submitted_at_index" ON "licences" USING btree ("status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "licences_number_key" ON "licences" USING btree ("org_id","kind","territory","number");--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "memberships_user_id_index" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notifications_user_id_created_at_index" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "case_briefs_jurisdiction_place_code_index" ON "case_briefs" USING btree ("jurisdiction","place_code");--> statement-breakpoint
CREATE INDEX "case_drafts_creditor_org_id_updated_at_index" ON "case_drafts" USING btree ("creditor_org_id","updated_at");--> statement-breakpoint
CREATE INDEX "cases_creditor_org_id_updated_at_index" ON "cases" USING btree ("creditor_org_id","updated_at");--> statement-breakpoint
CREATE INDEX "cases_collector_org_id_updated_at_index" ON "cases" USING btree ("collector_org_id","updated_at");--> statement-breakpoint
CREATE INDEX "cases_status_updated_at_index" ON "cases" USING btree ("status","updated_at");--> statement-breakpoint
CREATE INDEX "debtors_duplicate_key_index" ON "debtors" USING btree ("duplicate_key");--> statement-breakpoint
CREATE INDEX "debtors_name_key_index" ON "debtors" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "timers_due_at_index" ON "timers" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "awards_one_in_force" ON "awards" USING btree ("case_id") WHERE "awards"."status" <> 'lapsed';--> statement-breakpoint
CREATE INDEX "awards_collector_org_id_index" ON "awards" USING btree ("collector_org_id");--> statement-breakpoint
CREATE INDEX "bids_org_id_placed_at_index" ON "bids" USING btree ("org_id","placed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tenders_one_open" ON "tenders" USING btree ("case_id") WHERE "tenders"."status" = 'open';--> statement-breakpoint
CREATE INDEX "tenders_status_closes_at_index" ON "tenders" USING btree ("status","closes_at");--> statement-breakpoint
CREATE INDEX "timeline_events_case_id_type_index" ON "timeline_events" USING btree ("case_id","type");