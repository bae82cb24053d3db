CREATE TABLE "payment_accounts" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"account_id" text,
	"country" text NOT NULL,
	"charges_enabled" boolean DEFAULT false NOT NULL,
	"payouts_enabled" boolean DEFAULT false NOT NULL,
	"details_submitted" boolean DEFAULT false NOT NULL,
	"requirements" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"org_id" uuid NOT NULL,
	"account_id" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"session_id" text,
	"session_url" text,
	"intent_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "payments_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "payments_positive" CHECK ("payments"."amount" > 0),
	CONSTRAINT "payments_currency" CHECK ("payments"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "payments_payee_of_record" CHECK (("payments"."purpose" = 'platform_charge') = ("payments"."account_id" is null))
);
--> statement-breakpoint
CREATE TABLE "provider_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operation" text NOT NULL,
	"account_id" text,
	"request" jsonb NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid,
	"payment_id" uuid,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"answer_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"resolved_by" uuid
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"raw" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "payment_accounts_account_key" ON "payment_accounts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "payments_by_intent" ON "payments" USING btree ("intent_id");--> statement-breakpoint
CREATE INDEX "provider_calls_due" ON "provider_calls" USING btree ("next_try_at") WHERE "provider_calls"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "provider_calls_by_state" ON "provider_calls" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "provider_events_due" ON "provider_events" USING btree ("next_try_at") WHERE "provider_events"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "provider_events_by_state" ON "provider_events" USING btree ("state","received_at","id");--> statement-breakpoint
-- What the provider sent stays as it came, and what was asked of it as it was asked; only how it stands changes.
GRANT SELECT, INSERT ON payment_accounts, payments, provider_calls, provider_events TO rung_app;
--> statement-breakpoint
GRANT UPDATE (account_id, charges_enabled, payouts_enabled, details_submitted, requirements, synced_at) ON payment_accounts TO rung_app;
--> statement-breakpoint
GRANT UPDATE (status, session_id, session_url, intent_id, settled_at) ON payments TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state, attempts, next_try_at, last_error, answer_id, ended_at, resolved_by) ON provider_calls TO rung_app;
--> statement-breakpoint
GRANT UPDATE (state, attempts, next_try_at, last_error, ended_at) ON provider_events TO rung_app;
