CREATE TABLE "letter_codes" (
	"code_key" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "letter_codes_case_id_index" ON "letter_codes" USING btree ("case_id");
--> statement-breakpoint
-- A code stands on its one letter and can only be ended: nobody points it at another, gives it more time or takes its end back.
CREATE FUNCTION guard_letter_code() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.code_key, NEW.case_id, NEW.letter_id, NEW.issued_at, NEW.expires_at)
     IS DISTINCT FROM (OLD.code_key, OLD.case_id, OLD.letter_id, OLD.issued_at, OLD.expires_at)
     OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'a letter keeps its code, and an ended one stays ended' USING ERRCODE = 'RG001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER letter_codes_guard BEFORE UPDATE ON letter_codes FOR EACH ROW EXECUTE FUNCTION guard_letter_code();
--> statement-breakpoint
GRANT SELECT, INSERT ON letter_codes TO rung_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON letter_codes TO rung_app;
