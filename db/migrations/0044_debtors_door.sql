CREATE TABLE "debtor_statements" (
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"said_at" timestamp with time zone NOT NULL,
	"event_seq" integer NOT NULL,
	"event_hash" text NOT NULL,
	"evidence_id" uuid,
	CONSTRAINT "debtor_statements_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "debtor_visits" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"only_receipts" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "org_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "uploaded_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_items" ALTER COLUMN "added_by" DROP NOT NULL;
--> statement-breakpoint
-- What a debtor said stands beside the entry of the log that it became, and neither is changed afterwards.
CREATE FUNCTION guard_debtor_statement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM timeline_events e
    WHERE e.case_id = NEW.case_id AND e.seq = NEW.event_seq AND e.hash = NEW.event_hash AND e.actor_role = 'debtor'
  ) THEN
    RAISE EXCEPTION 'a statement is what the log says' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER debtor_statements_guard BEFORE INSERT ON debtor_statements FOR EACH ROW EXECUTE FUNCTION guard_debtor_statement();
--> statement-breakpoint
GRANT SELECT, INSERT ON debtor_statements TO rung_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON debtor_visits TO rung_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, only_receipts) ON debtor_visits TO rung_app;
