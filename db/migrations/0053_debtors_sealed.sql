CREATE TABLE "subject_keys" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea",
	"made_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "subject_keys_destroyed" CHECK (("subject_keys"."sealed" is null) = ("subject_keys"."destroyed_at" is not null))
);
--> statement-breakpoint
-- A field of before there were keys is kept behind a byte 0, in the clear, until the next start seals it; sealed ones begin with a 3.
ALTER TABLE "debtors" ALTER COLUMN "name" SET DATA TYPE bytea USING '\x00'::bytea || convert_to("name", 'UTF8');--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "email" SET DATA TYPE bytea USING '\x00'::bytea || convert_to("email", 'UTF8');--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "phone" SET DATA TYPE bytea USING '\x00'::bytea || convert_to("phone", 'UTF8');--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "address" SET DATA TYPE bytea USING '\x00'::bytea || convert_to("address", 'UTF8');--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "duplicate_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "debtors" ALTER COLUMN "name_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "debtors" ADD COLUMN "description" "bytea";--> statement-breakpoint
CREATE INDEX "case_drafts_clear" ON "case_drafts" USING btree ("case_id") WHERE jsonb_path_exists("case_drafts"."answers", '$.* ? (@.type() == "object")');--> statement-breakpoint
CREATE INDEX "debtors_clear" ON "debtors" USING btree ("case_id") WHERE get_byte("debtors"."name", 0) = 0;
--> statement-breakpoint
UPDATE debtors d SET description = '\x00'::bytea || convert_to(c.answers #>> '{claim,description}', 'UTF8') FROM cases c WHERE c.case_id = d.case_id;
--> statement-breakpoint
UPDATE cases SET answers = (answers #- '{claim,description}') || jsonb_build_object('debtor', answers -> 'debtor' #- '{name}' #- '{email}' #- '{phone}' #- '{address}');
--> statement-breakpoint
-- A key is made once and destroyed once; only that of what never became a case is forgotten.
CREATE FUNCTION guard_subject_key() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM cases c WHERE c.case_id = OLD.case_id) THEN
      RAISE EXCEPTION 'the key of a case is destroyed, and never forgotten' USING ERRCODE = 'RG001';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.destroyed_at IS NOT NULL OR NEW.destroyed_at IS NULL
     OR (NEW.case_id, NEW.made_at) IS DISTINCT FROM (OLD.case_id, OLD.made_at) THEN
    RAISE EXCEPTION 'a key is made once and destroyed once' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER subject_keys_guard BEFORE UPDATE ON subject_keys FOR EACH ROW WHEN (NOT is_rekeying()) EXECUTE FUNCTION guard_subject_key();
--> statement-breakpoint
CREATE TRIGGER subject_keys_rekeyed BEFORE UPDATE ON subject_keys FOR EACH ROW WHEN (is_rekeying()) EXECUTE FUNCTION guard_rekeyed('sealed');
--> statement-breakpoint
CREATE TRIGGER subject_keys_stay BEFORE DELETE ON subject_keys FOR EACH ROW EXECUTE FUNCTION guard_subject_key();
--> statement-breakpoint
CREATE TRIGGER subject_keys_kept BEFORE TRUNCATE ON subject_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nothing of a person is written in the clear any more.
CREATE FUNCTION guard_sealed_debtor() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE field bytea;
BEGIN
  FOREACH field IN ARRAY ARRAY[NEW.name, NEW.email, NEW.phone, NEW.address, NEW.description] LOOP
    IF get_byte(field, 0) <> 3 THEN
      RAISE EXCEPTION 'a debtor is kept sealed' USING ERRCODE = 'RG001';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER debtors_sealed BEFORE INSERT OR UPDATE OF name, email, phone, address, description ON debtors
  FOR EACH ROW EXECUTE FUNCTION guard_sealed_debtor();
--> statement-breakpoint
CREATE FUNCTION guard_sealed_answers() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.answers -> 'debtor') ?| ARRAY['name', 'email', 'phone', 'address'] OR (NEW.answers -> 'claim') ? 'description' THEN
    RAISE EXCEPTION 'a debtor is kept sealed' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_sealed BEFORE INSERT OR UPDATE OF answers ON cases FOR EACH ROW EXECUTE FUNCTION guard_sealed_answers();
--> statement-breakpoint
CREATE FUNCTION guard_sealed_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF jsonb_path_exists(NEW.answers, '$.* ? (@.type() != "string")') THEN
    RAISE EXCEPTION 'a draft is kept sealed' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_drafts_sealed BEFORE INSERT OR UPDATE OF answers ON case_drafts FOR EACH ROW EXECUTE FUNCTION guard_sealed_draft();
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON subject_keys TO rung_app;
--> statement-breakpoint
GRANT UPDATE (sealed, destroyed_at) ON subject_keys TO rung_app;
