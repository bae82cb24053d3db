-- The one door to the books. `rung_app` reads the tables and may call `post_cause`, and writes none of them itself.
-- Applies a cause: all its legs or none, once. True when applied now, false when it had been before; a known key with
-- other legs is refused. Deadlock-free by two rules: accounts are opened before any is locked, and locks are taken in
-- the order of the accounts' names.
CREATE FUNCTION post_cause(the_cause text, about uuid, happened timestamptz, effective date, recorded timestamptz,
  from_books uuid[], from_kinds text[], to_books uuid[], to_kinds text[], currencies text[], amounts bigint[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n integer := cardinality(amounts);
  today date := greatest(effective, (recorded AT TIME ZONE 'UTC')::date);
  from_seq bigint; from_balance bigint; from_day date; to_seq bigint; to_balance bigint; to_day date;
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
  PERFORM open_ledger_accounts(from_books || to_books, from_kinds || to_kinds, currencies || currencies, today);
  IF n > 1 THEN
    PERFORM FROM ledger_accounts a
      WHERE (a.book_id, a.kind, a.currency) IN (SELECT * FROM unnest(from_books || to_books, from_kinds || to_kinds, currencies || currencies))
      ORDER BY a.book_id, a.kind, a.currency FOR UPDATE;
  END IF;
  FOR i IN 1 .. n LOOP
    IF (from_books[i], from_kinds[i]) < (to_books[i], to_kinds[i]) THEN
      UPDATE ledger_accounts SET balance = balance - amounts[i], entries = entries + 1, booked_on = greatest(booked_on, today)
        WHERE book_id = from_books[i] AND kind = from_kinds[i] AND currency = currencies[i]
        RETURNING entries, balance, booked_on INTO from_seq, from_balance, from_day;
    END IF;
    UPDATE ledger_accounts SET balance = balance + amounts[i], entries = entries + 1, booked_on = greatest(booked_on, today)
      WHERE book_id = to_books[i] AND kind = to_kinds[i] AND currency = currencies[i]
      RETURNING entries, balance, booked_on INTO to_seq, to_balance, to_day;
    IF (from_books[i], from_kinds[i]) >= (to_books[i], to_kinds[i]) THEN
      UPDATE ledger_accounts SET balance = balance - amounts[i], entries = entries + 1, booked_on = greatest(booked_on, today)
        WHERE book_id = from_books[i] AND kind = from_kinds[i] AND currency = currencies[i]
        RETURNING entries, balance, booked_on INTO from_seq, from_balance, from_day;
    END IF;
    INSERT INTO ledger_transfers (case_id, cause, leg, from_book, from_kind, to_book, to_kind, currency, amount, at,
        effective_on, recorded_at, from_seq, from_balance, from_booked_on, to_seq, to_balance, to_booked_on)
      VALUES (about, the_cause, i, from_books[i], from_kinds[i], to_books[i], to_kinds[i], currencies[i], amounts[i], happened,
        effective, recorded, from_seq, from_balance, from_day, to_seq, to_balance, to_day);
  END LOOP;
  RETURN true;
END $$;
--> statement-breakpoint
-- Opens what is not open yet, in the order of the names. Nothing is locked when it runs, and most often nothing is to be done.
CREATE FUNCTION open_ledger_accounts(books uuid[], kinds text[], currencies text[], day date) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  FOR i IN 1 .. cardinality(books) LOOP
    IF NOT EXISTS (SELECT FROM ledger_accounts WHERE book_id = books[i] AND kind = kinds[i] AND currency = currencies[i]) THEN
      INSERT INTO ledger_accounts (book_id, kind, currency, booked_on)
        SELECT DISTINCT book, a.kind, a.currency, day FROM unnest(books, kinds, currencies) AS a (book, kind, currency)
        ORDER BY book, a.kind, a.currency ON CONFLICT DO NOTHING;
      RETURN;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_transfers_frozen BEFORE UPDATE OR DELETE ON ledger_transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_transfers_kept BEFORE TRUNCATE ON ledger_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER applied_causes_frozen BEFORE UPDATE OR DELETE ON applied_causes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER applied_causes_kept BEFORE TRUNCATE ON applied_causes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_stay BEFORE DELETE ON ledger_accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_kept BEFORE TRUNCATE ON ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE ALL ON FUNCTION post_cause(text, uuid, timestamptz, date, timestamptz, uuid[], text[], uuid[], text[], text[], bigint[]) FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON FUNCTION open_ledger_accounts(uuid[], text[], text[], date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION post_cause(text, uuid, timestamptz, date, timestamptz, uuid[], text[], uuid[], text[], text[], bigint[]) TO rung_app;
--> statement-breakpoint
GRANT SELECT ON ledger_accounts, ledger_transfers, applied_causes TO rung_app;
