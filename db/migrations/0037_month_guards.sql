-- One close for all books. Every posting holds this lock shared until it ends, and a close holds it alone: it waits for those under way, and
-- those that come meanwhile wait for it and then find the month closed. No row is written for it.
CREATE FUNCTION first_open_day() RETURNS date LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7100230023);
  RETURN (SELECT max(ends_on) + 1 FROM month_closes WHERE closed_at IS NOT NULL);
END $$;
--> statement-breakpoint
CREATE FUNCTION guard_open_month() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.effective_on < first_open_day() THEN
    RAISE EXCEPTION 'the month of % is closed', NEW.effective_on USING ERRCODE = 'RG016';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_transfers_open_month BEFORE INSERT ON ledger_transfers FOR EACH ROW EXECUTE FUNCTION guard_open_month();
--> statement-breakpoint
-- What all accounts of a kind held together at the end of a day, by the transfers that count from then or before.
CREATE FUNCTION ledger_totals(day date) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'currency', currency, 'balance', balance::text)
      ORDER BY kind COLLATE "C", currency COLLATE "C"), '[]')
  FROM (SELECT kind, currency, sum(moved) AS balance FROM (
      SELECT from_kind AS kind, currency, -amount AS moved FROM ledger_transfers WHERE effective_on <= day
      UNION ALL SELECT to_kind, currency, amount FROM ledger_transfers WHERE effective_on <= day) AS entry
    GROUP BY kind, currency HAVING sum(moved) <> 0) AS total
$$;
--> statement-breakpoint
CREATE FUNCTION month_hash(previous text, the_month date, transfers bigint, totals jsonb) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = public, pg_temp AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, to_char(the_month, 'YYYY-MM'), transfers::text, totals::text), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- A month is proposed by one administrator once it is over, after the months before it, and closed by another. What is found is found here.
CREATE FUNCTION guard_month_close() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_end date; last_hash text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'a closed month stays closed' USING ERRCODE = 'RG001';
    END IF;
    RETURN OLD;
  END IF;
  SELECT ends_on, hash INTO last_end, last_hash FROM month_closes WHERE closed_at IS NOT NULL ORDER BY month DESC LIMIT 1;
  IF TG_OP = 'INSERT' THEN
    IF NEW.closed_at IS NOT NULL OR NOT is_law_admin(NEW.proposed_by) THEN
      RAISE EXCEPTION 'a close begins as an administrator''s proposal' USING ERRCODE = 'RG009';
    END IF;
    IF NEW.month <> coalesce(last_end + 1, NEW.month) OR NEW.ends_on >= (rung_now() AT TIME ZONE 'UTC')::date THEN
      RAISE EXCEPTION 'the month of % cannot be closed yet', NEW.month USING ERRCODE = 'RG016';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.closed_at IS NOT NULL OR (NEW.month, NEW.ends_on, NEW.proposed_by, NEW.proposed_at)
      IS DISTINCT FROM (OLD.month, OLD.ends_on, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'a month is closed once and as it was proposed' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.closed_by) THEN
    RAISE EXCEPTION 'only another administrator in person closes a month' USING ERRCODE = 'RG009';
  END IF;
  PERFORM pg_advisory_xact_lock(7100230023);
  SELECT count(*) INTO NEW.transfers FROM ledger_transfers WHERE effective_on <= NEW.ends_on AND effective_on > coalesce(last_end, '-infinity'::date);
  NEW.totals := ledger_totals(NEW.ends_on);
  NEW.previous_hash := coalesce(last_hash, repeat('0', 64));
  NEW.hash := month_hash(NEW.previous_hash, NEW.month, NEW.transfers, NEW.totals);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER month_closes_guard BEFORE INSERT OR UPDATE OR DELETE ON month_closes FOR EACH ROW EXECUTE FUNCTION guard_month_close();
--> statement-breakpoint
CREATE TRIGGER month_closes_kept BEFORE TRUNCATE ON month_closes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE ALL ON FUNCTION first_open_day() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION first_open_day() TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON month_closes TO rung_app;
--> statement-breakpoint
GRANT UPDATE (closed_by, closed_at) ON month_closes TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON month_reminders TO rung_app;
