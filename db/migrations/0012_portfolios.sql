CREATE TABLE "import_mappings" (
	"org_id" uuid NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_org_id_signature_pk" PRIMARY KEY("org_id","signature")
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"portfolio_id" uuid NOT NULL,
	"code" text NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"collector_org_id" uuid,
	"status" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"currency" text NOT NULL,
	"debtor_kind" text NOT NULL,
	"claim_kind" text NOT NULL,
	"regions" text[] NOT NULL,
	"with_barred" boolean NOT NULL,
	"spread" jsonb NOT NULL,
	"posted" integer NOT NULL,
	"refused" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "portfolio_claims" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"portfolio_id" uuid NOT NULL,
	"group_no" integer NOT NULL,
	"row_no" integer NOT NULL,
	"place_code" text NOT NULL,
	"principal" bigint NOT NULL,
	"due_on" date NOT NULL,
	"limitation_last" date,
	"name_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"became" text,
	"refusal" text,
	CONSTRAINT "portfolio_claims_principal" CHECK ("portfolio_claims"."principal" > 0)
);
--> statement-breakpoint
CREATE TABLE "portfolio_groups" (
	"portfolio_id" uuid NOT NULL,
	"group_no" integer NOT NULL,
	"region" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"currency" text NOT NULL,
	"debtor_kind" text NOT NULL,
	"claim_kind" text NOT NULL,
	"standing" text NOT NULL,
	"claims" integer NOT NULL,
	"principal" bigint NOT NULL,
	"lot_id" uuid,
	CONSTRAINT "portfolio_groups_portfolio_id_group_no_pk" PRIMARY KEY("portfolio_id","group_no")
);
--> statement-breakpoint
CREATE TABLE "portfolio_rejects" (
	"portfolio_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"no" integer NOT NULL,
	"column" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"sealed_value" text NOT NULL,
	CONSTRAINT "portfolio_rejects_portfolio_id_row_no_no_pk" PRIMARY KEY("portfolio_id","row_no","no")
);
--> statement-breakpoint
CREATE TABLE "portfolios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"creditor_org_id" uuid NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"import_key" text NOT NULL,
	"setting" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"rows_done" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"review_note" text,
	CONSTRAINT "portfolios_code_unique" UNIQUE("code"),
	CONSTRAINT "portfolios_importKey_unique" UNIQUE("import_key")
);
--> statement-breakpoint
CREATE INDEX "lots_portfolio_id_index" ON "lots" USING btree ("portfolio_id");--> statement-breakpoint
CREATE INDEX "lots_creditor_org_id_updated_at_index" ON "lots" USING btree ("creditor_org_id","updated_at");--> statement-breakpoint
CREATE INDEX "lots_collector_org_id_index" ON "lots" USING btree ("collector_org_id");--> statement-breakpoint
CREATE INDEX "portfolio_claims_portfolio_id_group_no_case_id_index" ON "portfolio_claims" USING btree ("portfolio_id","group_no","case_id");--> statement-breakpoint
CREATE INDEX "portfolio_groups_lot_id_index" ON "portfolio_groups" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "portfolios_creditor_org_id_created_at_index" ON "portfolios" USING btree ("creditor_org_id","created_at");--> statement-breakpoint
CREATE INDEX "portfolios_status_updated_at_index" ON "portfolios" USING btree ("status","updated_at");