-- PostgreSQL reads the text of a check anew for every statement that writes its table, and the long lists of kinds were more
-- than half of a posting. What an account is named by is asked of a domain, once, when it is opened; what a transfer may be is
-- asked of functions that are compiled once a session. The rules are the same ones.
CREATE DOMAIN ledger_kind AS text CONSTRAINT ledger_kind_known CHECK (VALUE IN (
    'debtor', 'client_money', 'platform_held', 'provider_clearing', 'dispute_held', 'refund_pending', 'cost_advance', 'court',
    'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank', 'platform_fees', 'provider_fees', 'debt',
    'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed', 'fee_reported',
    'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over', 'advance_terms',
    'advance_owed', 'advance_reported', 'advance_settled', 'advance_over', 'advance_uses', 'advance_spent', 'return_reported',
    'return_confirmed', 'return_contested', 'reports', 'payment_reported', 'payment_confirmed', 'payment_contested',
    'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed'));
--> statement-breakpoint
CREATE DOMAIN currency_code AS text CONSTRAINT currency_code_form CHECK (VALUE ~ '^[A-Z]{3}$');
--> statement-breakpoint
CREATE FUNCTION ledger_may_go_negative(kind text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN kind IN (
    'debtor', 'provider_clearing', 'court', 'connected_balance', 'creditor_bank', 'collector_bank', 'platform_bank',
    'platform_fees', 'provider_fees', 'debt', 'fee_terms', 'charge_terms', 'advance_terms', 'advance_uses', 'reports',
    'remit_terms', 'remit_owed');
END $$;
--> statement-breakpoint
-- A trigger that names a column holds its type.
DROP TRIGGER ledger_accounts_platform_held ON ledger_accounts;
--> statement-breakpoint
ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_kind, DROP CONSTRAINT ledger_accounts_currency,
  DROP CONSTRAINT ledger_accounts_not_negative, ALTER COLUMN kind TYPE ledger_kind, ALTER COLUMN currency TYPE currency_code,
  ADD CONSTRAINT ledger_accounts_not_negative CHECK (balance >= 0 OR ledger_may_go_negative(kind));
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_platform_held AFTER INSERT ON ledger_accounts FOR EACH ROW WHEN (NEW.kind = 'platform_held')
  EXECUTE FUNCTION guard_platform_holding();
--> statement-breakpoint
-- The rule of `ledger_transfers` that a transfer between these two accounts would break; null when it breaks none.
CREATE FUNCTION ledger_transfer_breaks(from_book uuid, from_kind text, to_book uuid, to_kind text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  obligations CONSTANT text[] := ARRAY[
    'debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned', 'fee_terms', 'fee_owed',
    'fee_reported', 'fee_settled', 'fee_over', 'charge_terms', 'charge_owed', 'charge_reported', 'charge_settled', 'charge_over',
    'advance_terms', 'advance_owed', 'advance_reported', 'advance_settled', 'advance_over', 'advance_uses', 'advance_spent',
    'return_reported', 'return_confirmed', 'return_contested', 'reports', 'payment_reported', 'payment_confirmed',
    'payment_contested', 'remittance_reported', 'remittance_confirmed', 'remittance_contested', 'remit_terms', 'remit_owed'];
BEGIN
  RETURN CASE
    WHEN from_book = to_book AND from_kind = to_kind THEN 'two_accounts'
    -- No transfer crosses from money to what is owed, or back.
    WHEN (from_kind = ANY (obligations)) <> (to_kind = ANY (obligations)) THEN 'one_family'
    -- The platform is paid by creditors alone: no debtor's money and no share of a collector's fee reaches its accounts.
    WHEN to_kind = 'platform_fees'
      AND from_kind NOT IN ('creditor_bank', 'provider_fees', 'provider_clearing', 'dispute_held', 'platform_bank')
      OR to_kind = 'platform_bank' AND from_kind <> 'platform_fees' THEN 'platform_paid' END;
END $$;
--> statement-breakpoint
-- What a transfer may be, beside moving more than nothing. It runs within `post_cause`, or for the owner who writes without it.
CREATE FUNCTION guard_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken text := public.ledger_transfer_breaks(NEW.from_book, NEW.from_kind, NEW.to_book, NEW.to_kind);
BEGIN
  IF NEW.effective_on > least(NEW.from_booked_on, NEW.to_booked_on)
      OR NEW.effective_on > (NEW.recorded_at AT TIME ZONE 'UTC')::date + 1 THEN
    broken := 'not_ahead';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE check_violation USING MESSAGE = 'no lawful transfer: ' || broken, TABLE = 'ledger_transfers',
      CONSTRAINT = 'ledger_transfers_' || broken;
  END IF;
  IF EXISTS (SELECT FROM public.month_closes WHERE closed_at IS NOT NULL AND ends_on >= NEW.effective_on) THEN
    RAISE EXCEPTION 'the month of % is closed', NEW.effective_on USING ERRCODE = 'RG016';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER ledger_transfers_open_month ON ledger_transfers;
--> statement-breakpoint
DROP FUNCTION guard_open_month();
--> statement-breakpoint
CREATE TRIGGER ledger_transfers_guard BEFORE INSERT ON ledger_transfers FOR EACH ROW EXECUTE FUNCTION guard_transfer();
--> statement-breakpoint
ALTER TABLE ledger_transfers DROP CONSTRAINT ledger_transfers_two_accounts, DROP CONSTRAINT ledger_transfers_one_family,
  DROP CONSTRAINT ledger_transfers_platform_paid, DROP CONSTRAINT ledger_transfers_not_ahead;
--> statement-breakpoint
-- Called by `post_cause` alone: no role of its own, no search path.
CREATE OR REPLACE FUNCTION first_open_day() RETURNS date LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7100230023);
  RETURN (SELECT ends_on + 1 FROM public.month_closes WHERE closed_at IS NOT NULL ORDER BY month DESC LIMIT 1);
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION first_open_day() FROM rung_app;
--> statement-breakpoint
-- One side of a transfer: moves an account's balance, opening the account where nothing was ever booked.
CREATE FUNCTION book_entry(book uuid, of_kind text, in_currency text, moved bigint, today date,
  OUT seq bigint, OUT held bigint, OUT booked date) LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    UPDATE ledger_accounts SET balance = balance + moved, entries = entries + 1, booked_on = greatest(booked_on, today)
      WHERE book_id = book AND kind = of_kind AND currency = in_currency
      RETURNING entries, balance, booked_on INTO seq, held, booked;
    EXIT WHEN FOUND;
    PERFORM hold_account(book, of_kind, in_currency, today);
  END LOOP;
END $$;
--> statement-breakpoint
-- Locks an account, opening it where it is not open yet: either is held until the transaction ends.
CREATE FUNCTION hold_account(book uuid, of_kind text, in_currency text, today date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    PERFORM FROM ledger_accounts WHERE book_id = book AND kind = of_kind AND currency = in_currency FOR UPDATE;
    EXIT WHEN FOUND;
    INSERT INTO ledger_accounts (book_id, kind, currency, booked_on) VALUES (book, of_kind, in_currency, today)
      ON CONFLICT DO NOTHING;
    EXIT WHEN FOUND;
  END LOOP;
END $$;
--> statement-breakpoint
-- Applies a cause: all its legs or none, once; what is effective in a closed month counts from the first open day. True when applied now, false when it had been before; a known key with
-- other legs is refused. Deadlock-free, because accounts are opened and locked in the order of their names alone: those of one leg
-- as they are booked, those of several before any is.
CREATE OR REPLACE FUNCTION post_cause(the_cause text, about uuid, happened timestamptz, effective date, recorded timestamptz,
  from_books uuid[], from_kinds text[], to_books uuid[], to_kinds text[], currencies text[], amounts bigint[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n integer := cardinality(amounts);
  counts_from date := greatest(effective, first_open_day());
  today date := greatest(counts_from, (recorded AT TIME ZONE 'UTC')::date);
  giving record;
  taking record;
BEGIN
  INSERT INTO applied_causes (cause, case_id, legs, recorded_at, recorded_by)
    VALUES (the_cause, about, n, recorded, nullif(current_setting('rung.user_id', true), '')::uuid)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM applied_causes WHERE cause = the_cause AND (case_id, legs) <> (about, n))
       OR (SELECT count(*) FROM ledger_transfers t
           JOIN unnest(from_books, from_kinds, to_books, to_kinds, currencies, amounts) WITH ORDINALITY
             AS l (from_book, from_kind, to_book, to_kind, currency, amount, leg)
           USING (from_book, from_kind, to_book, to_kind, currency, amount, leg)
           WHERE t.case_id = about AND t.cause = the_cause) <> n THEN
      RAISE EXCEPTION 'cause % was applied with other legs', the_cause USING ERRCODE = 'RG010';
    END IF;
    RETURN false;
  END IF;
  IF n > 1 THEN
    PERFORM hold_account(book, kind, currency, today)
      FROM (SELECT DISTINCT * FROM unnest(from_books || to_books, from_kinds || to_kinds, currencies || currencies)
          AS a (book, kind, currency) ORDER BY 1, 2, 3) AS named;
  END IF;
  FOR i IN 1 .. n LOOP
    IF (from_books[i], from_kinds[i]) < (to_books[i], to_kinds[i]) THEN
      giving := book_entry(from_books[i], from_kinds[i], currencies[i], -amounts[i], today);
      taking := book_entry(to_books[i], to_kinds[i], currencies[i], amounts[i], today);
    ELSE
      taking := book_entry(to_books[i], to_kinds[i], currencies[i], amounts[i], today);
      giving := book_entry(from_books[i], from_kinds[i], currencies[i], -amounts[i], today);
    END IF;
    INSERT INTO ledger_transfers (case_id, cause, leg, from_book, from_kind, to_book, to_kind, currency, amount, at,
        effective_on, recorded_at, from_seq, from_balance, from_booked_on, to_seq, to_balance, to_booked_on)
      VALUES (about, the_cause, i, from_books[i], from_kinds[i], to_books[i], to_kinds[i], currencies[i], amounts[i], happened,
        counts_from, recorded, giving.seq, giving.held, giving.booked, taking.seq, taking.held, taking.booked);
  END LOOP;
  RETURN true;
END $$;
--> statement-breakpoint
DROP FUNCTION open_ledger_accounts(uuid[], text[], text[], date);
--> statement-breakpoint
REVOKE ALL ON FUNCTION book_entry(uuid, text, text, bigint, date), hold_account(uuid, text, text, date) FROM PUBLIC;
