CREATE TABLE "round_declines" (
	"case_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declined_by" uuid NOT NULL,
	"declined_at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "round_declines_case_id_tender_id_org_id_pk" PRIMARY KEY("case_id","tender_id","org_id")
);
--> statement-breakpoint
CREATE TABLE "round_questions" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"asker_org_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "round_questions_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "standing_prices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"places" text[] NOT NULL,
	"claim_kinds" text[] NOT NULL,
	"debtor_kinds" text[] NOT NULL,
	"currency" text NOT NULL,
	"least" bigint NOT NULL,
	"most" bigint NOT NULL,
	"terms" jsonb NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"weekly_cap" integer,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "standing_prices_band" CHECK ("standing_prices"."least" > 0 and "standing_prices"."least" <= "standing_prices"."most"),
	CONSTRAINT "standing_prices_cap" CHECK ("standing_prices"."weekly_cap" is null or "standing_prices"."weekly_cap" > 0)
);
--> statement-breakpoint
CREATE TABLE "standing_takes" (
	"price_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "standing_takes_price_id_case_id_pk" PRIMARY KEY("price_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_briefs" ADD COLUMN "titled_on" date;--> statement-breakpoint
ALTER TABLE "case_briefs" ADD COLUMN "enforceable_until" date;--> statement-breakpoint
ALTER TABLE "open_rounds" ADD COLUMN "titled_on" date;--> statement-breakpoint
ALTER TABLE "open_rounds" ADD COLUMN "enforceable_until" date;--> statement-breakpoint
ALTER TABLE "bids" ADD COLUMN "standing_price_id" uuid;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "extended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenders" ADD COLUMN "lane" text DEFAULT 'sealed' NOT NULL;--> statement-breakpoint
CREATE INDEX "round_declines_declined_at_index" ON "round_declines" USING btree ("declined_at");--> statement-breakpoint
CREATE INDEX "round_questions_case_id_tender_id_asked_at_index" ON "round_questions" USING btree ("case_id","tender_id","asked_at");--> statement-breakpoint
CREATE INDEX "standing_prices_org_id_published_at_index" ON "standing_prices" USING btree ("org_id","published_at");--> statement-breakpoint
CREATE INDEX "standing_prices_places_index" ON "standing_prices" USING gin ("places");--> statement-breakpoint
CREATE INDEX "standing_takes_price_id_taken_at_index" ON "standing_takes" USING btree ("price_id","taken_at");