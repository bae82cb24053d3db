CREATE TABLE "applied_causes" (
	"cause" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"legs" smallint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"book_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"entries" bigint DEFAULT 0 NOT NULL,
	"booked_on" date NOT NULL,
	CONSTRAINT "ledger_accounts_book_id_kind_currency_pk" PRIMARY KEY("book_id","kind","currency"),
	CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('debtor', 'client_money', 'platform_held', 'provider_clearing', 'dispute_held', 'refund_pending', 'cost_advance', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'reports', 'payment_reported', 'payment_confirmed')),
	CONSTRAINT "ledger_accounts_currency" CHECK ("ledger_accounts"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "ledger_accounts_not_negative" CHECK ("ledger_accounts"."balance" >= 0 or "ledger_accounts"."kind" in ('debtor', 'provider_clearing', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'fee_terms', 'charge_terms', 'reports'))
);
--> statement-breakpoint
CREATE TABLE "ledger_transfers" (
	"case_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"leg" smallint NOT NULL,
	"from_book" uuid NOT NULL,
	"from_kind" text NOT NULL,
	"to_book" uuid NOT NULL,
	"to_kind" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"from_seq" bigint NOT NULL,
	"from_balance" bigint NOT NULL,
	"from_booked_on" date NOT NULL,
	"to_seq" bigint NOT NULL,
	"to_balance" bigint NOT NULL,
	"to_booked_on" date NOT NULL,
	CONSTRAINT "ledger_transfers_case_id_cause_leg_pk" PRIMARY KEY("case_id","cause","leg"),
	CONSTRAINT "ledger_transfers_moves_money" CHECK ("ledger_transfers"."amount" > 0),
	CONSTRAINT "ledger_transfers_two_accounts" CHECK (("ledger_transfers"."from_book", "ledger_transfers"."from_kind") <> ("ledger_transfers"."to_book", "ledger_transfers"."to_kind")),
	CONSTRAINT "ledger_transfers_one_family" CHECK (("ledger_transfers"."from_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'reports', 'payment_reported', 'payment_confirmed')) = ("ledger_transfers"."to_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'reports', 'payment_reported', 'payment_confirmed'))),
	CONSTRAINT "ledger_transfers_not_ahead" CHECK ("ledger_transfers"."effective_on" <= least("ledger_transfers"."from_booked_on", "ledger_transfers"."to_booked_on")
        and "ledger_transfers"."effective_on" <= ("ledger_transfers"."recorded_at" at time zone 'UTC')::date + 1)
);
--> statement-breakpoint
CREATE INDEX "ledger_transfers_from" ON "ledger_transfers" USING btree ("from_book","from_kind","currency","from_booked_on","from_seq");--> statement-breakpoint
CREATE INDEX "ledger_transfers_to" ON "ledger_transfers" USING btree ("to_book","to_kind","currency","to_booked_on","to_seq");--> statement-breakpoint
CREATE INDEX "ledger_transfers_from_late" ON "ledger_transfers" USING btree ("from_book","from_kind","currency","effective_on") WHERE "ledger_transfers"."effective_on" < "ledger_transfers"."from_booked_on";--> statement-breakpoint
CREATE INDEX "ledger_transfers_to_late" ON "ledger_transfers" USING btree ("to_book","to_kind","currency","effective_on") WHERE "ledger_transfers"."effective_on" < "ledger_transfers"."to_booked_on";