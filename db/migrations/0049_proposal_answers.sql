CREATE TABLE "proposal_answers" (
	"case_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text,
	"monthly" bigint,
	"first_on" date,
	"event_seq" integer,
	"answered_by" uuid NOT NULL,
	"answered_by_org_id" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_answers_case_id_statement_id_pk" PRIMARY KEY("case_id","statement_id"),
	CONSTRAINT "proposal_answers_whole" CHECK (("proposal_answers"."answer" = 'declined') = ("proposal_answers"."reason" is not null) and ("proposal_answers"."answer" = 'countered') = ("proposal_answers"."monthly" is not null and "proposal_answers"."first_on" is not null) and ("proposal_answers"."answer" = 'accepted') = ("proposal_answers"."event_seq" is not null))
);

--> statement-breakpoint
-- Only what a debtor proposed is answered, and an answer stays what it is.
CREATE FUNCTION guard_proposal_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM debtor_statements s
    WHERE s.case_id = NEW.case_id AND s.id = NEW.statement_id AND s.kind = 'parts'
  ) THEN
    RAISE EXCEPTION 'an answer is to what a debtor proposed' USING ERRCODE = 'RG005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_answers_guard BEFORE INSERT ON proposal_answers FOR EACH ROW EXECUTE FUNCTION guard_proposal_answer();
--> statement-breakpoint
GRANT SELECT, INSERT ON proposal_answers TO rung_app;
