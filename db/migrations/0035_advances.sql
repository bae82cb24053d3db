CREATE TABLE "advances" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"act" text NOT NULL,
	"currency" text NOT NULL,
	"need" bigint NOT NULL,
	"asked" bigint NOT NULL,
	"citation" text,
	"prepaid" boolean NOT NULL,
	"evidence_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"spent" bigint,
	"spent_on" date,
	"receipt_id" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "advances_case_id_id_pk" PRIMARY KEY("case_id","id"),
	CONSTRAINT "advances_amounts" CHECK ("advances"."need" > 0 and "advances"."asked" between 0 and "advances"."need"),
	CONSTRAINT "advances_basis" CHECK ("advances"."kind" = 'fixed_fee' or "advances"."citation" is not null or "advances"."evidence_id" is not null),
	CONSTRAINT "advances_receipt" CHECK (("advances"."spent" is null) = ("advances"."receipt_id" is null) and ("advances"."spent" is null) = ("advances"."spent_on" is null) and coalesce("advances"."spent", 1) > 0
        and ("advances"."spent" is null or "advances"."withdrawn_at" is null))
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_kind";--> statement-breakpoint
ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_not_negative";--> statement-breakpoint
ALTER TABLE "ledger_transfers" DROP CONSTRAINT "ledger_transfers_one_family";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_payer";--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('debtor', 'client_money', 'platform_held', 'provider_clearing', 'dispute_held', 'refund_pending', 'cost_advance', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'advance_terms', 'advance_owed', 'advance_reported', 'advance_settled', 'advance_over', 'advance_uses', 'advance_spent', 'return_reported', 'return_confirmed', 'return_contested', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed'));--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_not_negative" CHECK ("ledger_accounts"."balance" >= 0 or "ledger_accounts"."kind" in ('debtor', 'provider_clearing', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt', 'fee_terms', 'charge_terms', 'advance_terms', 'advance_uses', 'reports', 'remit_terms', 'remit_owed'));--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_one_family" CHECK (("ledger_transfers"."from_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'advance_terms', 'advance_owed', 'advance_reported', 'advance_settled', 'advance_over', 'advance_uses', 'advance_spent', 'return_reported', 'return_confirmed', 'return_contested', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed')) = ("ledger_transfers"."to_kind" in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'advance_terms', 'advance_owed', 'advance_reported', 'advance_settled', 'advance_over', 'advance_uses', 'advance_spent', 'return_reported', 'return_confirmed', 'return_contested', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed')));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer" CHECK (("payments"."purpose" in ('collector_fee', 'advance')) = ("payments"."payer_org_id" is not null));
--> statement-breakpoint
-- What was asked for stays as it was asked for; its receipt, or its end, is written once.
CREATE FUNCTION guard_advance() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.spent IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'advance % is over', OLD.id USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER advances_guard BEFORE UPDATE ON advances FOR EACH ROW EXECUTE FUNCTION guard_advance();
--> statement-breakpoint
CREATE TRIGGER advances_kept BEFORE DELETE ON advances FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON advances TO rung_app;
--> statement-breakpoint
GRANT UPDATE (spent, spent_on, receipt_id, withdrawn_at) ON advances TO rung_app;
