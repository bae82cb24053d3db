CREATE TABLE "org_particulars" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"country" text NOT NULL,
	"tax_status" text NOT NULL,
	"tax_number" text,
	"own_rate_bps" integer,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "paper_counters" (
	"issuer_id" uuid NOT NULL,
	"series" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	"last_on" date,
	CONSTRAINT "paper_counters_issuer_id_series_year_pk" PRIMARY KEY("issuer_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"issuer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"series" text NOT NULL,
	"year" smallint NOT NULL,
	"nth" integer NOT NULL,
	"number" text NOT NULL,
	"recipient_id" uuid,
	"case_id" uuid,
	"subject" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"cancels" uuid,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" uuid,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "papers_issuer_id_id_pk" PRIMARY KEY("issuer_id","id"),
	CONSTRAINT "papers_kind" CHECK ("papers"."kind" in ('invoice', 'credit_note', 'receipt', 'receipt_cancelled', 'balance_letter', 'creditor_statement', 'remittance_advice')),
	CONSTRAINT "papers_undoing" CHECK (("papers"."kind" in ('credit_note', 'receipt_cancelled')) = ("papers"."cancels" is not null)),
	CONSTRAINT "papers_currency" CHECK ("papers"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "papers_year" CHECK ("papers"."year" = extract(year from "papers"."issued_on"))
);
--> statement-breakpoint
CREATE TABLE "particulars_asked" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "papers_number_key" ON "papers" USING btree ("issuer_id","series","year","nth");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_cancelled_once" ON "papers" USING btree ("issuer_id","cancels");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_statement_once" ON "papers" USING btree ("issuer_id","kind","recipient_id","subject") WHERE "papers"."series" in ('STM', 'ADV');--> statement-breakpoint
CREATE INDEX "papers_by_id" ON "papers" USING btree ("id");--> statement-breakpoint
CREATE INDEX "papers_by_issuer" ON "papers" USING btree ("issuer_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "papers_by_recipient" ON "papers" USING btree ("recipient_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "papers_by_case" ON "papers" USING btree ("case_id","subject");