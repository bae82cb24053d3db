-- A text is asked about before it is decided, all of what was asked stays, and only an administrator in person decides.
CREATE FUNCTION guard_text_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF num_nonnulls(NEW.verdict, NEW.reason, NEW.decided_by, NEW.decided_at) > 0 THEN
    RAISE EXCEPTION 'a review of a text begins as a request' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_text_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.verdict IS NOT NULL OR NEW.verdict IS NULL
     OR (NEW.case_id, NEW.id, NEW.step_type, NEW.words, NEW.text_hash, NEW.asked_by, NEW.asked_by_org_id, NEW.asked_at)
        IS DISTINCT FROM (OLD.case_id, OLD.id, OLD.step_type, OLD.words, OLD.text_hash, OLD.asked_by, OLD.asked_by_org_id,
         OLD.asked_at) THEN
    RAISE EXCEPTION 'a text under review is decided once and as it was asked' USING ERRCODE = 'RG001';
  END IF;
  IF NOT is_law_admin(NEW.decided_by) THEN
    RAISE EXCEPTION 'only an administrator in person decides on a text' USING ERRCODE = 'RG009';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER text_reviews_asked BEFORE INSERT ON text_reviews FOR EACH ROW EXECUTE FUNCTION guard_text_request();
--> statement-breakpoint
REVOKE UPDATE ON text_reviews FROM rung_app;
--> statement-breakpoint
GRANT UPDATE (verdict, reason, decided_by, decided_at) ON text_reviews TO rung_app;
