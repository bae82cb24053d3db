CREATE TABLE "practice_profiles" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"places" text[] NOT NULL,
	"fields" text[] NOT NULL,
	"claim_kinds" text[] NOT NULL,
	"debtor_kinds" text[] NOT NULL,
	"fee_models" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"amounts" jsonb NOT NULL,
	"least_days" integer,
	"most_days" integer,
	"takes_disputed" boolean NOT NULL,
	"takes_lots" boolean NOT NULL,
	"remote" boolean NOT NULL,
	"paused" boolean NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_profiles_days" CHECK ("practice_profiles"."least_days" <= "practice_profiles"."most_days")
);
--> statement-breakpoint
CREATE TABLE "round_count_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "round_count_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"places" text[] NOT NULL,
	"models" text[] NOT NULL,
	"field" text NOT NULL,
	"claim_kind" text NOT NULL,
	"slot" smallint NOT NULL,
	"change" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_counts" (
	"place" text NOT NULL,
	"model" text NOT NULL,
	"field" text NOT NULL,
	"claim_kind" text NOT NULL,
	"rounds" integer NOT NULL,
	"agency_rounds" integer NOT NULL,
	"slots" smallint[] NOT NULL,
	"figures" integer[] NOT NULL,
	CONSTRAINT "round_counts_place_model_field_claim_kind_pk" PRIMARY KEY("place","model","field","claim_kind")
);
--> statement-breakpoint
CREATE TABLE "round_invitations" (
	"case_id" uuid NOT NULL,
	"tender_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"ring" smallint NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_invitations_case_id_tender_id_org_id_pk" PRIMARY KEY("case_id","tender_id","org_id")
);
--> statement-breakpoint
CREATE TABLE "round_news" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"tender_id" uuid NOT NULL,
	"ring" smallint NOT NULL,
	"told" integer NOT NULL,
	"widen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"alert" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_until" timestamp with time zone NOT NULL,
	"look_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "practice_profiles_at" ON "practice_profiles" USING gin ("places") WHERE not "practice_profiles"."paused";--> statement-breakpoint
CREATE INDEX "practice_profiles_remote" ON "practice_profiles" USING btree ("org_id") WHERE "practice_profiles"."remote" and not "practice_profiles"."paused";--> statement-breakpoint
CREATE INDEX "round_invitations_org_id_told_at_index" ON "round_invitations" USING btree ("org_id","told_at");--> statement-breakpoint
CREATE INDEX "round_news_due" ON "round_news" USING btree ("widen_at") WHERE "round_news"."widen_at" is not null;--> statement-breakpoint
CREATE INDEX "saved_searches_user_id_created_at_index" ON "saved_searches" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_searches_due" ON "saved_searches" USING btree ("look_at") WHERE "saved_searches"."look_at" is not null;--> statement-breakpoint
CREATE INDEX "open_rounds_opened" ON "open_rounds" USING btree ("opens_at");