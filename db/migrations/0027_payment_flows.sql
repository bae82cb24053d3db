CREATE TABLE "money_acts" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"act" text NOT NULL,
	"payment_id" uuid,
	"subject" text,
	"amount" bigint,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "money_acts_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "money_acts_four_eyes" CHECK ("money_acts"."decided_by" is null or "money_acts"."decided_by" <> "money_acts"."proposed_by"),
	CONSTRAINT "money_acts_decided" CHECK (("money_acts"."status" = 'proposed') = ("money_acts"."decided_at" is null)
      and ("money_acts"."decided_by" is null) = ("money_acts"."decided_at" is null)),
	CONSTRAINT "money_acts_amount" CHECK ("money_acts"."amount" is null or "money_acts"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "money_exceptions" (
	"case_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"payment_id" uuid,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "money_exceptions_case_id_key_pk" PRIMARY KEY("case_id","key")
);
--> statement-breakpoint
CREATE TABLE "provider_movements" (
	"case_id" uuid NOT NULL,
	"id" text NOT NULL,
	"payment_id" uuid,
	"account_id" text,
	"type" text NOT NULL,
	"currency" text NOT NULL,
	"gross" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"paid_amount" bigint,
	"paid_currency" text,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provider_movements_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "provider_movements_paid" CHECK (("provider_movements"."paid_amount" is null) = ("provider_movements"."paid_currency" is null))
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text,
	"org_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"sums" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"asked_by" uuid
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_kind";--> statement-breakpoint
ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_not_negative";--> statement-breakpoint
ALTER TABLE "ledger_transfers" DROP CONSTRAINT "ledger_transfers_one_family";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "payer_org_id" uuid;--> statement-breakpoint
CREATE INDEX "money_acts_by_status" ON "money_acts" USING btree ("status","proposed_at","id");--> statement-breakpoint
CREATE INDEX "money_exceptions_open" ON "money_exceptions" USING btree ("opened_at","key") WHERE "money_exceptions"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "provider_movements_by_account" ON "provider_movements" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "reconciliations_by_account" ON "reconciliations" USING btree ("account_id","at");--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('debtor', 'client_money', 'platform_held', 'provider_clearing', 'dispute_held', 'refund_pending', 'cost_advance', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed'));--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_not_negative" CHECK ("ledger_accounts"."balance" >= 0 or "ledger_accounts"."kind" in ('debtor', 'provider_clearing', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'fee_terms', 'charge_terms', 'reports', 'remit_terms', 'remit_owed'));--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_platform_paid" CHECK (("ledger_transfers"."to_kind" <> 'platform_fees' or "ledger_transfers"."from_kind" in ('creditor_bank', 'provider_fees', 'provider_clearing', 'dispute_held', 'platform_bank'))
        and ("ledger_transfers"."to_kind" <> 'platform_bank' or "ledger_transfers"."from_kind" = 'platform_fees'));--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_one_family" CHECK (("ledger_transfers"."from_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed')) = ("ledger_transfers"."to_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed')));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer" CHECK (("payments"."purpose" = 'collector_fee') = ("payments"."payer_org_id" is not null));