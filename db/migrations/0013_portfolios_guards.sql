-- An imported claim keeps what its creditor stated; only what became of it is written later.
CREATE FUNCTION guard_portfolio_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.case_id, NEW.portfolio_id, NEW.group_no, NEW.row_no, NEW.place_code, NEW.principal, NEW.due_on, NEW.limitation_last,
      NEW.name_key, NEW.sealed) IS DISTINCT FROM (OLD.case_id, OLD.portfolio_id, OLD.group_no, OLD.row_no, OLD.place_code,
      OLD.principal, OLD.due_on, OLD.limitation_last, OLD.name_key, OLD.sealed) THEN
    RAISE EXCEPTION 'an imported claim does not change' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER portfolio_claims_guard BEFORE UPDATE ON portfolio_claims FOR EACH ROW EXECUTE FUNCTION guard_portfolio_claim();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON portfolios, portfolio_groups, portfolio_claims, portfolio_rejects, import_mappings, lots TO rung_app;
