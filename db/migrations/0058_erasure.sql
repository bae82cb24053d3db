ALTER TABLE "subject_keys" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "subject_keys" ADD COLUMN "look_at" timestamp with time zone;
--> statement-breakpoint
-- As before, and: a key is destroyed of a claim that is over, and only as the log says so.
CREATE OR REPLACE FUNCTION guard_subject_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM cases c WHERE c.case_id = OLD.case_id) THEN
      RAISE EXCEPTION 'the key of a case is destroyed, and never forgotten' USING ERRCODE = 'RG001';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.destroyed_at IS NOT NULL OR (NEW.case_id, NEW.made_at) IS DISTINCT FROM (OLD.case_id, OLD.made_at)
     OR (NEW.destroyed_at IS NULL AND NEW.sealed IS DISTINCT FROM OLD.sealed) THEN
    RAISE EXCEPTION 'a key is made once and destroyed once' USING ERRCODE = 'RG001';
  END IF;
  IF NEW.destroyed_at IS NOT NULL AND NOT (
    EXISTS (SELECT 1 FROM cases c WHERE c.case_id = NEW.case_id AND c.status IN ('closed', 'refused'))
    AND EXISTS (SELECT 1 FROM timeline_events e WHERE e.case_id = NEW.case_id
      AND e.body::jsonb #>> '{payload,refs,erased}' = 'personal_data' AND e.body::jsonb #>> '{payload,refs,rule}' = NEW.rule)
  ) THEN
    RAISE EXCEPTION 'nothing is erased of an open claim, nor without an entry of its log' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
UPDATE subject_keys SET look_at = made_at WHERE destroyed_at IS NULL;
--> statement-breakpoint
CREATE INDEX "subject_keys_to_look_at" ON "subject_keys" USING btree ("look_at","case_id") WHERE "subject_keys"."look_at" is not null;--> statement-breakpoint
ALTER TABLE "subject_keys" ADD CONSTRAINT "subject_keys_looked_at" CHECK (("subject_keys"."look_at" is null) = ("subject_keys"."destroyed_at" is not null));--> statement-breakpoint
ALTER TABLE "subject_keys" ADD CONSTRAINT "subject_keys_destroyed_why" CHECK (("subject_keys"."rule" is null) = ("subject_keys"."destroyed_at" is null));
--> statement-breakpoint
CREATE FUNCTION is_erased(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM subject_keys k WHERE k.case_id = of_case AND k.destroyed_at IS NOT NULL)
$$;
--> statement-breakpoint
-- Whether a change does nothing but empty these columns of a case whose debtor was erased.
CREATE FUNCTION is_erasing(of_case uuid, before jsonb, after jsonb, VARIADIC columns text[]) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (after - columns) = (before - columns) AND is_erased(of_case)
    AND NOT EXISTS (SELECT 1 FROM unnest(columns) c WHERE coalesce(after ->> c, '') NOT IN ('', '\x'))
$$;
--> statement-breakpoint
DROP TRIGGER contact_messages_guard ON contact_messages;
--> statement-breakpoint
CREATE TRIGGER contact_messages_guard BEFORE UPDATE ON contact_messages FOR EACH ROW WHEN (NOT is_rekeying() AND (NEW.typed = OLD.typed
  OR NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'typed', 'letter', 'address_key', 'answer'))) EXECUTE FUNCTION guard_contact_message();
--> statement-breakpoint
DROP TRIGGER case_messages_kept ON case_messages;
--> statement-breakpoint
CREATE TRIGGER case_messages_kept BEFORE UPDATE ON case_messages FOR EACH ROW WHEN (NEW.body = OLD.body
  OR NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'body')) EXECUTE FUNCTION guard_message_kept();
--> statement-breakpoint
DROP TRIGGER text_reviews_guard ON text_reviews;
--> statement-breakpoint
CREATE TRIGGER text_reviews_guard BEFORE UPDATE ON text_reviews FOR EACH ROW WHEN (NEW.words = OLD.words
  OR NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'words', 'reason')) EXECUTE FUNCTION guard_text_review();
--> statement-breakpoint
DROP TRIGGER conduct_reports_guard ON conduct_reports;
--> statement-breakpoint
CREATE TRIGGER conduct_reports_guard BEFORE UPDATE ON conduct_reports FOR EACH ROW
  WHEN (NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'reasons')) EXECUTE FUNCTION guard_conduct_report();
--> statement-breakpoint
DROP TRIGGER portfolio_claims_guard ON portfolio_claims;
--> statement-breakpoint
CREATE TRIGGER portfolio_claims_guard BEFORE UPDATE ON portfolio_claims FOR EACH ROW WHEN (NOT is_rekeying() AND (NEW.sealed = OLD.sealed
  OR NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'sealed', 'name_key'))) EXECUTE FUNCTION guard_portfolio_claim();
--> statement-breakpoint
-- What was heard by text stays as it came, until its debtor is erased.
CREATE TRIGGER text_events_raw BEFORE UPDATE OF raw ON text_events FOR EACH ROW
  WHEN (NEW.raw <> '' AND NOT is_rekeying()) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER text_replies_words BEFORE UPDATE OF words, address_key ON text_replies FOR EACH ROW
  WHEN (NOT is_rekeying() AND NOT is_erasing(OLD.case_id, to_jsonb(OLD), to_jsonb(NEW), 'words', 'address_key')) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER debtor_channels_stay BEFORE DELETE ON debtor_channels FOR EACH ROW WHEN (NOT is_erased(OLD.case_id)) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nothing is written about a debtor who was erased.
CREATE TRIGGER debtors_erased BEFORE INSERT OR UPDATE ON debtors FOR EACH ROW
  WHEN (num_nonnulls(NEW.name, NEW.email, NEW.phone, NEW.address, NEW.description, NEW.name_key, NEW.duplicate_key) > 0 AND is_erased(NEW.case_id))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT UPDATE (rule, look_at) ON subject_keys TO rung_app;
--> statement-breakpoint
GRANT DELETE ON debtor_channels TO rung_app;
--> statement-breakpoint
GRANT UPDATE (words) ON text_reviews TO rung_app;
--> statement-breakpoint
GRANT UPDATE (raw) ON text_events TO rung_app;
--> statement-breakpoint
GRANT UPDATE (words, address_key) ON text_replies TO rung_app;
