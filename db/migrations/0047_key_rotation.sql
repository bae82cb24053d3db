CREATE TABLE "lasting_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- Whether keys are being changed: said by the transaction, and believed of the tables' owner alone. The app's role may say it and is not believed.
CREATE FUNCTION is_rekeying() RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(current_setting('rung.rekeying', true), '') = 'on'
    AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'public.lasting_keys'::regclass), 'MEMBER')
$$;
--> statement-breakpoint
-- While keys are changed a row keeps all but the columns that are named here.
CREATE FUNCTION guard_rekeyed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - TG_ARGV::text[]) IS DISTINCT FROM (to_jsonb(OLD) - TG_ARGV::text[]) THEN
    RAISE EXCEPTION 'a change of keys changes nothing else' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER tenders_guard ON tenders;
--> statement-breakpoint
CREATE TRIGGER tenders_guard BEFORE INSERT OR UPDATE ON tenders FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_tender();
--> statement-breakpoint
CREATE TRIGGER tenders_rekeyed BEFORE UPDATE ON tenders FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('wrapped_key');
--> statement-breakpoint
-- Bids were sealed for the public half.
CREATE TRIGGER tenders_same_round_key BEFORE UPDATE ON tenders FOR EACH ROW
  WHEN (split_part(NEW.wrapped_key, '.', 1) <> split_part(OLD.wrapped_key, '.', 1)) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DROP TRIGGER bids_guard ON bids;
--> statement-breakpoint
CREATE TRIGGER bids_guard BEFORE INSERT OR UPDATE ON bids FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_bid();
--> statement-breakpoint
CREATE TRIGGER bids_rekeyed BEFORE UPDATE ON bids FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('sealed_for_bidder');
--> statement-breakpoint
DROP TRIGGER contact_messages_guard ON contact_messages;
--> statement-breakpoint
CREATE TRIGGER contact_messages_guard BEFORE UPDATE ON contact_messages FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_contact_message();
--> statement-breakpoint
CREATE TRIGGER contact_messages_rekeyed BEFORE UPDATE ON contact_messages FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('typed', 'letter');
--> statement-breakpoint
DROP TRIGGER portfolio_claims_guard ON portfolio_claims;
--> statement-breakpoint
CREATE TRIGGER portfolio_claims_guard BEFORE UPDATE ON portfolio_claims FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_portfolio_claim();
--> statement-breakpoint
CREATE TRIGGER portfolio_claims_rekeyed BEFORE UPDATE ON portfolio_claims FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('sealed', 'name_key');
--> statement-breakpoint
DROP TRIGGER letter_codes_guard ON letter_codes;
--> statement-breakpoint
CREATE TRIGGER letter_codes_guard BEFORE UPDATE ON letter_codes FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_letter_code();
--> statement-breakpoint
CREATE TRIGGER letter_codes_rekeyed BEFORE UPDATE ON letter_codes FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('code_key');
--> statement-breakpoint
CREATE TRIGGER lasting_keys_frozen BEFORE UPDATE ON lasting_keys FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER lasting_keys_rekeyed BEFORE UPDATE ON lasting_keys FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('sealed');
--> statement-breakpoint
CREATE TRIGGER lasting_keys_stay BEFORE DELETE ON lasting_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER lasting_keys_kept BEFORE TRUNCATE ON lasting_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON lasting_keys TO rung_app;
