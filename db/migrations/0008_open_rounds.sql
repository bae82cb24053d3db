CREATE TABLE "open_rounds" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"code" text NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"jurisdiction" text NOT NULL,
	"country" text NOT NULL,
	"province_code" text NOT NULL,
	"place_code" text NOT NULL,
	"field" text NOT NULL,
	"claim_kind" text NOT NULL,
	"debtor_kind" text NOT NULL,
	"creditor_kind" text NOT NULL,
	"purpose" text NOT NULL,
	"principal" bigint NOT NULL,
	"currency" text NOT NULL,
	"case_count" integer NOT NULL,
	"due_on" date NOT NULL,
	"limitation_last" date,
	"goal" text NOT NULL,
	"evidence_kinds" text[] NOT NULL,
	"disputed" text NOT NULL,
	"regulated_credit" boolean,
	"scope" text NOT NULL,
	"fee_models" text[] NOT NULL,
	"territories" text[] NOT NULL,
	"agency_open" boolean NOT NULL,
	"amount_band" smallint NOT NULL,
	"age_band" smallint NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"terms" text[] NOT NULL,
	CONSTRAINT "open_rounds_open" CHECK ("open_rounds"."closes_at" > "open_rounds"."opens_at")
);
--> statement-breakpoint
ALTER TABLE "case_briefs" ADD COLUMN "field" text DEFAULT 'general.other' NOT NULL;--> statement-breakpoint
CREATE INDEX "open_rounds_in_jurisdiction" ON "open_rounds" USING btree ("jurisdiction","closes_at","case_id");--> statement-breakpoint
CREATE INDEX "open_rounds_in_province" ON "open_rounds" USING btree ("province_code","closes_at","case_id");--> statement-breakpoint
CREATE INDEX "open_rounds_in_place" ON "open_rounds" USING btree ("place_code","closes_at","case_id");--> statement-breakpoint
CREATE INDEX "open_rounds_by_terms" ON "open_rounds" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "open_rounds_by_code" ON "open_rounds" USING btree ("code");