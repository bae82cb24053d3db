-- The platform holds no debtor's money. Where a pack's own rows leave it to counsel, a later migration names the pack here; the product
-- itself cannot. Even then the account opens only on cases of that pack, and only while counsel's signature of it is approved.
CREATE TABLE platform_holding_permits (pack_id text PRIMARY KEY, rule text NOT NULL, citation text NOT NULL);
--> statement-breakpoint
CREATE FUNCTION guard_platform_holding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c
      JOIN platform_holding_permits p ON p.pack_id = c.pack_id
      JOIN law_changes l ON l.pack_id = c.pack_id AND l.kind = 'signature' AND l.status = 'approved'
        AND l.effective_on <= (rung_now() AT TIME ZONE 'UTC')::date
      WHERE c.case_id = NEW.book_id) THEN
    RAISE EXCEPTION 'the platform may not hold money of case %', NEW.book_id USING ERRCODE = 'RG013';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_platform_held AFTER INSERT ON ledger_accounts FOR EACH ROW WHEN (NEW.kind = 'platform_held')
  EXECUTE FUNCTION guard_platform_holding();
--> statement-breakpoint
-- What an admin proposes about money another admin decides, once, and as it was proposed. The database looks itself at who they are.
CREATE FUNCTION guard_money_act() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' OR NOT is_law_admin(NEW.proposed_by) THEN
      RAISE EXCEPTION 'an act about money begins as an administrator''s proposal' USING ERRCODE = 'RG009';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'proposed' OR NEW.status = 'proposed'
     OR (NEW.case_id, NEW.id, NEW.act, NEW.payment_id, NEW.subject, NEW.amount, NEW.reason, NEW.proposed_by, NEW.proposed_at)
        IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.act, OLD.payment_id, OLD.subject, OLD.amount, OLD.reason, OLD.proposed_by,
         OLD.proposed_at) THEN
    RAISE EXCEPTION 'an act about money is decided once and as it was proposed' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.decided_by) THEN
    RAISE EXCEPTION 'only another administrator in person decides' USING ERRCODE = 'RG009';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER money_acts_guard BEFORE INSERT OR UPDATE ON money_acts FOR EACH ROW EXECUTE FUNCTION guard_money_act();
--> statement-breakpoint
CREATE TRIGGER money_acts_kept BEFORE DELETE ON money_acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER provider_movements_frozen BEFORE UPDATE OR DELETE ON provider_movements FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER provider_movements_kept BEFORE TRUNCATE ON provider_movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reconciliations_frozen BEFORE UPDATE OR DELETE ON reconciliations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT ON platform_holding_permits TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON provider_movements, money_exceptions, money_acts, reconciliations TO rung_app;
--> statement-breakpoint
GRANT UPDATE (opened_at, closed_at, closed_by, amount) ON money_exceptions TO rung_app;
--> statement-breakpoint
GRANT UPDATE (status, decided_by, decided_at) ON money_acts TO rung_app;
